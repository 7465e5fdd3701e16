"""EDTF (ISO 8601-2): read a value, know its precision, and the first and last day it can mean.

Days are counted from 1 January 1970 in the proleptic Gregorian calendar, for any year, by Howard Hinnant's
`days_from_civil`. Level 1 is read whole; of level 2: unspecified digits anywhere, qualified parts, sets, and the season
codes 21-41 (seasons on the northern hemisphere unless the code says southern, thirds, quarters, halves of a year).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache

from whence.errors import BadDate

# Code: (first month, number of months). 21-24 hold no hemisphere; northern months are the common reading.
PARTS = {
    **{code: (month, 3) for base in (21, 25) for code, month in zip(range(base, base + 4), (3, 6, 9, 12), strict=True)},
    **{code: (month, 3) for code, month in zip(range(29, 33), (9, 12, 3, 6), strict=True)},
    **{code: (month, 3) for code, month in zip(range(33, 37), (1, 4, 7, 10), strict=True)},
    **{code: (month, 4) for code, month in zip(range(37, 40), (1, 5, 9), strict=True)},
    **{code: (month, 6) for code, month in zip(range(40, 42), (1, 7), strict=True)},
}
_DATE = re.compile(
    r"(?P<year>-?[0-9X]{4}|Y-?\d{5,})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?"
    r"(?:T(?P<clock>\d{2}:\d{2}:\d{2})(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?)?",
    re.ASCII,
)
_UNITS = {10_000: "none", 1000: "none", 100: "century", 10: "decade", 1: "year"}


def days(year: int, month: int, day: int) -> int:
    """The number of the day, counted from 1970-01-01, in the proleptic Gregorian calendar."""
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def civil(number: int) -> tuple[int, int, int]:
    """Year, month and day of the day with this `number`; the inverse of `days`."""
    era, of_era = divmod(number + 719468, 146097)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    part = (5 * of_year + 2) // 153
    month = part + (3 if part < 10 else -9)
    return year + era * 400 + (month <= 2), month, of_year - (153 * part + 2) // 5 + 1


def month_length(year: int, month: int) -> int:
    """How many days `month` of `year` has."""
    return monthrange(year % 400 + 400, month)[1]


def write_day(number: int) -> str:
    """The day with this `number` as EDTF."""
    year, month, day = civil(number)
    return f"{write_year(year)}-{month:02d}-{day:02d}"


def write_year(year: int) -> str:
    """`year` as EDTF; beyond four digits with the letter Y."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


@dataclass(frozen=True, slots=True)
class Edtf:
    """A value that was read. `first` and `last` are days (see `days`), both counted in; None is open or unknown.

    `precision`: second, day, month, season, year, decade, century, none; `range` for two ends that differ.
    """

    text: str
    first: int | None
    last: int | None
    precision: str
    approximate: bool = False
    uncertain: bool = False

    @property
    def open(self) -> bool:
        """Whether an end is missing."""
        return self.first is None or self.last is None


@lru_cache(maxsize=65536)
def parse(text: str) -> Edtf:
    """Read an EDTF value; raises `BadDate` when it is none."""
    if text[:1] in "[{" and text[-1:] in "]}" and len(text) > 2:
        return _one_of(text)
    if "/" not in text:
        return _date(text, text)
    first, _, last = text.partition("/")
    ends = [None if end in ("", "..") else _date(end, text) for end in (first, last)]
    if not any(ends):
        raise BadDate(text)
    left, right = ends
    if left and right and left.first is not None and right.last is not None and left.first > right.last:
        raise BadDate(text)
    return Edtf(
        text,
        left.first if left else None,
        right.last if right else None,
        "range",
        any(end.approximate for end in ends if end),
        any(end.uncertain for end in ends if end),
    )


def is_edtf(text: str) -> bool:
    """Whether `text` is an EDTF value that `parse` reads."""
    try:
        parse(text)
    except BadDate:
        return False
    return True


def bounds(text: str) -> tuple[int | None, int | None]:
    """The first and the last day that `text` covers; None where it is open or carries no year."""
    value = parse(text)
    return value.first, value.last


def precision(text: str) -> str:
    """How finely `text` tells the time; see `Edtf`."""
    return parse(text).precision


