"""A small check of EDTF (ISO 8601-2) values: dates, intervals, durations, and unresolved times."""

import re
from datetime import date

_DATE = re.compile(r"(?P<y>\d{3}[\dX]|\d{2}XX)(?:-(?P<m>\d{2}|XX)(?:-(?P<d>\d{2}|XX))?)?(?P<t>T\d{2}:\d{2})?[~?%]?")
_DAYS = r"(?:[\dX]+Y)?(?:[\dX]+M)?(?:[\dX]+W)?(?:[\dX]+D)?"
_CLOCK = r"(?:T(?:[\dX]+H)?(?:[\dX]+M)?(?:[\dX]+S)?)?"
_DURATION = re.compile(r"P(?=[\dX]|T)" + _DAYS + _CLOCK)
SEASONS = range(21, 25)


def is_date(value: str) -> bool:
    """Whether `value` is one date of whatever precision: a decade, a year, a season, a month, a day, a minute."""
    match = _DATE.fullmatch(value)
    if not match:
        return False
    year, month, day = match["y"], match["m"], match["d"]
    if month is None or "X" in month:
        return day is None or "X" in day
    if int(month) in SEASONS:
        return day is None
    if "X" in year or day is None or "X" in day:
        return 1 <= int(month) <= 12
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def is_span(value: str) -> bool:
    """Whether `value` is a date or an interval; ``..`` is an open end, an empty end is not known."""
    if "/" not in value:
        return is_date(value)
    start, _, end = value.partition("/")
    ends = [end for end in (start, end) if end not in ("", "..")]
    return bool(ends) and all(map(is_date, ends))


def is_time(value: str) -> bool:
    """Whether `value` may stand on a time mention: an EDTF date or interval, a duration, or ``?`` (not resolvable)."""
    return value == "?" or bool(_DURATION.fullmatch(value)) or is_span(value)
