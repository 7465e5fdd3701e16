"""A place in the calendar → EDTF."""

from typing import cast

from whence.text import edtf
from whence.text.dates.meaning import Calendar
from whence.text.edtf import month_length, write_year


def first_month(meaning: Calendar) -> int | None:
    """The month with which a third, quarter or half begins; None for seasons."""
    return edtf.PARTS[meaning.code][0] if meaning.code and meaning.code >= 33 else None


def write_calendar(meaning: Calendar) -> tuple[str, str]:
    """The EDTF value and the precision of a calendar place; early, mid, late are thirds (docs/design/dates.md)."""
    year = "XXXX" if meaning.year is None else write_year(meaning.year)
    if meaning.width > 1:
        return _decades(meaning, year)
    if meaning.day is not None:
        return f"{year}-{meaning.month:02d}-{meaning.day:02d}{meaning.mark}", "day"
    if meaning.code is not None:
        return f"{year}-{meaning.code}{'~' if meaning.part else meaning.mark}", "season"
    if meaning.month is not None:
        return (
            (f"{year}-{meaning.month:02d}{meaning.mark}", "month") if not meaning.part else _month_part(meaning, year)
        )
    code = {"early": 37, "mid": 38, "late": 39, "start": 37, "end": 39, "half 1": 40, "half 2": 41}.get(meaning.part)
    return (f"{year}-{code}{meaning.mark}", "season") if code else (f"{year}{meaning.mark}", "year")


def _month_part(meaning: Calendar, year: str) -> tuple[str, str]:
    month = cast(int, meaning.month)
    if meaning.year is None:
        return f"{year}-{month:02d}", "month"
    length = month_length(meaning.year, month)
    first, last = {"early": (1, 10), "start": (1, 10), "mid": (11, 20), "half 1": (1, 15), "half 2": (16, length)}.get(
        meaning.part, (21, length)
    )
    if meaning.part.startswith("week"):
        first, last = 7 * int(meaning.part[5:]) - 6, 7 * int(meaning.part[5:])
    head = f"{year}-{month:02d}-"
    return f"{head}{first:02d}{'~' if first > 1 else ''}/{head}{last:02d}{'~' if last < length else ''}", "day"


def _decades(meaning: Calendar, year: str) -> tuple[str, str]:
    precision = "decade" if meaning.width == 10 else "century"
    first = cast(int, meaning.year)
    if not meaning.part:
        return year[: -1 if meaning.width == 10 else -2] + "X" * (
            1 if meaning.width == 10 else 2
        ) + meaning.mark, precision
    low, high = {
        "early": (0.0, 0.4),
        "start": (0.0, 0.4),
        "mid": (0.4, 0.7),
        "half 1": (0.0, 0.5),
        "half 2": (0.5, 1.0),
    }.get(meaning.part, (0.7, 1.0))
    one, two = first + int(low * meaning.width), first + int(high * meaning.width) - 1
    return f"{write_year(one)}{'~' if low > 0 else ''}/{write_year(two)}{'~' if high < 1 else ''}", precision
