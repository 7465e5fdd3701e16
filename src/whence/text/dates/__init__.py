"""Expressions of time in a text: where they stand and what they mean, in EDTF.

A grammar of our own (`vocab/data/dates_grammar.yaml` over the words of `dates.yaml`) and a small engine:
`tokens` makes items, `engine` runs the rules, `make` says what they mean, `resolve` puts it into the calendar.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from whence.text import edtf
from whence.text.dates.engine import Raw, scan
from whence.text.dates.meaning import Calendar, Length, Meaning, Moment, Named, Range, Relative
from whence.text.dates.resolve import Reader, Value

_SPEECH = re.compile(r"\b(?:I|we|you|We|You|our|my)\b")
_TOLD = re.compile(r"\b(?:said|says|told|announced|reported|added|will|voted|arrested|killed|died|was|were)\b")
# What an office does "Today, the ministry ..." it does on the day of its release.
_ANNOUNCED = re.compile(
    r",[^;:]{0,140}?\b(?:announced|designated|sanctioned|imposed|charged|indicted|sentenced|fined|signed|issued|approved"
    r"|filed|unsealed|released)\b"
)
_LASTING = re.compile(r"\b(?:still|than|known|continues?)\b|\bas \w+ today")

__all__ = ["Expression", "find"]


@dataclass(frozen=True, slots=True, order=True)
class Expression:
    """An expression of time at `text[start:end]`.

    `kind`: date, time, range, duration, set. `edtf` is None where there is no calendar value. `precision`: second,
    minute, hour, day, week, month, season, year, decade, century, none. `anchor`: absolute, document (relative to the
    document's date), text (relative to another date of the text), event, none. `inferred`: the value has a part that is
    not said. `duration` is the ISO 8601 length of a duration or the step of a set, X for what is not said.
    """

    start: int
    end: int
    kind: str
    edtf: str | None
    precision: str
    anchor: str
    inferred: bool
    duration: str | None = None


def find(text: str, *, published: str | None = None, start: int = 0, end: int | None = None) -> Iterator[Expression]:
    """Yield every expression of time in `text[start:end]`, in order, none overlapping another.

    `published` is the document's date in EDTF: a day, a month, a year or an interval; where it is no day, a relative
    expression has a value only if every day of it gives the same. Raises `BadDate` when it is no EDTF.
    """
    found = list(scan(text, start, end))
    if not found:
        return
    first, last = edtf.bounds(published) if published else (None, None)
    news = _speaks_from_its_day(found, first)
    daily = _is_daily(found)
    found = found if daily else [_nowadays(text, raw) for raw in found]
    if first == last or first is None or last is None:
        known = first if first is not None else last
        yield from _read(text, found, known, news, daily)
        return
    for one, two in zip(_read(text, found, first, news, daily), _read(text, found, last, news, daily), strict=True):
        yield one if one.edtf == two.edtf else _either(one, two)


def _either(one: Expression, two: Expression) -> Expression:
    """What holds whichever of two days is the document's date."""
    return Expression(one.start, one.end, one.kind, None, one.precision, one.anchor, False, one.duration)


def _read(text: str, found: list[Raw], published: int | None, news: bool, daily: bool) -> Iterator[Expression]:
    reader = Reader(text, published, news, daily)
    for index, raw in enumerate(found):
        meaning = _explained(text, raw, found[index + 1] if index + 1 < len(found) else None)
        value = reader.read(meaning, raw.start, raw.end)
        if value is not None:
            yield _expression(raw, value)


def _explained(text: str, raw: Raw, after: Raw | None) -> Meaning:
    """A weekday that the date right behind it explains: "on Saturday (July 24, 2004)"."""
    if after is None or not isinstance(after.meaning, Calendar) or after.meaning.day is None:
        return raw.meaning
    day = _day(raw.meaning)
    if text[raw.end : after.start].strip() not in ("(", ",", "(on"):
        return raw.meaning
    if isinstance(day, Relative) and (day.unit, day.frame) == ("day", "document") and after.meaning.year is not None:
        day = after.meaning
    elif isinstance(day, Calendar) and day.weekday is not None and day.month is None:
        day = replace(after.meaning, weekday=day.weekday)
    else:
        return raw.meaning
    return replace(raw.meaning, day=day) if isinstance(raw.meaning, Moment) else day


def _expression(raw: Raw, v: Value) -> Expression:
    return Expression(
        raw.start, raw.end, v.kind, v.edtf, v.precision, v.anchor, v.inferred and v.edtf is not None, v.duration
    )


def _speaks_from_its_day(found: list[Raw], published: int | None) -> bool:
    """Whether the text speaks from its own time, as news does (last month), and tells no story of other years."""
    if any(_deictic(_day(raw.meaning)) or _near(_day(raw.meaning), published) for raw in found):
        return True
    present = sum(
        isinstance(raw.meaning, Named) or (isinstance(raw.meaning, Length) and raw.meaning.frame == "document")
        for raw in found
    )
    return sum(_has_year(raw.meaning) for raw in found) <= max(2, present)


def _day(meaning: Meaning) -> Meaning:
    return meaning.day if isinstance(meaning, Moment) else meaning


def _near(meaning: Meaning, published: int | None) -> bool:
    """Whether a day is named that lies near the document's own."""
    if published is None or not isinstance(meaning, Calendar) or not (meaning.year and meaning.month and meaning.day):
        return False
    return abs(edtf.days(meaning.year, meaning.month, meaning.day) - published) <= 120


def _has_year(meaning: object) -> bool:
    if isinstance(meaning, Range):
        return _has_year(meaning.first) or _has_year(meaning.last)
    return isinstance(meaning, Calendar) and meaning.year is not None


def _deictic(meaning: object) -> bool:
    if isinstance(meaning, Relative):
        return meaning.frame == "document"
    return isinstance(meaning, Calendar) and (
        (meaning.weekday is not None and meaning.day is None)
        or meaning.which.split(" ")[0] in ("last", "this", "next", "past", "coming")
    )


def _is_daily(found: list[Raw]) -> bool:
    """Whether the text tells of its own days (yesterday, on Monday): only then is "today" a day, and not nowadays."""
    for raw in found:
        day = _day(raw.meaning)
        if isinstance(day, Calendar) and day.weekday is not None and day.month is None:
            return True
        if isinstance(day, Relative) and (day.unit, day.frame) == ("day", "document") and day.shift:
            return True
    return len(found) < 4


def _nowadays(text: str, raw: Raw) -> Raw:
    """In a text that does not tell of its days, "today" is a day only where something is told or said of it."""
    if raw.meaning != Relative("day", 0):
        return raw
    near = text[max(0, raw.start - 70) : raw.end + 30]
    spoken = (_TOLD.search(near) or _SPEECH.search(near)) and not _LASTING.search(near)
    opened = text[raw.start : raw.end] == "Today" and _ANNOUNCED.match(text, raw.end)
    return raw if spoken or opened else Raw(raw.start, raw.end, Named("present"))
