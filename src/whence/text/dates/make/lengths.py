"""Makers for how long and how often: three years, a five-year plan, every Friday, twice a week."""

import re

from whence.text.dates.make.found import (
    WORD_AFTER,
    Found,
    count,
    iso,
    maker,
    month_of,
    neighbours,
    unit_of,
    values,
    whole,
)
from whence.text.dates.meaning import Beside, Every, Fixed, Length, Life, Meaning, Relative


@maker("first_units")
def _first_units(found: Found) -> Meaning | None:
    unit, number, year = unit_of(found.word("u")), found.number("n"), int(found.word("y"))
    months = {"month": number, "quarter": 3 * (number or 0)}.get(unit)
    if not months or months > 12:
        return None
    return Fixed(f"{year}-01/{year}-{months:02d}", "month", "duration", duration=iso("month", months))


@maker("beside")
def _beside(found: Found) -> Meaning | None:
    unit, word = unit_of(found.word("u")), found.word("p")
    if word in ("since", "from") or (
        word in ("before", "after", "following") and not found.words("n") and found.before() in ("the", "in", "of")
    ):
        return None
    number = count(found.words("n")) if found.words("n") else None
    length = iso(unit, number)
    if word in ("before", "after") and found.after() in (".", ",", "", ")", ";"):
        if number is None:
            return Relative(unit, 0, "text", vague=True)
        unit, shift = whole(unit, number)
        return Relative(unit, -shift if word == "before" else shift, "text")
    vague = bool({"few", "several", "couple"} & set(found.words("n"))) or _loose(found)
    return Beside(unit, None if vague else number, -1 if word in ("before", "prior to") else 1, length)


def _loose(found: Found) -> bool:
    return (
        found.text[found.start : found.start + 9]
        .lower()
        .startswith(("less", "more", "about", "nearly", "almost", "at ", "over", "just", "around"))
    )


@maker("length")
def _length(found: Found) -> Meaning | None:
    if found.word("u").endswith("long"):
        return Length(iso(found.word("u").removesuffix("long"), 1))
    unit, words = unit_of(found.word("u")), found.words("n")
    number = count(words)
    if number is not None and number > 1 and unit == found.word("u") and not _hyphened(found):
        return None
    if unit in ("second", "minute") and words and words[-1] in ("a", "the") and found.after() not in (".", ",", "of"):
        return None
    if words and words[-1] in ("a", "an") and found.glued():
        return None
    if unit == "second" and words in (["a"], ["the"], ["one"]):
        return None
    if unit == "quarter" and (
        words in (["a"], ["one"], ["three"]) or found.after() in ("of", "million", "billion", "century", "mile")
    ):
        return None
    if words in (["a"], ["an"]) and found.before() in ("such", "what", "quite", "once", "percent", "%"):
        return None
    if (
        unit == "day"
        and words in (["a"], ["one"])
        and words == ["one"]
        and found.before() not in ("for", "in", "than", "within", "only", "just", "of", "least")
    ):
        return None
    if (
        words in (["a"], ["an"])
        and unit == "day"
        and found.before() not in ("for", "in", "than", "within", "about", "over", "just")
    ):
        return None
    if number is None and set(words) & {"several", "many", "numerous", "countless", "multiple"} and unit == "second":
        return None
    vague = bool({"few", "couple", "several", "dozens"} & set(words)) and "couple" not in words
    if vague or number is None:
        return Length(iso(unit, None))
    name, size = whole(unit, number) if number < 1 else (unit, number)
    return Length(iso(name, size))


def _hyphened(found: Found) -> bool:
    return found.text[found.part("u")[0].start - 1] in "-–‐‑"


@maker("life")
def _life(found: Found) -> Meaning | None:
    years = found.number("o") or found.number("n")
    return Life(years, bool(found.words("o"))) if years else None


