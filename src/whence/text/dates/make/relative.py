"""Makers for what is said from another day: yesterday, on Monday, last year, two weeks ago, the day before."""

import re
from typing import cast

from whence.text.dates.make.found import Found, count, ends_clause, iso, maker, neighbours, unit_of, weekday_of, whole
from whence.text.dates.meaning import Beside, Calendar, Clock, Event, Every, Length, Meaning, Moment, Named, Relative
from whence.text.dates.tokens import Item


@maker("today")
def _today(found: Found) -> Meaning | None:
    shift = {"yesterday": -1, "tomorrow": 1}.get(found.word("t"), 0)
    if found.words("p") or found.word("t") == "tonight":
        return Moment(Relative("day", shift), Clock(precision="day"))
    if found.text[found.part("t")[0].start : found.end].isupper() and found.word("t") == "today":
        return None
    return Relative("day", shift)


@maker("beside_today")
def _beside_today(found: Found) -> Meaning | None:
    shift = {"yesterday": -1, "tomorrow": 1}.get(found.word("t"), 0)
    return Relative("day", shift + (-1 if found.word("p") == "before" else 1)) if found.word("u") == "day" else None


@maker("before_last")
def _before_last(found: Found) -> Meaning | None:
    return Relative(found.word("u"), -2)


@maker("weekday")
def _weekday(found: Found) -> Meaning | None:
    item = found.part("w")[0]
    word = found.text[item.start : item.end]
    if not word[0].isupper() or (len(word) <= 4 and not _is_short_weekday(found, item)):
        return None
    before, after = found.before(), found.after()
    if before in (
        "black",
        "bloody",
        "palm",
        "easter",
        "ash",
        "good",
        "shrove",
        "super",
        "cyber",
        "giving",
    ) and not found.words("which"):
        return None
    which = found.which
    if which == "that":
        return None
    lead = found.text[found.start : item.start].lower().split()
    if which == "following" and "the" not in lead and before != "the" and (which in lead or not lead):
        which = ""  # "left following Sunday's defeat": after it
    if found.words("u"):
        which = f"{which} week"
    if which.startswith("this ") and which not in ("this week",):
        which = {"coming": "next", "past": "last"}.get(which[5:], "this")
    day = Calendar(weekday=weekday_of(str(item.value)), which=which, cue=before if before in ("by", "until") else "")
    _ = after
    return Moment(day, Clock(precision="day")) if found.words("p") else day


def _is_short_weekday(found: Found, item: Item) -> bool:
    text = found.text[item.start : item.end]
    return (found.text[item.end : item.end + 1] in (".", ",") and text not in ("Sun", "Sat", "Wed")) or (
        found.before() in ("on", "last", "next", "this", "(")
    )


@maker("weekdays")
def _weekdays(found: Found) -> Meaning | None:
    return Every("P1W") if found.before() in ("on", "and", "or", "to", "through", ",") else None


@maker("part_of_day")
def _part_of_day(found: Found) -> Meaning | None:
    which = found.which
    clock = Clock(precision="day")
    if which in ("this", "last"):
        return Moment(Relative("day", -1 if which == "last" else 0), clock)
    if which:
        shift = {"next": 1, "following": 1, "previous": -1}.get(which, 0)
        return Moment(Relative("day", shift, "text"), clock)
    if found.before() in neighbours("greetings") or found.glued():
        return None
    lead = found.text[found.start : found.end].lower().split()
    phrase = bool({"the", "early", "late"} & set(lead)) or found.before() in (
        "at",
        "by",
        "until",
        "before",
        "after",
        "around",
        "toward",
        "towards",
        "all",
    )
    return clock if phrase or found.word("p") == "overnight" else Clock(precision="weak")


@maker("relative")
def _relative(found: Found) -> Meaning | None:
    unit = found.options.get("u") or found.word("u")
    which = found.which
    if which == "this" and unit == "day":
        return None
    words = found.text[found.start : found.end].lower().split()
    if unit in ("second", "minute", "century", "millennium") and which not in ("last", "this", "next"):
        return None
    if which == "that" and unit not in ("year", "day", "week", "month", "decade", "quarter", "summer", "weekend"):
        return None
    if which in ("this", "that", "same") and unit in ("second", "minute", "hour", "semester"):
        return None
    shift = _SHIFTS[which.split()[-1]]
    frame = (
        "text"
        if which.split()[-1] in ("same", "that", "following", "previous") or which.startswith("that")
        else "document"
    )
    the = words[0] == "the" and which in ("next", "past", "last")
    if the and which == "next" and unit in ("day", "morning"):
        frame = "text"
    if the and which in ("past", "last") and unit != "quarter":
        return Length(iso(unit, 1), "document", unit, -1)
    if which == "past" and words[0] != "this" and unit != "quarter":
        return Length(iso(unit, 1), "document", unit, -1)
    part = next((p for p in ("earlier", "later", "early", "late") if words[0] == p), "")
    return Relative(unit, shift, frame, part)


_SHIFTS = {
    "latest": -1,
    "last": -1,
    "past": -1,
    "previous": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "this": 0,
    "current": 0,
    "that": 0,
    "same": 0,
}


