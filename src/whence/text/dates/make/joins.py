"""Makers of the later levels: shades, days with clocks, ranges and bounds, made of what earlier levels made."""

import re
from dataclasses import replace
from typing import cast

from whence.text.dates.make.found import Found, maker, whole
from whence.text.dates.meaning import Bound, Calendar, Clock, Counted, Meaning, Moment, Named, Point, Range, Relative


@maker("part")
def _part(found: Found) -> Meaning | None:
    base = cast(Calendar | Relative | Moment, found.meaning("x"))
    part = {
        "early": "early",
        "mid": "mid",
        "middle": "mid",
        "late": "late",
        "later": "late",
        "beginning": "start",
        "start": "start",
        "onset": "start",
        "outset": "start",
        "end": "end",
        "close": "end",
    }[found.word("p")]
    if isinstance(base, Moment):
        return base
    if isinstance(base, Relative):
        return replace(base, part=part)
    if found.word("p") == "later" and base.width == 1:
        return None
    return replace(base, part=part)


@maker("half_of")
def _half_of(found: Found) -> Meaning | None:
    base = cast(Calendar, found.meaning("x"))
    number = found.number("o")
    return replace(base, part=f"half {number}") if base.width > 1 or base.month else None


@maker("about")
def _about(found: Found) -> Meaning | None:
    base, word = cast(Calendar, found.meaning("x")), found.word("q")
    if word in ("exactly", "fully", "some", "barely", "just", "almost", "nearly") or base.weekday is not None:
        return None
    return replace(base, mark="~")


@maker("pre_post")
def _pre_post(found: Found) -> Meaning | None:
    before = found.word("p") == "pre"
    return Bound(found.meaning("x"), "until" if before else "since", "before" if before else "after")


@maker("moment")
def _moment(found: Found) -> Meaning | None:
    clock, day = found.meaning("c"), found.meaning("x")
    other = found.meaning("c2")
    if other is not None:
        clock = clock if clock.at else other
    weak = clock.precision == "weak"
    if weak and "," in found.text[found.start : found.end]:
        return None
    if isinstance(day, Relative) and day.unit != "day":
        return None
    if isinstance(day, Calendar) and day.day is None and day.weekday is None and not day.holiday:
        return None
    return Moment(day, clock if clock.precision != "weak" else replace(clock, precision="day"))


@maker("clocks")
def _clocks(found: Found) -> Meaning | None:
    one, two = cast(Clock, found.meaning("c")), cast(Clock, found.meaning("c2"))
    if not one.at or two.at:
        return None
    hour = int(one.at[:2])
    late = re.search(r"afternoon|evening|night", found.text[found.start : found.end].lower())
    return replace(one, at=f"{hour + 12:02d}{one.at[2:]}") if late and 1 <= hour < 12 else one


@maker("apposed")
def _apposed(found: Found) -> Meaning | None:
    day, date = found.meaning("w"), cast(Calendar, found.meaning("x"))
    clock = day.clock if isinstance(day, Moment) else None
    day = day.day if isinstance(day, Moment) else day
    if (
        not isinstance(day, Calendar)
        or day.weekday is None
        or day.month
        or date.month is None
        or date.day is None
        or date.weekday is not None
    ):
        return None
    merged = replace(date, weekday=day.weekday)
    return Moment(merged, clock) if clock else merged


@maker("counted")
def _counted(found: Found) -> Meaning | None:
    beside, at = found.meaning("l"), found.meaning("x")
    if beside.count is None or (
        isinstance(at, Calendar) and (at.weekday is None and at.day is None and at.year is None and at.month is None)
    ):
        return None
    unit, number = whole(beside.unit, beside.count)
    return Counted(at, unit, beside.sign * number)


@maker("anniversary")
def _anniversary(found: Found) -> Meaning | None:
    number, at = found.number("o"), found.meaning("x")
    if not number or at.year is None:
        return None
    return Counted(at, "year", number, True)


@maker("week_of")
def _week_of(found: Found) -> Meaning | None:
    at = cast(Calendar, found.meaning("x"))
    return Counted(at, "week", 0) if found.word("u") == "week" and at.day is not None else None