@maker("age")
def _age(found: Found) -> Meaning | None:
    if found.words("a"):
        if found.after() in ("to", "-", "–", "of", "and") or found.before() in ("bronze", "iron"):
            return None
        return Length(f"P{found.number('n')}Y")
    return Length(iso(unit_of(found.word("u")), count(found.words("n"))))


@maker("shifted_length")
def _shifted_length(found: Found) -> Meaning | None:
    unit, which = unit_of(found.word("u")), found.which
    if which in ("these", "those") or (which == "last" and not found.words("n") and found.after() == "of"):
        return Length(iso(unit, None), "document") if which == "these" and unit == "day" else None
    number = count(found.words("n")) if found.words("n") else None
    if found.after() == "of":
        return Length(iso(unit, number))
    frame = "text" if which in ("following", "previous") else "document"
    vague = {"few", "several"} & set(found.words("n"))
    if vague or number is None or frame == "text":
        return Length(iso(unit, None), frame) if vague or number is None else Length(iso(unit, number), frame)
    name, size = whole(unit, number)
    return Length(iso(unit, number), frame, name, size if which in ("next", "coming") else -size)


@maker("bare_units")
def _bare_units(found: Found) -> Meaning | None:
    before, after, unit = found.before(), found.after(), unit_of(found.word("u"))
    if unit in ("second", "night", "morning", "afternoon", "evening", "weekend", "semester") and before != "for":
        return None
    if after in ("old", "-") or found.glued():
        return None
    good = (
        before
        in (
            "for",
            "within",
            "after",
            "lasted",
            "lasting",
            "took",
            "take",
            "takes",
            "spent",
            "spend",
            "spending",
            "waited",
        )
        or (
            before in ("in", "over", "through", "of", "until")
            and unit in ("day", "week", "month", "year", "decade", "century", "hour")
            and after not in ("to", "past")
        )
        or (after in ("of",) and before in ("after", "for", "despite", "following", "with", "by"))
    )
    return Length(iso(unit, None)) if good else None


@maker("every")
def _every(found: Found) -> Meaning | None:
    word = found.word("u")
    if word[:3] in values("weekdays") and word not in ("monthly", "month", "months", "second"):
        return Every("P1W")
    if word in values("seasons") or (
        word[:3] in values("months") and word not in ("month", "months", "decade", "decades")
    ):
        return Every("P1Y")
    unit = unit_of(word)
    number = (
        count(found.words("n"))
        if found.words("n") and "times" not in found.word("n") and found.word("n") not in ("once", "twice", "thrice")
        else 1
    )
    lead = found.text[found.start : found.end].lower().split()
    if "other" in lead:
        number = 2
    if unit in ("second",) or (unit == "minute" and "every" in lead and found.before() == "of"):
        return None
    return Every(iso(unit, number)) if unit in values("units") else None


@maker("every_date")
def _every_date(found: Found) -> Meaning | None:
    return Every("P1Y", f"XXXX-{month_of(found.word('m')):02d}-{found.number('d'):02d}")


@maker("often")
def _often(found: Found) -> Meaning | None:
    word = found.text[found.part("f")[0].start : found.end]
    after = WORD_AFTER.match(found.text, found.end)
    named = bool(after and after[1][:1].isupper() and after[1].isalpha())
    opening = found.before() in ("", ".", "?", "!", ":", "•", "*") or found.text[found.start : found.end].isupper()
    if word[0].isupper() and (
        not opening or named or found.after() in neighbours("capital_often") or found.before() == "the"
    ):
        return None
    return Every(str(values("often")[found.word("f")]))


@maker("per")
def _per(found: Found) -> Meaning | None:
    before, unit = found.before(), found.word("u")
    counted = bool(
        re.search(
            r"(?:\d|percent|%|days|million|billion|thousand|hundred|times|twice|once|dollars|euros|pounds|barrels|tons|people|hours?)\s*\Z",
            found.text[max(0, found.start - 24) : found.start],
        )
    )
    if unit in ("second", "minute", "hour") or not counted or before in ("than", "for"):
        return None
    return Every(iso(unit, 1))
