"""A process that reads for the pool: it may be killed at any moment, and only its document is lost."""

import os
import pickle
import signal
import struct
import sys
from typing import Any, BinaryIO

from whence.memory import limit_memory
from whence.model import Problem
from whence.read.jobs import Found, Job
from whence.read.limits import MIB, Limits
from whence.read.one import Session, read_in_session

LENGTH = struct.Struct(">Q")
# A worker that has grown to this size leaves after its job; what a parser's library kept is then given back.
RETIRE = 1024 * MIB


def send(stream: BinaryIO, message: Any) -> None:
    """Write one message."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    stream.write(LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: BinaryIO) -> Any:
    """The next message; raises EOFError when the other side is gone."""
    head = _exactly(stream, LENGTH.size)
    return pickle.loads(_exactly(stream, LENGTH.unpack(head)[0]))  # noqa: S301 (our own process at the other end)


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


class _Known:
    """Asks the parent whether a document is known already."""

    def __init__(self, inbox: BinaryIO, outbox: BinaryIO) -> None:
        self.inbox, self.outbox = inbox, outbox

    def __contains__(self, doc_id: object) -> bool:
        send(self.outbox, ("known", doc_id, []))
        return bool(receive(self.inbox))


def main() -> None:
    """Read jobs from the standard input until it closes."""
    inbox = sys.stdin.buffer
    outbox = os.fdopen(os.dup(1), "wb")
    # What a library prints must not land between our messages.
    os.dup2(2, 1)
    try:
        limits: Limits = receive(inbox)
        limit_memory(limits.memory)
        while True:
            job, spoiled, asks = receive(inbox)
            _read(job, spoiled, asks, limits, inbox, outbox)
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        os._exit(0)


def _read(job: Job, spoiled: dict[str, Problem], asks: bool, limits: Limits, inbox: BinaryIO, outbox: BinaryIO) -> None:
    found: list[Found] = []
    place = job.source

    def announce(source: str) -> None:
        nonlocal place
        _limit_time(limits.seconds)
        if source != place or found:
            send(outbox, ("at", source, found))
            found.clear()
            place = source

    known = _Known(inbox, outbox) if asks else ()
    _limit_time(limits.seconds)
    for item in read_in_session(job, Session(limits, known, spoiled, announce)):
        found.append(item)
        _limit_time(limits.seconds)
    _limit_time(0)
    send(outbox, ("done", _peak() > RETIRE, found))


def _limit_time(seconds: float) -> None:
    """Let the kernel end this process after so much processor time, even inside a parser's own code; 0 for never."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _peak() -> int:
    """The most memory that this process has used, in bytes, 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
