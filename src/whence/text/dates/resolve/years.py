"""Days, months, seasons and weekdays: the year or the week that the words leave out."""

from dataclasses import replace
from typing import cast

from whence.text import edtf
from whence.text.dates import calendars
from whence.text.dates.meaning import Calendar
from whence.text.dates.resolve.reader import Reader, Value, stops
from whence.text.dates.resolve.write import first_month, write_calendar
from whence.text.dates.tense import direction
from whence.text.edtf import civil, days, month_length, write_day

_NEAR = 900  # characters: beyond, a year that was named no longer dates the months that follow


_PARAGRAPH = 240  # characters, about two sentences


def read_calendar(reader: Reader, meaning: Calendar, start: int, end: int) -> Value:
    """A place in the calendar, its year or week found where the words leave it out."""
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
    point = None if meaning.year is None else (meaning.year, meaning.month or first_month(meaning), meaning.day)
    if meaning.width > 1:
        point = None
    return Value("date", value, precision, anchor, inferred, point=point)


def _century_of(reader: Reader, meaning: Calendar) -> Calendar:
    # Without a document date, "the '20s" are of this century and "the '30s" of the last, as people now write.
    now = civil(reader.published)[0] if reader.published is not None else 2029
    year = now - now % 100 + cast(int, meaning.year)
    return replace(meaning, year=year if year <= now else year - 100, short=False)


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
    own = meaning.month or first_month(meaning) or 6
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
    same = not stops(between)
    if reader.news and reader.published is not None:
        if same and reader.last_anchor == "absolute" and _leads(reader, meaning, between):
            return year
        return year if _told_on(reader, meaning, between) else None
    if not same and month is None and _in_passing(reader):
        return None
    if month is not None and meaning.month is not None and meaning.month < month - 6 and day is not None:
        return year + 1
    return year


def _in_passing(reader: Reader) -> bool:
    """Whether the year just named is only that of a thing: "the war of 1987", "the 1987 Act", "(born 1987)"."""
    before = reader.text[max(0, reader.last_at - 16) : reader.last_at].split()[:-1]
    return bool(before) and before[-1].lower() in ("of", "the", "a", "an", "born", "since", "'s", "’s", "this", "that")


def _leads(reader: Reader, meaning: Calendar, between: str) -> bool:
    """Whether the year just said also holds for a day or month in news: close by, and no such day was lately."""
    year, month, _ = cast("tuple[int, int | None, int | None]", reader.last)
    now = cast(int, reader.published)
    if year == civil(now)[0] or len(between) > 90 or (month is None and meaning.day is None):
        return False
    start = days(civil(now)[0], meaning.month or 1, min(meaning.day or 1, 28))
    return (now - start) % 365 > 100


def _told_on(reader: Reader, meaning: Calendar, between: str) -> bool:
    """Whether news tells on, in one paragraph, of a year long gone: "He fell ill in 2009. On 3 April he resigned."

    Only where the day, taken as the text's last, would lie in an earlier calendar year than the text and long before
    it: news says a day without its year of its own year.
    """
    year, _, _ = cast("tuple[int, int | None, int | None]", reader.last)
    now = cast(int, reader.published)
    here, month, _ = civil(now)
    if meaning.day is None or meaning.month is None or meaning.weekday is not None or year >= here - 1:
        return False
    near = len(between) <= _PARAGRAPH and "\n" not in between and reader.last_anchor in ("absolute", "text")
    last = days(here - 1, meaning.month, min(meaning.day, 28))
    return near and not _in_passing(reader) and meaning.month > month and now - last > 100


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
