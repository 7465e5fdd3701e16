"""EDTF dates as ranges of days, so that a year can be laid beside a day of it."""

import re
from calendar import monthrange

Days = tuple[str, str]
"""The first and the last day that a date allows, each YYYY-MM-DD."""

_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


def days(edtf: str | None) -> Days | None:
    """The days that a date allows: ``2014`` all of that year, ``2014-06?`` June. None where there are no such days.

    An interval gives its hull; an open or unknown end gives None.
    """
    if not edtf:
        return None
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        low, high = days(first), days(last)
        return (low[0], high[1]) if low and high and low[0] <= high[1] else None
    match = _DATE.fullmatch(edtf.strip().split("T")[0].rstrip("?~%"))
    return _range(*match.groups()) if match else None


def _range(year: str, month: str | None, day: str | None) -> Days | None:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if low < 1:
        return None
    if month in (None, "XX"):
        return f"{low:04}-01-01", f"{high:04}-12-31"
    if low != high:
        return None
    first, last = _SEASONS.get(int(month or 0), (int(month or 0), int(month or 0)))
    if not 1 <= first <= 12:
        return None
    if day in (None, "XX"):
        return f"{low:04}-{first:02}-01", f"{low:04}-{last:02}-{monthrange(low, last)[1]:02}"
    return f"{low:04}-{first:02}-{day}", f"{low:04}-{first:02}-{day}"


def agree(one: str | None, other: str | None) -> bool:
    """Whether two dates can be the same: they share a day, or one of them is not known."""
    a, b = days(one), days(other)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def finer(one: str | None, other: str | None) -> str | None:
    """The date that says more: `other` where it lies within `one`, else `one`; whichever is known."""
    a, b = days(one), days(other)
    if a is None or b is None:
        return one if b is None else other
    return other if a != b and a[0] <= b[0] and b[1] <= a[1] else one
