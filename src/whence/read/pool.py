"""Many files at once: results come in the order of the jobs, whatever the number of workers.

Each worker is a process of its own, with a thread here that feeds it. A worker that dies costs the document it was at:
its job is read again without that one, and what had arrived before is not repeated.
"""

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO, cast

from whence.model import Problem
from whence.read.jobs import Found, Job
from whence.read.limits import MIB, Limits
from whence.read.one import read_job
from whence.read.worker import receive, send

AHEAD = 8
BUFFERED = 64
DEATHS = 100
START = "from whence.read.worker import main; main()"


def read_all(
    jobs: Iterable[Job], *, workers: int = 1, limits: Limits | None = None, known: Container[str] = ()
) -> Iterator[Found]:
    """Yield what all jobs hold, in the order of the jobs; never raises for what a file holds.

    The same bytes give one document, at their first place; documents whose id is `known` (asked from other threads)
    give a sighting only. With `workers=0` everything is read in this process, without limits of time and memory.
    """
    limits = limits or Limits()
    if workers < 1:
        yield from once(found for job in jobs for found in read_job(job, limits, known))
    else:
        yield from once(_read_in_pool(jobs, workers, limits, known))


def once(found: Iterable[Found]) -> Iterator[Found]:
    """Let only the first sighting of a document carry it, and only that one the problems of its content."""
    seen: set[str] = set()
    silent = ""
    for item in found:
        if item.document is not None and item.document.id in seen:
            silent = item.document.source
            yield Found(sighting=item.sighting)
            continue
        if item.problem is not None and item.problem.source == silent:
            continue
        silent = ""
        if item.document is not None:
            seen.add(item.document.id)
        yield item


@dataclass(slots=True)
class _Task:
    """A job on its way. `results` holds what was found, None at the end; `answers` keeps what was said of known ids."""

    job: Job
    results: "queue.Queue[Found | None]" = field(default_factory=lambda: queue.Queue(BUFFERED))
    answers: dict[str, bool] = field(default_factory=dict)
    spoiled: dict[str, Problem] = field(default_factory=dict)
    delivered: int = 0


def _read_in_pool(jobs: Iterable[Job], workers: int, limits: Limits, known: Container[str]) -> Iterator[Found]:
    pool = _Pool(workers, limits, known)
    pending: deque[_Task] = deque()
    source = iter(jobs)
    try:
        while True:
            for job in islice(source, workers * AHEAD - len(pending)):
                pending.append(pool.submit(job))
            if not pending:
                return
            results = pending[0].results
            while (found := results.get()) is not None:
                yield found
            pending.popleft()
    finally:
        pool.close()


class _Pool:
    """The workers, the tasks that wait for them, and the watch that ends those who take too long."""

    def __init__(self, workers: int, limits: Limits, known: Container[str]) -> None:
        self.limits, self.known = limits, known
        self.tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self.closed = threading.Event()
        self.feeders = [_Feeder(self) for _ in range(workers)]
        self.watch = threading.Thread(target=self._watch, daemon=True)
        for thread in (*self.feeders, self.watch):
            thread.start()

    def submit(self, job: Job) -> _Task:
        """Queue a job; its results arrive in the task."""
        task = _Task(job)
        self.tasks.put(task)
        return task

    def close(self) -> None:
        """End all workers, whatever they are at."""
        self.closed.set()
        for _ in self.feeders:
            self.tasks.put(None)
        for feeder in self.feeders:
            while feeder.is_alive():
                feeder.end()
                feeder.join(0.05)
        self.watch.join()

    def _watch(self) -> None:
        while not self.closed.wait(0.2):
            for feeder in self.feeders:
                feeder.end_if_late()