@maker("the_unit")
def _the_unit(found: Found) -> Meaning | None:
    unit, before, after = found.word("u"), found.before(), found.after()
    lead = found.text[found.start : found.start + 3].lower() != "the"
    if after in ("ended", "ending") and not lead:
        return Length(iso(unit, 1))
    if unit not in ("year", "month", "week", "day", "quarter", "decade", "weekend") or found.glued():
        return None
    allowed = {
        "year": ("for", "during", "in", "within", "of"),
        "quarter": ("for", "during", "in", "of"),
        "month": ("for", "during", "in", "of"),
        "week": ("for", "during", "in", "of"),
        "day": ("during", "in", "of"),
        "decade": ("during", "in", "of"),
        "weekend": ("over", "during", "of", "throughout", "for"),
    }[unit]
    if not lead and (
        before not in allowed or after in ("of", "when", "that", "in", "he", "she", "they", "after", "before", "-", "'")
    ):
        return None
    if (
        unit in ("day", "week", "month", "year")
        and before == "of"
        and not re.search(
            r"\b(?:end|close|start|beginning|rest|remainder|half|part|middle)\s+of\s+\Z",
            found.text[max(0, found.start - 24) : found.start].lower(),
        )
    ):
        return None
    return Relative(unit, 0, "nearest", found.text[found.start :].split()[0].lower() if lead else "")


@maker("year_end")
def _year_end(found: Found) -> Meaning | None:
    if found.word("u") not in ("year", "month", "quarter", "week") or found.glued():
        return None
    if found.words("y"):
        return Calendar(int(found.word("y")), part="end")
    return Relative(found.word("u"), 0, "document", "end")


@maker("event")
def _event(found: Found) -> Meaning | None:
    return Event() if found.after() not in ("crimes", "-", "zone", "games") else None


@maker("year_ago")
def _year_ago(found: Found) -> Meaning | None:
    if found.word("p") == "quarter" and found.word("u") == "year":
        return Relative("quarter", -4)
    return Relative(found.word("u"), -1, "document")


@maker("unit_beside")
def _unit_beside(found: Found) -> Meaning | None:
    unit, word = found.word("u"), found.word("p")
    the = found.text[found.start : found.start + 3].lower() == "the"
    single = found.text[found.start : found.start + 2].lower() in ("a ", "an")
    sign = -1 if word in ("before", "earlier", "previous") else 1
    if unit in ("second", "minute", "hour"):
        return Beside(unit, 1, sign, iso(unit, 1)) if not the else None
    if word in ("before", "after") and not ends_clause(found):
        return Beside(unit, 1, sign, iso(unit, 1)) if the or single else None
    if not the and not single:
        return None
    return Relative(unit, sign, "text")


@maker("night_before")
def _night_before(found: Found) -> Meaning | None:
    if not ends_clause(found):
        return None
    return Moment(Relative("day", -1 if found.word("p") == "before" else 1, "text"), Clock(precision="day"))


@maker("ago")
def _ago(found: Found) -> Meaning | None:
    unit = unit_of(found.word("u"))
    if (
        found.word("p") == "back"
        and not ends_clause(found)
        and found.after() not in ("that", "he", "she", "they", "we", "i", "it")
    ):
        return None
    if not found.words("n"):
        return Relative(unit, 0, vague=True)
    number = count(found.words("n"))
    words = found.words("n")
    vague = number is None or bool({"few", "several", "many", "couple", "dozens"} & set(words))
    if vague:
        return Relative(unit, 0, vague=True)
    unit, shift = whole(unit, cast(float, number))
    return Relative(unit, -shift)


@maker("from_now")
def _from_now(found: Found) -> Meaning | None:
    number = count(found.words("n"))
    unit = unit_of(found.word("u"))
    if number is None:
        return Relative(unit, 0, vague=True)
    unit, shift = whole(unit, number)
    return Relative(unit, shift)


@maker("later")
def _later(found: Found) -> Meaning | None:
    unit, sign = unit_of(found.word("u")), -1 if found.word("p") == "earlier" else 1
    number = count(found.words("n")) if found.words("n") else None
    if number is None or {"few", "several", "couple"} & set(found.words("n")):
        return Relative(unit, 0, "text", vague=True)
    unit, shift = whole(unit, number)
    return Relative(unit, sign * shift, "text")


@maker("past_unit")
def _past_unit(found: Found) -> Meaning | None:
    unit = found.word("u")
    if unit == "quarter":
        return Relative("quarter", -1)
    brief = unit in ("second", "minute") and found.which != "past"
    return None if brief else Length(iso(unit, 1), "document", unit, -1)


@maker("reference")
def _reference(found: Found) -> Meaning | None:
    word = found.word("n")
    if word == "now" and (found.after() in ("that", "-") or found.glued()):
        return None
    if found.text[found.start].isupper() and found.text[found.start : found.start + 3] == "NOW":
        return None
    kind = "past" if word in ("recently", "lately") or "past" in word else "future" if "future" in word else "present"
    if kind == "future" and (
        found.text[found.start : found.start + 3].lower() != "the"
        or (not ends_clause(found) and found.after() not in ("of", "to"))
    ):
        return None if found.before() != "in" else Named("future") if "near" in word else None
    return Named(kind)


@maker("bare_past")
def _bare_past(found: Found) -> Meaning | None:
    the = found.before() == "the" and ends_clause(found)
    return (
        Named("past")
        if the and re.search(r"\bin\s+the\s+\Z", found.text[max(0, found.start - 12) : found.start].lower())
        else None
    )


@maker("bare_present")
def _bare_present(found: Found) -> Meaning | None:
    return (
        Named("present")
        if found.before() in ("-", "–", "—", "to")
        and (found.after() in (")", ".", ",", ";", "") or found.before() != "to")
        else None
    )
