"""Posts and their times as evidence: what one person cannot hold twice."""

from collections.abc import Iterable
from functools import cache

from whence.model import Held
from whence.text.edtf import bounds
from whence.text.fold import fold
from whence.text.gazetteer import country_of
from whence.vocab import load_words


@cache
def _exclusive() -> frozenset[str]:
    return frozenset(fold(post) for post in load_words("one_holder.yaml")["posts"])


def is_exclusive(post: str) -> bool:
    """Is it a post that one person holds of one body at a time (`one_holder.yaml`)?"""
    return fold(post) in _exclusive()


def two_at_once(one: Iterable[Held], other: Iterable[Held]) -> str:
    """The reason why two cannot be one person: the same post of two bodies at one time; empty when they can."""
    theirs = list(other)
    for a in one:
        for b in theirs:
            if _same_post(a, b) and is_exclusive(a.post) and elsewhere(a.of, b.of) and surely_together(a, b):
                return f"They were {a.post} of {' and of '.join(sorted((a.of, b.of)))} at one time."
    return ""


def _same_post(a: Held, b: Held) -> bool:
    return fold(a.post) == fold(b.post)


def elsewhere(one: str, other: str) -> bool:
    """Are two bodies or countries named, and without a word or a country in common?"""
    if not one or not other or (country_of(one) and country_of(one) == country_of(other)):
        return False
    return not set(fold(one).split()) & set(fold(other).split())


def _sure(held: Held) -> tuple[int, int] | None:
    """The first and last day on which the post was surely held, however vague the dates; None when no day is sure."""
    first = bounds(held.start)[1] if held.start else None
    last = bounds(held.end)[0] if held.end else None
    if first is None and last is None:
        return None
    begin, end = (first if first is not None else last), (last if last is not None else first)
    return (begin, end) if begin is not None and end is not None and begin <= end else None


def surely_together(a: Held, b: Held) -> bool:
    """Is there a day on which both were surely held?"""
    mine, theirs = _sure(a), _sure(b)
    return mine is not None and theirs is not None and mine[0] <= theirs[1] and theirs[0] <= mine[1]
