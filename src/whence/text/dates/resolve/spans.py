"""Days with clocks, ranges, bounds, and what has no calendar value."""

import re
from dataclasses import replace
from typing import Any, cast

from whence.text import edtf
from whence.text.dates.meaning import Beside, Bound, Calendar, Clock, Event, Every, Fixed, Moment, Named, Range
from whence.text.dates.resolve.reader import ORDER, READERS, Reader, Value
from whence.text.dates.resolve.shift import lately
from whence.text.dates.tense import direction
from whence.text.edtf import civil, days, write_day


def read_moment(reader: Reader, meaning: Moment, start: int, end: int) -> Value:
    """A day with its time of day."""
    day: Value = READERS[type(meaning.day)](reader, meaning.day, start, end)
    exact = bool(meaning.clock.at)
    if day.edtf is None or len(day.edtf) != 10:
        return replace(day, kind="time", precision=meaning.clock.precision if exact else "day")
    if not exact or "X" in day.edtf:
        return replace(day, kind="time")
    return replace(
        day, kind="time", edtf=f"{day.edtf}T{meaning.clock.at}{meaning.clock.zone}", precision=meaning.clock.precision
    )


def read_clock(reader: Reader, meaning: Clock, start: int, end: int) -> Value | None:
    """A time of day, on the day that the text speaks of where that is known."""
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
    far = reader.news and reader.published is not None and not lately(reader)
    if far or reader.last_day is None or start - reader.last_at > 200:
        return Value("time", None, "none", "none")
    return Value("time", write_day(days(*reader.last_day)), "day", "text", True)


def read_range(reader: Reader, meaning: Range, start: int, end: int) -> Value | None:
    """From one time to another, or on from one."""
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
    precision = min((first.precision, last.precision), key=lambda p: ORDER.index(p) if p in ORDER else 0)
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
    """One end of a value. EDTF has no thirds, quarters or halves in an interval: there they are about that year."""
    end = cast(str, value).split("/")[0 if which == 0 else -1]
    part = re.fullmatch(r"(-?\w{4,})-(?:3[3-9]|4[01])~?", end)
    return f"{part[1]}~" if part else end


def read_bound(reader: Reader, meaning: Bound, start: int, end: int) -> Value | None:
    """An open interval, from a time on or up to it."""
    at = meaning.at
    value: Value | None = READERS[type(at)](reader, at, start, end)
    if value is None:
        return None
    kind = "range" if value.edtf else value.kind
    if value.edtf is None:
        return value
    text = f"{_end(value.edtf, 0)}/.." if meaning.side == "since" else f"../{_end(value.edtf, 1)}"
    return replace(value, kind=kind, edtf=text if edtf.is_edtf(text) else value.edtf)


def read_fixed(reader: Reader, meaning: Fixed, start: int, end: int) -> Value:
    """What needs no context."""
    first = edtf.bounds(meaning.edtf)[0]
    point = civil(first) if first is not None and meaning.precision in ("day", "minute", "second") else None
    return Value(
        meaning.kind, meaning.edtf, meaning.precision, meaning.anchor, meaning.inferred, meaning.duration, point
    )


def read_beside(reader: Reader, meaning: Beside, start: int, end: int) -> Value:
    """A length before or after an event: no calendar value."""
    return Value("duration", None, "none", "event", duration=meaning.iso)


def read_every(reader: Reader, meaning: Every, start: int, end: int) -> Value:
    """What comes again."""
    return Value("set", meaning.edtf, "day" if meaning.edtf else "none", "none", duration=meaning.iso)


def read_event(reader: Reader, meaning: Event, start: int, end: int) -> Value:
    """A time told by an event: no calendar value."""
    return Value("date", None, "none", "event")


def read_reference(reader: Reader, meaning: Named, start: int, end: int) -> Value:
    """Now, lately, some day: no calendar value."""
    return Value("date", None, "none", "document")
