"""Meaning → value: what an expression says, given when the text was written and what dates stand before it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, cast

from whence.text import edtf
from whence.text.dates import calendars
from whence.text.dates.meaning import (
    Beside,
    Bound,
    Calendar,
    Clock,
    Counted,
    Event,
    Every,
    Fixed,
    Length,
    Life,
    Meaning,
    Moment,
    Named,
    Range,
    Relative,
)
from whence.text.dates.tense import direction
from whence.text.edtf import civil, days, month_length, write_day, write_year

_ORDER = (
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "quarter",
    "season",
    "year",
    "decade",
    "century",
    "millennium",
)
_BORN = re.compile(r"(?:\b[Bb]orn(?: on| in)?(?: the)?|\(b\.)\W*\Z")
_NEAR = 900  # characters: beyond, a year that was named no longer dates the months that follow


@dataclass(frozen=True, slots=True)
class Value:
    """The value of an expression; `first` is the day with which it begins, for what refers back to it."""

    kind: str
    edtf: str | None
    precision: str
    anchor: str
    inferred: bool = False
    duration: str | None = None
    point: tuple[int, int | None, int | None] | None = None


@dataclass(slots=True)
class Reader:
    """Reads the meanings of one text in order, and remembers the last date of the text.

    `published` is the day on which the text was written (a number), or None; `news` whether the text speaks from its
    own time (last month), so that a bare month lies near that day and not in the story's last year; `daily` whether it
    tells of its own days (yesterday, on Monday): elsewhere a month without a verb of past or future is any year's.
    """

    text: str
    published: int | None
    news: bool
    daily: bool = True
    last: tuple[int, int | None, int | None] | None = None
    last_at: int = 0
    start: int = 0
    last_anchor: str = ""
    born: set[tuple[int, int | None, int | None]] = field(default_factory=set)
    last_day: tuple[int, int, int] | None = None

    def read(self, meaning: Meaning, start: int, end: int) -> Value | None:
        """The value of `meaning`, whose words stand from `start` to `end`."""
        self.start = start
        value = cast("Value | None", _READERS[type(meaning)](self, meaning, start, end))
        if value and value.point:
            self.last, self.last_at, self.last_anchor = value.point, end, value.anchor
            if _BORN.search(self.text[max(0, start - 20) : start]):
                self.born.add(value.point)
            year, month, day = value.point
            if month is not None and day is not None:
                self.last_day = year, month, day
        return value


def _calendar(reader: Reader, meaning: Calendar, start: int, end: int) -> Value:
    anchor, inferred = "absolute", False
    if meaning.short:
        meaning, inferred = _century_of(reader, meaning), True
    if meaning.holiday:
        return _holiday(reader, meaning, start, end)
    if meaning.weekday is not None and meaning.month is None:
        return _weekday(reader, meaning, start, end)
    if meaning.year is None:
        meaning, anchor = _with_year(reader, meaning, start, end)
        inferred = True
    return _named(meaning, anchor, inferred and meaning.year is not None)


def _named(meaning: Calendar, anchor: str, inferred: bool) -> Value:
    value, precision = write_calendar(meaning)
    point = None if meaning.year is None else (meaning.year, meaning.month or _first_month(meaning), meaning.day)
    if meaning.width > 1:
        point = None
    return Value("date", value, precision, anchor, inferred, point=point)


def _first_month(meaning: Calendar) -> int | None:
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


def _century_of(reader: Reader, meaning: Calendar) -> Calendar:
    # Without a document date, "the '20s" are of this century and "the '30s" of the last, as people now write.
    now = civil(reader.published)[0] if reader.published is not None else 2029
    year = now - now % 100 + cast(int, meaning.year)
    return replace(meaning, year=year if year <= now else year - 100, short=False)


# A year for what has none


def _with_year(reader: Reader, meaning: Calendar, start: int, end: int) -> tuple[Calendar, str]:
    if meaning.which.endswith(" year"):
        return _year_said(reader, meaning)
    if meaning.which in ("following", "previous", "same", "that"):
        return _beside_last(reader, meaning)
    told = _story_year(reader, meaning, start)
    if told is not None and not meaning.which:
        return replace(meaning, year=told), "text"
    if reader.published is None:
        return meaning, "document"
    if not reader.news and not meaning.which and meaning.day is None:
        return meaning, "none"
    season = meaning.code in (21, 22, 23, 24)
    loose = season or (meaning.day is None and not reader.daily)
    if loose and not meaning.which and not direction(reader.text, start, end):
        return meaning, "none"
    return _nearest_year(reader, meaning, start, end), "document"


def _year_said(reader: Reader, meaning: Calendar) -> tuple[Calendar, str]:
    which = meaning.which.split()[0]
    if which == "that":
        return (replace(meaning, year=reader.last[0]), "text") if reader.last else (meaning, "text")
    if reader.published is None:
        return meaning, "document"
    return replace(meaning, year=civil(reader.published)[0] + {"last": -1, "next": 1}.get(which, 0)), "document"


def _beside_last(reader: Reader, meaning: Calendar) -> tuple[Calendar, str]:
    if reader.last is None:
        return meaning, "text"
    year, month, _ = reader.last
    own = meaning.month or _first_month(meaning) or 6
    if meaning.which == "following":
        year += bool(month and own <= month) or not month
    elif meaning.which == "previous":
        year -= bool(month and own >= month) or not month
    return replace(meaning, year=year), "text"


def _story_year(reader: Reader, meaning: Calendar, start: int) -> int | None:
    """The year that the text gives: in the same sentence before, or anywhere near in a text that is no news."""
    if reader.last is None or meaning.code is not None:
        return None
    between = reader.text[reader.last_at : start]
    if len(between) > _NEAR:
        return None
    year, month, day = reader.last
    same = not _stops(between)
    if reader.news and reader.published is not None:
        return year if same and reader.last_anchor == "absolute" and _leads(reader, meaning, between) else None
    if month is not None and meaning.month is not None and meaning.month < month - 6 and day is not None:
        return year + 1
    return year


def _leads(reader: Reader, meaning: Calendar, between: str) -> bool:
    """Whether the year just said also holds for a day or month in news: close by, and no such day was lately."""
    year, month, _ = cast("tuple[int, int | None, int | None]", reader.last)
    now = cast(int, reader.published)
    if year == civil(now)[0] or len(between) > 90 or (month is None and meaning.day is None):
        return False
    start = days(civil(now)[0], meaning.month or 1, min(meaning.day or 1, 28))
    return (now - start) % 365 > 100


def _stops(between: str) -> bool:
    return any(stop in between for stop in (". ", "\n", "? ", "! ", ".” ", '." '))


def _nearest_year(reader: Reader, meaning: Calendar, start: int, end: int) -> Calendar:
    now = cast(int, reader.published)
    here = civil(now)[0]
    options = [replace(meaning, year=year) for year in range(here - 2, here + 3) if _exists(meaning, year)]
    if meaning.weekday is not None:
        named = [replace(meaning, year=y) for y in range(here - 4, here + 5) if _exists(meaning, y)]
        named = [o for o in named if _weekday_of(o) == meaning.weekday]
        if named:
            return _nearest_named(reader, named, start, end)
    spans = [(edtf.bounds(write_calendar(replace(o, part=""))[0]), o) for o in options]
    which = meaning.which.split()[-1] if meaning.which else ""
    if which == "this" or (which in ("same", "current") and reader.published is not None):
        return _this(spans, now, here)
    past = [
        o
        for (first, last), o in spans
        if cast(int, first) <= now and (which not in ("last", "past") or cast(int, last) < now)
    ]
    future = [
        o
        for (first, last), o in spans
        if cast(int, last) >= now and (which not in ("next", "coming") or cast(int, first) > now)
    ]
    if which in ("last", "past", "next", "coming"):
        return past[-1] if which in ("last", "past") else future[0]
    way = direction(reader.text, start, end) or _cue_before(reader.text, start)
    if way == "future":
        return future[0]
    if way == "past":
        return past[-1]
    middle = {id(o): (cast(int, f) + cast(int, x)) // 2 for (f, x), o in spans}
    gap = now - middle[id(past[-1])]
    return past[-1] if gap <= 240 else min((past[-1], future[0]), key=lambda o: abs(middle[id(o)] - now))


def _nearest_named(reader: Reader, named: list[Calendar], start: int, end: int) -> Calendar:
    """Of the years in which the day had that weekday, the last that has been, or the first to come."""
    now = cast(int, reader.published)
    near = min(named, key=lambda o: abs(_number(o) - now))
    if abs(_number(near) - now) <= 120:
        return near
    future = [o for o in named if _number(o) > now]
    past = [o for o in named if _number(o) <= now]
    return future[0] if future and (not past or direction(reader.text, start, end) == "future") else past[-1]


def _this(spans: list[tuple[tuple[int | None, int | None], Calendar]], now: int, here: int) -> Calendar:
    holding = [o for (first, last), o in spans if cast(int, first) <= now <= cast(int, last)]
    return holding[0] if holding else next(o for _, o in spans if o.year == here)


def _cue_before(text: str, start: int) -> str:
    words = text[max(0, start - 12) : start].lower().split()
    return "future" if words and words[-1] in ("by", "until") else ""


def _exists(meaning: Calendar, year: int) -> bool:
    return meaning.day is None or meaning.month is None or meaning.day <= month_length(year, meaning.month)


def _number(meaning: Calendar) -> int:
    return days(cast(int, meaning.year), cast(int, meaning.month), cast(int, meaning.day))


def _weekday_of(meaning: Calendar) -> int:
    return (_number(meaning) + 3) % 7


def _holiday(reader: Reader, meaning: Calendar, start: int, end: int) -> Value:
    fixed = meaning.holiday[:2].isdigit() and "-" in meaning.holiday
    if meaning.year is None and reader.published is None:
        return Value("date", f"XXXX-{meaning.holiday}" if fixed else None, "day", "document")
    if meaning.year is not None:
        return _day_value(calendars.holiday(meaning.holiday, meaning.year), "absolute", False)
    now = cast(int, reader.published)
    here = civil(now)[0]
    options = [calendars.holiday(meaning.holiday, year) for year in range(here - 2, here + 3)]
    future = meaning.which == "next" or (meaning.which != "last" and direction(reader.text, start, end) == "future")
    if meaning.which == "this":
        return _day_value(calendars.holiday(meaning.holiday, here), "document", True)
    number = next(o for o in options if o >= now) if future else [o for o in options if o <= now][-1]
    return _day_value(number, "document", True)


def _day_value(number: int, anchor: str, inferred: bool, mark: str = "") -> Value:
    return Value("date", write_day(number) + mark, "day", anchor, inferred, point=civil(number))


def _weekday(reader: Reader, meaning: Calendar, start: int, end: int) -> Value:
    weekday, which = cast(int, meaning.weekday), meaning.which
    if which in ("following", "same", "previous") or (which == "next" and _the_before(reader.text, start, end)):
        return _weekday_from_last(reader, weekday, which)
    if reader.published is None:
        return Value("date", None, "day", "document")
    now = reader.published
    back = (now + 3 - weekday) % 7
    if which.endswith(" week"):
        monday = now - (now + 3) % 7 + {"last": -7, "next": 7}.get(which.split()[0], 0)
        return _day_value(monday + weekday, "document", True)
    if which == "this":
        return _day_value(now - (now + 3) % 7 + weekday, "document", True)
    if which in ("next", "coming"):
        return _day_value(now - back + 7, "document", True)
    if which in ("last", "past"):
        return _day_value(now - (back or 7), "document", True)
    way = direction(reader.text, start, end) if not meaning.cue else direction(reader.text, start, end) or "future"
    return _day_value(now - back + (7 if way == "future" and back else 0), "document", True)


def _the_before(text: str, start: int, end: int) -> bool:
    return text[start : start + 3].lower() == "the" or text[max(0, start - 4) : start].lower() == "the "


def _weekday_from_last(reader: Reader, weekday: int, which: str) -> Value:
    if reader.last is None or reader.last[1] is None or reader.last[2] is None:
        return Value("date", None, "day", "text")
    base = days(reader.last[0], reader.last[1], reader.last[2])
    back = (base + 3 - weekday) % 7
    if which == "same":
        return _day_value(base - back, "text", True)
    return _day_value(base - (back or 7) if which == "previous" else base - back + 7, "text", True)


# So many units from a date


def _relative(reader: Reader, meaning: Relative, start: int, end: int) -> Value:
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


Point = tuple[int, int | None, int | None]


def _base(reader: Reader, meaning: Relative) -> tuple[Point | None, str]:
    document = civil(reader.published) if reader.published is not None else None
    if meaning.frame == "document":
        return document, "document"
    finer = {"year": 0, "decade": 0, "century": 0, "quarter": 1, "month": 1}.get(meaning.unit, 2)
    if (meaning.frame, meaning.unit) == ("nearest", "day") and _lately(reader):
        return reader.last_day, "text"
    if meaning.frame == "nearest" and document and reader.news and _stops(reader.text[reader.last_at : reader.start]):
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


def _lately(reader: Reader) -> bool:
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


def _moment(reader: Reader, meaning: Moment, start: int, end: int) -> Value:
    day: Value = _READERS[type(meaning.day)](reader, meaning.day, start, end)
    exact = bool(meaning.clock.at)
    if day.edtf is None or len(day.edtf) != 10:
        return replace(day, kind="time", precision=meaning.clock.precision if exact else "day")
    if not exact or "X" in day.edtf:
        return replace(day, kind="time")
    return replace(
        day, kind="time", edtf=f"{day.edtf}T{meaning.clock.at}{meaning.clock.zone}", precision=meaning.clock.precision
    )


def _clock(reader: Reader, meaning: Clock, start: int, end: int) -> Value | None:
    if meaning.precision == "weak":
        return None
    if meaning.precision == "again":
        return Value("time", None, "minute", "none")
    if not meaning.at:
        return _part_of_last_day(reader, start)
    near = reader.last and reader.last[2] is not None and len(reader.text[reader.last_at : start]) < 300
    told = near or direction(reader.text, start, end)
    document = civil(reader.published) if reader.published is not None and reader.news and told else None
    point = reader.last if near else document
    if point is None or point[1] is None or point[2] is None:
        return Value("time", None, meaning.precision, "document")
    day = write_day(days(point[0], point[1], point[2]))
    return Value("time", f"{day}T{meaning.at}{meaning.zone}", meaning.precision, "text" if near else "document", True)


def _part_of_last_day(reader: Reader, start: int) -> Value:
    """A part of the day that the text just spoke of."""
    if reader.last_day is None or start - reader.last_at > 200:
        return Value("time", None, "none", "none")
    return Value("time", write_day(days(*reader.last_day)), "day", "text", True)


def _range(reader: Reader, meaning: Range, start: int, end: int) -> Value | None:
    if meaning.last is None:
        first = reader.read(meaning.first, start, end)
        return replace(first, kind="range", edtf=f"{first.edtf}/.." if first.edtf else None) if first else None
    one, two = _shared(meaning.first, meaning.last)
    if _lacks_year(one) and _lacks_year(two) and one.weekday is None and two.weekday is None:
        last = reader.read(two, start, end)
        year = last.point[0] if last and last.point else None
        over = year is not None and (one.month or 0) > (two.month or 12)
        return _joined(reader.read(replace(one, year=None if year is None else year - over), start, end), last)
    first = reader.read(one, start, end)
    return _joined(first, reader.read(two, start, end))


def _lacks_year(point: object) -> bool:
    return isinstance(point, Calendar) and point.year is None


def _shared(first: Any, last: Any) -> tuple[Any, Any]:
    """What one end says counts for the other: "March to August 2011", "January 23 to March 9 2014"."""
    if not (isinstance(first, Calendar) and isinstance(last, Calendar)):
        return first, last
    if first.year is None and last.year is not None and (first.month or first.code) and first.weekday is None:
        over = (first.month or 0) > (last.month or 12) or (first.code and last.code and first.code > last.code)
        first = replace(first, year=last.year - bool(over))
    elif last.year is None and first.year is not None and last.month and last.weekday is None:
        last = replace(last, year=first.year + ((first.month or 0) > last.month))
    if first.short and not last.short and last.year:
        first = replace(first, year=last.year - last.year % 100 + cast(int, first.year), short=False)
    return first, last


def _joined(first: Value | None, last: Value | None) -> Value | None:
    if first is None or last is None:
        return None
    known = first.edtf is not None and last.edtf is not None
    value = f"{_end(first.edtf, 0)}/{_end(last.edtf, 1)}" if known else None
    if value and not edtf.is_edtf(value):
        value = None
    precision = min((first.precision, last.precision), key=lambda p: _ORDER.index(p) if p in _ORDER else 0)
    anchor = first.anchor if first.anchor == last.anchor or first.anchor != "absolute" else last.anchor
    kind = "time" if first.kind == last.kind == "time" else "range"
    return Value(
        "range" if kind == "range" or value else kind,
        value,
        precision,
        anchor,
        first.inferred or last.inferred,
        point=last.point,
    )


def _end(value: str | None, which: int) -> str:
    ends = cast(str, value).split("/")
    return ends[0] if which == 0 else ends[-1]


def _bound(reader: Reader, meaning: Bound, start: int, end: int) -> Value | None:
    at = meaning.at
    value: Value | None = _READERS[type(at)](reader, at, start, end)
    if value is None:
        return None
    kind = "range" if value.edtf else value.kind
    if value.edtf is None:
        return value
    text = f"{_end(value.edtf, 0)}/.." if meaning.side == "since" else f"../{_end(value.edtf, 1)}"
    return replace(value, kind=kind, edtf=text if edtf.is_edtf(text) else value.edtf)


def _counted(reader: Reader, meaning: Counted, start: int, end: int) -> Value | None:
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


def _fixed(reader: Reader, meaning: Fixed, start: int, end: int) -> Value:
    first = edtf.bounds(meaning.edtf)[0]
    point = civil(first) if first is not None and meaning.precision in ("day", "minute", "second") else None
    return Value(
        meaning.kind, meaning.edtf, meaning.precision, meaning.anchor, meaning.inferred, meaning.duration, point
    )


def _length(reader: Reader, meaning: Length, start: int, end: int) -> Value:
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


def _beside(reader: Reader, meaning: Beside, start: int, end: int) -> Value:
    return Value("duration", None, "none", "event", duration=meaning.iso)


def _every(reader: Reader, meaning: Every, start: int, end: int) -> Value:
    return Value("set", meaning.edtf, "day" if meaning.edtf else "none", "none", duration=meaning.iso)


def _life(reader: Reader, meaning: Life, start: int, end: int) -> Value:
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


def _event(reader: Reader, meaning: Event, start: int, end: int) -> Value:
    return Value("date", None, "none", "event")


def _reference(reader: Reader, meaning: Named, start: int, end: int) -> Value:
    return Value("date", None, "none", "document")


_READERS: dict[type, Callable[..., Any]] = {
    Calendar: _calendar,
    Relative: _relative,
    Moment: _moment,
    Clock: _clock,
    Range: _range,
    Bound: _bound,
    Counted: _counted,
    Fixed: _fixed,
    Length: _length,
    Life: _life,
    Beside: _beside,
    Event: _event,
    Every: _every,
    Named: _reference,
}
