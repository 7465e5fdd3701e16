"""Work on many things at once, results in the order of the work: a worker that hangs or dies costs one thing only."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Generic, TypeVar

from whence.memory import limit_memory

Work = TypeVar("Work")
Result = TypeVar("Result")

MIB = 1024 * 1024
AHEAD = 4  # things that wait for each worker: enough to keep it busy, few enough to hold in memory


class Lost:
    """What stands in the place of a result when its worker hung or died; `reason` in words."""

    def __init__(self, reason: str) -> None:
        self.reason = reason


class Pool(Generic[Work, Result]):
    """Runs `task` over work in `workers` processes; with one worker in this very process.

    `seconds` is how long one piece of work may take by the clock, `memory` how many bytes a worker may add; both in
    processes of their own only.
    """

    def __init__(
        self, task: Callable[[Work], Result], workers: int, *, seconds: float = 300.0, memory: int = 4096 * MIB
    ) -> None:
        self._task, self._workers, self._seconds, self._memory = task, workers, seconds, memory
        self._pool: ProcessPoolExecutor | None = None

    def map(self, work: Iterable[Work | None]) -> Iterator[Result | Lost | None]:
        """Yield a result for each piece of work, in order; None for None, `Lost` where the worker was lost."""
        if self._workers <= 1:
            for piece in work:
                yield None if piece is None else self._task(piece)
            return
        waiting: deque[tuple[Work | None, Future[Result] | None]] = deque()
        try:
            for piece in work:
                waiting.append((piece, None if piece is None else self._submit(piece)))
                if len(waiting) > self._workers * AHEAD:
                    yield self._next(waiting)
            while waiting:
                yield self._next(waiting)
        finally:
            self._stop()

    def _submit(self, piece: Work) -> "Future[Result]":
        if self._pool is None:
            # Not forked: a fork of a process with threads (a model's, a progress bar's) can hang for ever.
            self._pool = ProcessPoolExecutor(
                self._workers, get_context("spawn"), initializer=limit_memory, initargs=(self._memory,)
            )
        try:
            return self._pool.submit(self._task, piece)
        except BrokenProcessPool as error:
            broken: Future[Result] = Future()
            broken.set_exception(error)
            return broken

    def _next(self, waiting: "deque[tuple[Work | None, Future[Result] | None]]") -> Result | Lost | None:
        piece, future = waiting.popleft()
        if piece is None or future is None:
            return None
        try:
            return future.result(self._seconds)
        except BrokenProcessPool:
            result = self._alone(piece)
        except (TimeoutError, MemoryError) as error:
            result = self._lost(error)
        self._stop()
        again = [(p, None if p is None or f is None else self._submit(p)) for p, f in waiting]
        waiting.clear()
        waiting.extend(again)
        return result

    def _alone(self, piece: Work) -> Result | Lost:
        """Try a piece once more by itself: it may only have stood beside the one that broke the pool."""
        self._stop()
        try:
            return self._submit(piece).result(self._seconds)
        except BrokenProcessPool:
            return Lost("the worker that read it died, perhaps for want of memory")
        except (TimeoutError, MemoryError) as error:
            return self._lost(error)

    def _lost(self, error: Exception) -> Lost:
        if isinstance(error, MemoryError):
            return Lost(f"it needs more than {self._memory // MIB} MiB of memory")
        return Lost(f"it took more than {self._seconds:.0f} seconds")

    def _stop(self) -> None:
        if self._pool is None:
            return
        processes = list((self._pool._processes or {}).values())
        self._pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            if process.is_alive():
                process.kill()
        for process in processes:
            process.join()
        self._pool = None


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