class _Feeder(threading.Thread):
    """Feeds one worker, and starts another in its place when it dies."""

    def __init__(self, pool: _Pool) -> None:
        super().__init__(daemon=True)
        self.pool = pool
        self.process: subprocess.Popen[bytes] | None = None
        self.deadline: float | None = None
        self.late = False
        self.place = ""

    def run(self) -> None:
        """Take tasks until there are no more."""
        while (task := self.pool.tasks.get()) is not None and not self.pool.closed.is_set():
            try:
                self._serve(task)
            except Exception as error:  # without an end mark the reader of the results would wait for ever
                self._put(task, Found(problem=_failed(task.job.source, error)))
            self._put(task, None)
        self.end()

    def end(self) -> None:
        """Kill the worker and close what leads to it."""
        process = self.process
        if process is not None:
            process.kill()
            process.wait()

    def end_if_late(self) -> None:
        """Kill the worker if its document has taken longer than the clock allows."""
        deadline, process = self.deadline, self.process
        if deadline is not None and process is not None and time.monotonic() > deadline:
            self.late = True
            process.kill()

    def _serve(self, task: _Task) -> None:
        """Have a task read, again and again without the documents that killed a worker."""
        while not self.pool.closed.is_set():
            self.place, self.late = task.job.source, False
            try:
                self._converse(task)
                return
            except (EOFError, OSError):
                problem = self._post_mortem(task)
            if self.pool.closed.is_set():
                return
            if self.place == task.job.source or self.place in task.spoiled or len(task.spoiled) >= DEATHS:
                self._put(task, Found(problem=problem))
                return
            task.spoiled[self.place] = problem

    def _converse(self, task: _Task) -> None:
        """Hand the task to the worker and take what it finds; raises EOFError when it dies."""
        process = self._worker()
        inbox, outbox = cast(BinaryIO, process.stdout), cast(BinaryIO, process.stdin)
        send(outbox, (task.job, task.spoiled, not _is_empty(self.pool.known)))
        number = 0
        while True:
            self.deadline = time.monotonic() + self.pool.limits.wall_seconds
            kind, content, found = receive(inbox)
            self.deadline = None
            for item in found:
                number += 1
                if number > task.delivered:
                    task.delivered = number
                    self._put(task, item)
            if kind == "at":
                self.place = content
            elif kind == "known":
                send(outbox, task.answers.setdefault(content, content in self.pool.known))
            else:
                if content:
                    self._retire(process)
                return

    def _worker(self) -> subprocess.Popen[bytes]:
        if self.process is None:
            self.process = _start()
            send(cast(BinaryIO, self.process.stdin), self.pool.limits)
        return self.process

    def _retire(self, process: subprocess.Popen[bytes]) -> None:
        self.process = None
        _close(process)

    def _post_mortem(self, task: _Task) -> Problem:
        """Why the worker died, as a problem of the document it was at."""
        self.deadline = None
        process, self.process = self.process, None
        status = _close(process) if process is not None else None
        limits = self.pool.limits
        if self.late:
            return _too_slow(self.place, f"{limits.wall_seconds:g} seconds by the clock")
        if status == -getattr(signal, "SIGPROF", 0):
            return _too_slow(self.place, f"{limits.seconds:g} seconds of processor time")
        reason = f"its parser ended with {_status(status)} (a crash, or more than {limits.memory // MIB} MiB of memory)"
        return Problem(self.place, "broken", reason, "Open it in another program and save it again, or as plain text.")

    def _put(self, task: _Task, found: Found | None) -> None:
        while not self.pool.closed.is_set():
            try:
                task.results.put(found, timeout=0.5)
                return
            except queue.Full:
                continue


def _start() -> subprocess.Popen[bytes]:
    """A new worker. It is no fork: threads and loaded models of this process stay out of it."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "PYTHONUNBUFFERED": ""}
    # One thread each: the pool is the parallelism, and threads reserve memory that the limit would count.
    environment |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    return subprocess.Popen(  # noqa: S603 (our own interpreter and our own words)
        [sys.executable, "-P", "-c", START],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )


def _close(process: subprocess.Popen[bytes]) -> int | None:
    """Close the pipes of a worker that is dead or leaving, and say how it ended."""
    for stream in (process.stdin, process.stdout):
        try:
            cast(BinaryIO, stream).close()
        except OSError:
            continue
    try:
        return process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _is_empty(known: Container[str]) -> bool:
    try:
        return len(known) == 0  # type: ignore[arg-type]
    except TypeError:
        return False


def _status(status: int | None) -> str:
    if status is not None and status < 0:
        try:
            return signal.Signals(-status).name
        except ValueError:
            return f"signal {-status}"
    return f"status {status}"


def _too_slow(source: str, limit: str) -> Problem:
    return Problem(source, "too slow", f"it took more than {limit}", "Split it, or raise the limit for seconds.")


def _failed(source: str, error: Exception) -> Problem:
    reason = f"no worker could read it ({type(error).__name__}: {error})"
    return Problem(source, "unreadable", reason, "Free some memory and run the same command again.")
