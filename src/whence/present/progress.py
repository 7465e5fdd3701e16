"""How far an ingest is: a bar with documents a second and time left on a terminal, a line now and then elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from whence.pipeline import Progress, Report

EVERY = 10.0  # seconds between plain lines


@contextmanager
def progress_bar(out: IO[str] | None = None) -> Iterator[Progress]:
    """A function to call after each outcome; it writes to standard error."""
    stream = out or sys.stderr
    if not stream.isatty():
        yield _plain(stream)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[speed]}"))
    with Progress(*columns, TimeRemainingColumn(), console=Console(file=stream), transient=True) as bar:
        task = bar.add_task("reading", total=None, speed="")
        began = time.monotonic()

        def update(report: Report, done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, speed=_speed(report, time.monotonic() - began))

        yield update


def _plain(stream: IO[str]) -> Progress:
    began = last = time.monotonic()

    def update(report: Report, done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= EVERY:
            last = now
            left = (now - began) / done * (total - done)
            stream.write(f"{done} of {total}, {_speed(report, now - began)}, {left:.0f} s left\n")
            stream.flush()

    return update


def _speed(report: Report, seconds: float) -> str:
    return f"{report.documents / seconds:.1f} documents/s" if seconds > 0 else ""
