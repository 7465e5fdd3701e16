"""EDTF dates as ranges of days, so that a year can be laid beside a day of it."""

from whence.errors import BadDate
from whence.text.edtf import bounds

Days = tuple[int, int]
"""The first and the last day that a date allows, counted as `whence.text.edtf` counts them."""


def days(edtf: str | None) -> Days | None:
    """The days that a date allows: ``2014`` all of that year, ``2014-06?`` June.

    None for no date, for one that is not EDTF, and for an interval that is open at an end.
    """
    try:
        first, last = bounds(edtf) if edtf else (None, None)
    except BadDate:
        return None
    return None if first is None or last is None else (first, last)


def between(one: Days, other: Days) -> int:
    """How many days lie between two dates at least; zero or less where they share a day."""
    return max(one[0] - other[1], other[0] - one[1])


def agree(one: str | None, other: str | None) -> bool:
    """Whether two dates can be the same: they share a day, or one of them is not known."""
    a, b = days(one), days(other)
    return a is None or b is None or between(a, b) <= 0


def finer(one: str | None, other: str | None) -> str | None:
    """The date that says more: `other` where it lies within `one`, else `one`; whichever is known."""
    a, b = days(one), days(other)
    if a is None or b is None:
        return one if b is None else other
    return other if a != b and a[0] <= b[0] and b[1] <= a[1] else one
