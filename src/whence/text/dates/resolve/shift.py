"""So many units from a date: last year, two weeks ago, the past three months, two days after 3 May."""

from typing import cast

from whence.text.dates.meaning import Calendar, Counted, Length, Life, Relative
from whence.text.dates.resolve.reader import Point, Reader, Value, stops
from whence.text.dates.resolve.write import write_calendar
from whence.text.dates.tense import direction
from whence.text.edtf import civil, days, write_day, write_year


def read_relative(reader: Reader, meaning: Relative, start: int, end: int) -> Value:
    """A number of units from the document's date or from the last date of the text."""
    precision = (
        meaning.unit
        if meaning.unit in ("day", "week", "month", "year", "decade", "century", "hour", "minute", "second")
        else "day"
    )
    precision = "season" if meaning.unit in ("quarter", "season") else precision
    if meaning.vague:
        return Value("date", None, "none", meaning.frame)
    base, anchor = _base(reader, meaning)
    if base is None:
        return Value("date", None, precision, anchor)
    shift = meaning.shift
    if (
        meaning.unit == "weekend"
        and not shift
        and anchor == "document"
        and direction(reader.text, start, end) == "past"
    ):
        shift = -1 if (days(*cast("tuple[int, int, int]", base)) + 3) % 7 < 5 else 0
    value = shifted(base, meaning.unit, shift, meaning.part)
    if value is None:
        return Value("date", None, precision, anchor)
    text, precision, point = value
    late = reader.published is not None and days(point[0], point[1] or 1, point[2] or 1) > reader.published
    if late and anchor == "text" and meaning.shift > 0 and direction(reader.text, start, end) != "future":
        return Value("date", None, precision, anchor)
    mark = meaning.mark if "/" not in text else ""
    return Value("date", text + mark, precision, anchor, anchor == "text" or bool(meaning.mark), point=point)


def _base(reader: Reader, meaning: Relative) -> tuple[Point | None, str]:
    document = civil(reader.published) if reader.published is not None else None
    if meaning.frame == "document":
        return document, "document"
    finer = {"year": 0, "decade": 0, "century": 0, "quarter": 1, "month": 1}.get(meaning.unit, 2)
    if (meaning.frame, meaning.unit) == ("nearest", "day") and lately(reader):
        return reader.last_day, "text"
    if meaning.frame == "nearest" and document and reader.news and stops(reader.text[reader.last_at : reader.start]):
        return document, "document"
    if reader.last is not None and reader.last[finer] is not None:
        return reader.last, "text"
    if finer == 2 and reader.last_day is not None:
        return reader.last_day, "text"
    return (
        (document, "document")
        if meaning.shift <= 0 and document and reader.news and reader.last is None
        else (None, "text")
    )


def lately(reader: Reader) -> bool:
    """Whether the text has just spoken of a day, one near its own where that is known."""
    if reader.last_day is None or reader.start - reader.last_at > 300:
        return False
    return reader.published is None or abs(days(*reader.last_day) - reader.published) <= 14


def shifted(base: Point, unit: str, shift: int, part: str = "") -> tuple[str, str, Point] | None:
    """The value `shift` units from `base`, never finer than the unit; weeks and weekends are intervals of days."""
    year, month, day = base
    if unit in ("year", "decade", "century", "millennium"):
        return _shifted_years(year, unit, shift, part)
    if unit in ("month", "quarter") and month is not None:
        return _shifted_months(year, month, unit, shift, part)
    if month is None or day is None:
        return None
    number = days(year, month, day)
    if unit in ("week", "weekend", "fortnight"):
        monday = number - (number + 3) % 7 + 7 * shift * (2 if unit == "fortnight" else 1)
        first, last = (monday + 5, monday + 6) if unit == "weekend" else (monday, monday + 6)
        return f"{write_day(first)}/{write_day(last)}", "week", (*civil(first)[:2], None)
    hours = {"hour": 1 / 24, "minute": 1 / 1440, "second": 1 / 86400}.get(unit)
    moved = number + (round(shift * hours) if hours else shift)
    if hours and abs(shift * hours) < 1:
        return None
    return write_day(moved), "day", civil(moved)