def _one_of(text: str) -> Edtf:
    members = [
        parse(
            m.replace("..", "/..", 1)
            if m.endswith("..")
            else "../" + m[2:]
            if m.startswith("..")
            else m.replace("..", "/")
        )
        for m in text[1:-1].split(",")
    ]
    firsts, lasts = [m.first for m in members], [m.last for m in members]
    return Edtf(
        text,
        None if None in firsts else min(f for f in firsts if f is not None),
        None if None in lasts else max(x for x in lasts if x is not None),
        members[0].precision if len(members) == 1 else "range",
        any(m.approximate for m in members),
        True,
    )


def _date(text: str, whole: str) -> Edtf:
    plain = re.sub(r"[?~%]", "", text)
    match = _DATE.fullmatch(plain)
    if match is None or not re.fullmatch(r"[?~%]?[^?~%]+[?~%]?(?:-[?~%]?[^?~%]+[?~%]?)*", text.lstrip("-")):
        raise BadDate(whole)
    year, month, day, clock = match["year"], match["month"], match["day"], match["clock"]
    if clock and (day is None or not _is_clock(clock)):
        raise BadDate(whole)
    first, last, unit = _extent(year, month, day, whole)
    marks = set(text) & set("?~%")
    unit = "second" if clock else unit
    return Edtf(whole, first, last, unit, bool(marks & set("~%")), bool(marks & set("?%")))


def _is_clock(clock: str) -> bool:
    hour, minute, second = (int(part) for part in clock.split(":"))
    return (hour < 24 and minute < 60 and second <= 60) or (hour, minute, second) == (24, 0, 0)


def _years(year: str) -> tuple[int, int, int] | None:
    """First year, last year and the width in years; None when no digit is known."""
    if year.startswith("Y"):
        return int(year[1:]), int(year[1:]), 1
    digits, sign = year.lstrip("-"), -1 if year.startswith("-") else 1
    if digits == "XXXX":
        return None
    low, high = sign * int(digits.replace("X", "0")), sign * int(digits.replace("X", "9"))
    width = 10 ** (len(digits) - len(digits.rstrip("X")))
    return min(low, high), max(low, high), width


def _extent(year: str, month: str | None, day: str | None, whole: str) -> tuple[int | None, int | None, str]:
    years = _years(year)
    low_month, high_month, unit = _months(month, whole)
    if month and month.isdigit() and int(month) in PARTS:
        if day is not None:
            raise BadDate(whole)
        return (*_part(years, int(month)), "season")
    low_day, high_day = _days(day, month, years, whole)
    if day is not None:
        unit = "day"
    if years is None:
        return None, None, unit if month else "none"
    first, last, width = years
    if month is None:
        unit = _UNITS[width]
    end = min(high_day, month_length(last, high_month))
    return days(first, low_month, low_day), days(last, high_month, end), unit


def _months(month: str | None, whole: str) -> tuple[int, int, str]:
    if month is None:
        return 1, 12, "year"
    if month.isdigit() and 1 <= int(month) <= 12:
        return int(month), int(month), "month"
    fit = [m for m in (*range(1, 13), *PARTS) if _fits(month, m)]
    if not fit:
        raise BadDate(whole)
    plain = [m for m in fit if m <= 12]
    return (min(plain), max(plain), "month") if plain else (1, 12, "season")


def _days(day: str | None, month: str | None, years: tuple[int, int, int] | None, whole: str) -> tuple[int, int]:
    if day is None:
        return 1, 31
    longest = 31
    if month and month.isdigit():
        leap = years is None or any(month_length(y, 2) == 29 for y in range(years[0], min(years[1], years[0] + 8) + 1))
        longest = 29 if month == "02" and leap else month_length(2001, int(month))
    if day.isdigit() and 1 <= int(day) <= longest:
        return int(day), int(day)
    fit = [d for d in range(1, longest + 1) if _fits(day, d)]
    if not fit:
        raise BadDate(whole)
    return fit[0], fit[-1]


def _fits(digits: str, number: int) -> bool:
    return all(d in ("X", n) for d, n in zip(digits, f"{number:02d}", strict=True))


def _part(years: tuple[int, int, int] | None, code: int) -> tuple[int | None, int | None]:
    if years is None:
        return None, None
    start, length = PARTS[code]
    over, month = divmod(start + length - 2, 12)
    year = years[1] + over
    return days(years[0], start, 1), days(year, month + 1, month_length(year, month + 1))
