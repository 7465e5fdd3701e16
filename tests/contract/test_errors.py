"""Every error has its place in the tree that errors.py opens with, and speaks to a person."""

import inspect

import pytest

from whence import errors
from whence.errors import WhenceError

OURS = [c for _, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, WhenceError)]


def tree() -> dict[str, int]:
    """Each name of the tree with its depth."""
    rows = [line for line in (errors.__doc__ or "").splitlines() if "──" in line]
    return {line.split("── ")[1].split()[0]: line.index("──") // 4 + 1 for line in rows}


@pytest.mark.parametrize("error", OURS, ids=lambda c: c.__name__)
def test_every_error_stands_in_the_tree_below_its_parent(error: type[WhenceError]) -> None:
    depth = len([c for c in error.__mro__ if issubclass(c, WhenceError)]) - 1

    assert ({"WhenceError": 0} | tree())[error.__name__] == depth
    assert error.__doc__


def test_the_tree_names_nothing_that_is_not_there() -> None:
    assert set(tree()) <= {c.__name__ for c in OURS}
