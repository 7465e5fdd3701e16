"""Order is kept, and a worker that dies or hangs costs one piece of work."""

import os
import time

import pytest

from whence.workers import Lost, Pool


def double(n: int) -> int:
    return 2 * n


def troubled(n: int) -> int:
    if n == 3:
        os._exit(9)
    if n == 5:
        time.sleep(60)
    return 2 * n


def hungry(n: int) -> int:
    return len(bytearray(2**32)) if n == 3 else 2 * n


def test_without_processes_results_come_in_order() -> None:
    assert list(Pool(double, 1).map([1, None, 2])) == [2, None, 4]


@pytest.mark.slow
def test_with_processes_results_come_in_order() -> None:
    assert list(Pool(double, 2).map([*range(20), None, 20])) == [*range(0, 40, 2), None, 40]


@pytest.mark.slow
def test_death_and_delay_are_reported_and_the_rest_is_done() -> None:
    results = list(Pool(troubled, 2, seconds=5).map(range(9)))

    lost = [n for n, r in enumerate(results) if isinstance(r, Lost)]
    assert lost == [3, 5]
    assert [r for r in results if not isinstance(r, Lost)] == [0, 2, 4, 8, 12, 14, 16]


@pytest.mark.slow
def test_work_that_needs_too_much_memory_is_reported_and_the_rest_is_done() -> None:
    results = list(Pool(hungry, 2, memory=2**30).map(range(6)))

    assert [r.reason for r in results if isinstance(r, Lost)] == ["it needs more than 1024 MiB of memory"]
    assert [r for r in results if not isinstance(r, Lost)] == [0, 2, 4, 8, 10]