@maker("within_unit")
def _within_unit(found: Found) -> Meaning | None:
    day, unit = found.meaning("x"), found.meaning("y")
    if (
        not isinstance(unit, Relative)
        or unit.unit != "year"
        or not isinstance(day, Calendar)
        or day.year is not None
        or day.month is None
    ):
        return None
    which = {-1: "last year", 0: "this year", 1: "next year"}.get(unit.shift, "")
    which = "that year" if unit.frame == "text" else which
    return replace(day, which=which) if which else None


@maker("range")
def _range(found: Found) -> Meaning | None:
    first, last = found.meaning("a"), found.meaning("b")
    joint = found.text[found.part("a")[0].end : found.part("b")[0].start].strip().lower()
    dashed = joint in ("-", "–", "—", "‐", "‑", "−")
    led = found.text[found.start : found.start + 4].lower() == "from"
    if not _alike(first, last) or (
        joint in ("to", "until", "till") and not led and not _led(found) and not _both_dates(first, last)
    ):
        return None
    if (
        dashed
        and isinstance(first, Calendar)
        and first.year
        and not first.month
        and not first.code
        and first.width == 1
        and last.year
        and last.year <= first.year
    ):
        return None
    return Range(first, last)


def _led(found: Found) -> bool:
    return found.before() in ("from", "between", "(", "of", "during", "for", "in", "on", ",", ":")


def _both_dates(first: object, last: object) -> bool:
    return isinstance(first, Calendar) and isinstance(last, Calendar)


def _alike(first: object, last: object) -> bool:
    """Whether two points can be the ends of one range: both days or both coarser, in order where years are known."""
    if isinstance(first, Clock) or isinstance(last, Clock):
        return isinstance(last, Clock) and isinstance(first, Clock | Moment) and bool(last.at)
    if isinstance(first, Calendar) and isinstance(last, Calendar):
        if first.year is not None and last.year is not None and not first.short and first.year > last.year:
            return False
        return (first.weekday is None) == (last.weekday is None) or first.day is not None
    if isinstance(first, Relative) and isinstance(last, Relative):
        return first.shift < last.shift or first.unit != last.unit
    return True


@maker("between")
def _between(found: Found) -> Meaning | None:
    first, last = found.meaning("a"), found.meaning("b")
    return Range(first, last) if _alike(first, last) else None


@maker("range_of")
def _range_of(found: Found) -> Meaning | None:
    span, year = cast(Range, found.meaning("x")), cast(Calendar, found.meaning("y"))
    first, last = span.first, span.last
    if year.year is None or year.month or year.code or not (isinstance(first, Calendar) and isinstance(last, Calendar)):
        return None
    if first.year is not None or last.year is not None or not (first.month and last.month):
        return None
    return Range(replace(first, year=year.year - (first.month > last.month)), replace(last, year=year.year))


@maker("to_present")
def _to_present(found: Found) -> Meaning | None:
    named = found.meaning("n")
    if isinstance(named, Named) and named.ref != "present":
        return None
    return Range(found.meaning("a"), None)


@maker("onwards")
def _onwards(found: Found) -> Meaning | None:
    return Bound(found.meaning("a"), "since", "from")


@maker("bound")
def _bound(found: Found) -> Meaning | None:
    cue, at = found.word("p").split()[0], cast(Point, found.meaning("x"))
    item = found.part("x")[0]
    after, tail = found.after(item.end), found.text[item.end : item.end + 2]
    if tail in ("'s", "’s"):
        return None
    the = bool(re.search(r"\bthe\s+\Z", found.text[found.start : item.start].lower()))
    if cue in ("before", "after", "by", "prior") and the and after.isalpha():
        return None
    if cue in ("after", "before") and isinstance(at, Relative) and at.unit == "day" and at.frame == "document":
        return None
    if (
        cue in ("since", "until", "till")
        and the
        and after.isalpha()
        and isinstance(at, Calendar)
        and at.year
        and not at.month
        and at.width == 1
    ):
        return None
    return Bound(at, "since" if cue in ("since", "after") else "until", cue)