def _shifted_years(year: int, unit: str, shift: int, part: str) -> tuple[str, str, Point]:
    size = {"decade": 10, "century": 100, "millennium": 1000}.get(unit, 1)
    if size > 1 and shift == 0:
        text, precision = write_calendar(Calendar(year - year % size, width=min(size, 100), part=part))
        return text, precision, (year, None, None)
    if size > 1 and abs(shift) == 1 and unit == "century":
        text, precision = write_calendar(Calendar(year - year % 100 + 100 * shift, width=100, part=part))
        return text, precision, (year + 100 * shift, None, None)
    moved = year + shift * size
    text, precision = write_calendar(Calendar(moved, part="" if part in ("earlier", "later") else part))
    return text, precision, (moved, None, None)


def _shifted_months(year: int, month: int, unit: str, shift: int, part: str) -> tuple[str, str, Point]:
    size = 3 if unit == "quarter" else 1
    index = (year * 12 + month - 1) // size + shift
    moved, rest = divmod(index * size, 12)
    if unit == "quarter":
        return f"{write_year(moved)}-{33 + rest // 3}", "season", (moved, rest + 1, None)
    kept = "" if part in ("earlier", "later") else part
    text, precision = write_calendar(Calendar(moved, rest + 1, part=kept))
    return text, precision, (moved, rest + 1, None)


def read_counted(reader: Reader, meaning: Counted, start: int, end: int) -> Value | None:
    """A length from a date: the day, week, month or year on which it ends."""
    at = reader.read(meaning.at, start, end)
    if at is None or at.point is None:
        return Value("date", None, meaning.unit, "text")
    value = shifted(at.point, meaning.unit, meaning.shift)
    if meaning.yearly:
        moved = (at.point[0] + meaning.shift, *at.point[1:])
        value = (*write_calendar(Calendar(*moved)), moved)
    if meaning.unit == "week" and meaning.shift and at.point[1] and at.point[2]:
        value = shifted(at.point, "day", 7 * meaning.shift)
    if value is None:
        return Value("date", None, meaning.unit, "text")
    return Value("date", value[0], value[1], "text", True, point=value[2])


def read_length(reader: Reader, meaning: Length, start: int, end: int) -> Value:
    """A length; an interval where it ends or begins at the document's day."""
    if meaning.shift and reader.published is not None:
        value = stretch(civil(reader.published), meaning.unit, meaning.shift)
        if value is not None:
            return Value("duration", value[0], value[1], meaning.frame, duration=meaning.iso)
    return Value("duration", None, "none", meaning.frame, duration=meaning.iso)


def stretch(base: Point, unit: str, shift: int) -> tuple[str, str] | None:
    """The interval from `base` to `shift` units from it, or back, each end as fine as the unit."""
    moved = shifted(base, "day", 7 * shift) if unit in ("week", "fortnight") else shifted(base, unit, shift)
    if moved is None or unit in ("hour", "minute", "second", "weekend"):
        return None
    year, month, day = base
    size = {"year": 4, "decade": 4, "century": 4, "month": 7, "quarter": 7}.get(unit, 10)
    here = f"{write_year(year)}-{month or 1:02d}-{day or 1:02d}"[:size]
    there = (
        write_year(moved[2][0])
        if size == 4
        else moved[0]
        if unit != "quarter"
        else f"{write_year(moved[2][0])}-{moved[2][1]:02d}"
    )
    first, last = sorted((here, there))
    return f"{first}/{last}", {4: "year", 7: "month"}.get(size, "day")


def read_life(reader: Reader, meaning: Life, start: int, end: int) -> Value:
    """A birthday or a year of life, counted from the one birth that the text dates; else only its length."""
    if len(reader.born) != 1:
        return Value("duration", None, "none", "none", duration=f"P{meaning.years}Y")
    (year, month, day) = next(iter(reader.born))
    year += meaning.years
    if meaning.birthday:
        value, precision = write_calendar(Calendar(year, month, day))
    else:
        value, precision = f"{write_year(year)}/{write_year(year + 1)}", "year"
    return Value("date", value, precision, "text", True)
