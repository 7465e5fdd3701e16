"""Makers: what the words of a match mean. A maker returns None for a look-alike; then a shorter match is tried."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, cast

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
    Meaning,
    Moment,
    Named,
    Point,
    Range,
    Relative,
)
from whence.text.dates.tokens import Item
from whence.text.edtf import is_edtf, month_length
from whence.vocab import load_words, read_yaml

_WORD_AFTER = re.compile(r"(?:[ \t]|\n(?!\n))*(\w+|[^\w\s])")


@cache
def values(table: str) -> Mapping[str, Any]:
    """What words stand for: one table of `dates_values.yaml`."""
    return cast(Mapping[str, Any], read_yaml("dates_values.yaml")[table])


@cache
def neighbours(list_name: str) -> frozenset[str]:
    """One list of `dates_lookalikes.yaml`."""
    return frozenset(load_words("dates_lookalikes.yaml")[list_name])


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule on some items of a text."""

    text: str
    items: Sequence[Item]
    match: re.Match[str]
    options: Mapping[str, str]

    def part(self, name: str) -> Sequence[Item]:
        """The items captured as `name`; none where that part is missing or not of the pattern."""
        if name not in self.match.re.groupindex:
            return ()
        start, end = self.match.span(name)
        return self.items[start:end] if start >= 0 else ()

    def words(self, name: str) -> list[str]:
        """The words captured as `name`, in lower case, without punctuation."""
        return [str(item.value) for item in self.part(name) if str(item.value)[:1].isalnum()]

    def word(self, name: str) -> str:
        """The captured words joined, empty where there are none."""
        return " ".join(self.words(name))

    def number(self, name: str) -> int | None:
        """The captured number, of digits with or without an ordinal ending or of words; None where there is none."""
        words = self.words(name)
        return int(count(words) or 0) if words and count(words) is not None else None

    def meaning(self, name: str) -> Any:
        """What an earlier level made of the part captured as `name`."""
        part = self.part(name)
        return part[0].value if part else None

    @property
    def start(self) -> int:
        """Where the match begins in the text."""
        return self.items[self.match.start()].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.items[self.match.end() - 1].end

    def before(self, start: int | None = None) -> str:
        """The word or sign before the match (or before `start`), in lower case."""
        text, at = self.text, self.start if start is None else start
        stop, lines = max(0, at - 40), 0
        while at > stop and text[at - 1] in " \t\n":
            lines += text[at - 1] == "\n"
            at -= 1
        if at == stop or lines > 1 or text[at - 1].isspace():
            return ""
        first = at - 1
        if text[first].isalnum() or text[first] == "_":
            while first > stop and (text[first - 1].isalnum() or text[first - 1] == "_"):
                first -= 1
        return text[first:at].lower()

    def after(self, end: int | None = None) -> str:
        """The word or sign after the match (or after `end`), in lower case."""
        found = _WORD_AFTER.match(self.text, self.end if end is None else end)
        return found[1].lower() if found else ""

    def glued(self) -> bool:
        """Whether the match hangs on a word, a number or a hyphen: F-16, AK-47, 1980-3, x2014."""
        before, after = self.text[max(0, self.start - 2) : self.start], self.text[self.end : self.end + 2]
        if re.search(r"\b(?:early|mid|late|pre|post)[-–]\Z", self.text[max(0, self.start - 6) : self.start].lower()):
            before = ""
        left = before[-1:].isalnum() or (
            before[-1:] in tuple("-/._@#") and (before[:1].isalnum() or before[-1] in "#@_")
        )
        right = (after[:1] in "/_@" and after[1:].isalnum()) or (after[:1] in "-–" and after[1:].isdigit())
        return left or right or (after[:1] == "." and after[1:].isdigit())


Maker = Callable[[Found], Meaning | None]
MAKERS: dict[str, Maker] = {}


def maker(name: str) -> Callable[[Maker], Maker]:
    """Register a function under the name by which the grammar calls it."""

    def keep(function: Maker) -> Maker:
        MAKERS[name] = function
        return function

    return keep


def count(words: Sequence[str]) -> float | None:
    """The number that words or digits make: "twenty five", "2.5", "1,200", "two and a half"; None for "several"."""
    total, found, joined = 0.0, False, False
    for word in words:
        if word in ("or", "to"):
            total, found = 0.0, False
        elif word == "half":
            total += 0.5
            found = True
        elif word in ("a", "an"):
            joined = not found
            found = found or False
        elif word in ("hundred", "thousand", "million", "billion", "dozen"):
            total = (total or 1) * values("numbers")[word]
            found = True
        else:
            number = _one(word)
            if number is None:
                continue
            total, found = (number if found and word[0].isdigit() else total + number), True
    if found:
        return total
    return 1 if joined and not set(words) - {"a", "an", "good", "full", "whole"} else None


def _one(word: str) -> float | None:
    digits = re.match(r"\d[\d,]*(?:\.\d+)?", word)
    if digits:
        return float(digits[0].replace(",", ""))
    table = values("numbers")
    return cast(float | None, table.get(word, values("ordinals").get(word)))


def month_of(word: str) -> int:
    """The number of a month by its first three letters."""
    return int(values("months")[word[:3]])


def weekday_of(word: str) -> int:
    """The number of a weekday, Monday is 0."""
    return int(values("weekdays")[word[:3]])


def unit_of(word: str) -> str:
    """The singular of a unit's name."""
    irregular = {"centuries": "century", "millennia": "millennium"}
    return irregular.get(word, word.removesuffix("s"))


def iso(unit: str, number: float | None) -> str:
    """An ISO 8601 duration; a number that is not said is X."""
    size, letter = values("units")[unit]
    vague = "X0" if size == 10 else "X"
    amount = vague if number is None else f"{number * size:g}"
    return f"PT{amount}{letter[1]}" if letter[0] == "T" and len(letter) == 2 else f"P{amount}{letter}"


def _years(year: str, base: int | None = None) -> int:
    """The year of two or four digits; two digits follow `base`, or lie in the hundred years up to 2049."""
    if len(year) > 2:
        return int(year)
    if base is not None:
        later = base - base % 100 + int(year)
        return later if later >= base else later + 100
    return int(year) + (2000 if int(year) < 50 else 1900)


def _day(year: int | None, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= (month_length(year, month) if year else month_length(2000, month))


@maker("iso")
def _iso(found: Found) -> Meaning | None:
    text = found.word("when").upper() if found.words("when") else ""
    match = re.fullmatch(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?", text)
    if not match:
        return None
    zone = match[4] or ""
    zone = f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 else zone
    value = f"{match[1]}T{match[2]}{match[3] or ':00'}{zone}"
    return Fixed(value, "second" if match[3] else "minute", "time") if is_edtf(value) else None


@maker("iso_day")
def _iso_day(found: Found) -> Meaning | None:
    year, month, day = found.word("y"), found.word("m"), found.word("d")
    if len(month) != 2 or len(day) != 2 or found.end - found.start != 10 or found.glued():
        return None
    return Calendar(int(year), int(month), int(day)) if _day(int(year), int(month), int(day)) else None


@maker("compact")
def _compact(found: Found) -> Meaning | None:
    # Eight digits are a date only where a label says so: they are as often a number.
    if found.before() not in ("date", ":", "dated", "on") or found.glued():
        return None
    text = found.word("when")
    return _checked(int(text[:4]), int(text[4:6]), int(text[6:]))


def _checked(year: int, month: int, day: int) -> Calendar | None:
    return Calendar(year, month, day) if _day(year, month, day) else None


@maker("slash")
def _slash(found: Found) -> Meaning | None:
    parts = found.word("when").split("/")
    numbers = [int(part) for part in parts]
    if found.glued() or found.before() in neighbours("signs_before_year"):
        return None
    if len(numbers) == 3:
        if len(parts[0]) == 4:
            return _checked(*numbers)
        return _by_order(numbers[0], numbers[1], _years(parts[2])) if len(parts[2]) in (2, 4) else None
    if len(parts[0]) == 4 and 1500 <= numbers[0] < 2100 and len(parts[1]) in (2, 4):
        return _two_years(parts[0], parts[1])
    return Fixed("2001-09-11", "day") if found.word("when") == "9/11" else None


def _by_order(one: int, two: int, year: int) -> Meaning | None:
    """Two numbers and a year: which is the month is known only when one is above 12 or both are equal."""
    if one > 12:
        return _checked(year, two, one)
    if two > 12 or one == two:
        return _checked(year, one, two)
    if not (_day(year, one, two) and _day(year, two, one)):
        return None
    first, last = sorted((f"{year}-{one:02d}-{two:02d}", f"{year}-{two:02d}-{one:02d}"))
    return Fixed(f"[{first},{last}]", "day")


@maker("dots")
def _dots(found: Found) -> Meaning | None:
    day, month, year = found.word("when").split(".")
    return None if found.glued() or len(year) != 4 else _checked(int(year), int(month), int(day))


@maker("calendar")
def _calendar(found: Found) -> Meaning | None:
    day, month = found.number("d"), month_of(found.word("m"))
    year = int(found.word("y")) if found.words("y") and len(found.word("y")) > 2 else None
    if year is not None and year < 1000 and (day is not None and found.after() not in (")", ",", ".", ";")):
        return None
    if found.words("yy") or (found.words("y") and year is None):
        year = _years(found.word("yy") or found.word("y"))
    if day is None:
        return Calendar(year, month) if year else None
    if not _day(year, month, day) or (found.glued() and year is None):
        return None
    if year is None and found.words("d") and not _is_month(found, month_item=found.part("m")[0], dated=True):
        return None
    weekday = weekday_of(found.word("w")) if found.words("w") else None
    return Calendar(year, month, day, weekday=weekday)


def _is_month(found: Found, month_item: Item, *, dated: bool = False) -> bool:
    """Whether a word that can be a verb or a person's name is a month here."""
    word = found.text[month_item.start : month_item.end]
    if month_item.value not in ("may", "march", "mar", "jan", "dec", "sun", "april", "june", "august", "jun"):
        return True
    if dated:
        return not (month_item.value == "may" and found.before() in neighbours("before_name"))
    before, after = found.before(month_item.start), found.after(month_item.end)
    if before in neighbours("before_name") or after in neighbours("after_name"):
        return False
    if word in ("April", "June", "August"):
        following = _WORD_AFTER.match(found.text, month_item.end)
        named = bool(following and following[1][:1].isupper() and following[1].isalpha())
        return before in neighbours("before_month") or not named
    if len(word) == 3 and word.lower() != "may":
        return (before in neighbours("before_month") and before not in (",", "-", "(")) or found.text[month_item.end :][
            :1
        ] == "."
    return before in neighbours("before_month") and not (
        before in (",", "-", ":", ";", "the", "(") and word in ("May", "March") and after not in (",", ".", ")")
    )


@maker("month")
def _month(found: Found) -> Meaning | None:
    item = found.part("m")[0]
    which = found.word("which")
    if found.glued() or (not which and not _is_month(found, item)):
        return None
    if which == "that" or (not which and found.after() in ("st", "street", "avenue", "road")):
        return None
    return Calendar(None, month_of(str(item.value)), which=which)


@maker("month_of")
def _month_of(found: Found) -> Meaning | None:
    which = found.word("which") or "that"
    if not found.words("u"):
        return Calendar(None, month_of(found.word("m")), found.number("d"), which=which)
    if found.word("u") != "year":
        return None
    if which in ("same", "that"):
        return Calendar(None, month_of(found.word("m")), found.number("d"), which="that year")
    return Calendar(None, month_of(found.word("m")), found.number("d"), which=f"{which} year")


@maker("agency")
def _agency(found: Found) -> Meaning | None:
    """The dateline of old agency reports: 6 JUL 89."""
    item = found.part("m")[0]
    word = found.text[item.start : item.end]
    year = _years(found.word("yy"))
    if not word.isupper() or len(word) > 4 or found.glued():
        return None
    return _checked(year, month_of(word.lower()), found.number("d") or 0)


@maker("days_of")
def _days_of(found: Found) -> Meaning | None:
    first, last, month = found.number("d"), found.number("d2"), month_of(found.word("m"))
    year = int(found.word("y")) if found.words("y") else None
    if not (first and last and first < last and _day(year, month, last)) or found.glued():
        return None
    return Range(Calendar(year, month, first), Calendar(year, month, last))


@maker("months_of")
def _months_of(found: Found) -> Meaning | None:
    year, first, last = int(found.word("y")), month_of(found.word("m")), month_of(found.word("m2"))
    return Range(Calendar(year - (first > last), first), Calendar(year, last))


@maker("year")
def _year(found: Found) -> Meaning | None:
    return Calendar(int(found.word("y"))) if is_year(found) else None


def is_year(found: Found) -> bool:
    """Whether a bare number of four digits is a year, by its neighbours."""
    year, before, after = int(found.word("y")), found.before(), found.after()
    if found.glued() or before in neighbours("before_year") or before in neighbours("signs_before_year"):
        return False
    if after in neighbours("after_year") or after in neighbours("signs_after_year"):
        return False
    if after == "-" and re.match(
        r"-(?:[a-z]+-)*(?:foot|seat|page|strong|man|member|mile|km|meter|metre|ton|word|acre|bed|room)",
        found.text[found.end :][:30],
    ):
        return False
    if (
        before in neighbours("quantity_before_year")
        and before not in ("to", "about", "over")
        and after.isalpha()
        and after.endswith("s")
    ):
        return False
    if before == "." and re.search(
        r"\b(?:no|nos|art|sec|vol|p|pp|ch|fig)\s*\.\s*\Z", found.text[max(0, found.start - 8) : found.start].lower()
    ):
        return False
    if re.search(r"\d[ \xa0]\Z", found.text[max(0, found.start - 2) : found.start]):  # a telephone number
        return False
    if _is_address(found) or re.match(r"\s+per\s+cent", found.text[found.end :][:12]):
        return False
    if year < 1850 and re.match(
        r"\s(?!was|his|is|as|has|its|this|does|us)[a-z]+(?:s|ren|men)\b", found.text[found.end :][:24]
    ):
        return False
    return 1500 <= year <= 2050 or before in neighbours("before_odd_year")


def _is_address(found: Found) -> bool:
    """Whether a street's name follows: 1696 Bergen Blvd."""
    words = re.match(r"(?: [A-Z][\w.]*){1,4}", found.text[found.end :][:60])
    return bool(words) and bool(set(words[0].lower().replace(".", "").split()) & neighbours("streets"))  # type: ignore[index]


@maker("named_year")
def _named_year(found: Found) -> Meaning | None:
    year, era = int(re.match(r"\d+", found.word("y"))[0]), found.word("e").replace(".", "")  # type: ignore[index]
    if found.words("u") and (found.word("u") != "year" or (year < 32 and found.after().isalpha())):
        return None
    if found.after() in neighbours("after_year") or (
        found.words("q") and re.match(r" [a-z]+s\b", found.text[found.end :][:24])
    ):
        return None
    if era in ("bc", "bce"):
        return Calendar(1 - year) if year else None
    upper = found.text[found.part("e")[0].start : found.part("e")[0].end] if found.words("e") else "AD"
    if not upper.isupper() or not year:
        return None
    return Calendar(year, mark="~" if found.words("q") else "")


@maker("years")
def _years_range(found: Found) -> Meaning | None:
    first, last = found.word("y"), found.word("yy")
    if found.glued() or not is_year(found):
        return None
    joint = found.text[found.part("y")[0].end : found.part("yy")[0].start]
    if len(last) == 2 and joint == "-" and "01" <= last <= "12" and int(last) <= int(first) % 100:
        return Calendar(int(first), int(last))
    if len(last) < 2 or (len(last) == 2 and " " in joint and joint.strip() == "/"):
        return None
    return _two_years(first, last)


def _two_years(first: str, last: str) -> Meaning | None:
    start, end = int(first), _years(last, int(first))
    return Range(Calendar(start), Calendar(end)) if start < end <= start + 500 else None


@maker("fiscal")
def _fiscal(found: Found) -> Meaning | None:
    return Calendar(int(found.word("y")), mark="~") if found.word("u") in ("", "year") else None


@maker("quarter")
def _quarter(found: Found) -> Meaning | None:
    number = int(found.word("o")[1]) if found.word("o")[:1] in "qh" else found.number("o")
    base, size = (39, 2) if found.word("o")[:1] == "h" else (32, 4)
    if not number or number > size or (found.word("o") == "first" and found.before() in ("a", "one")):
        return None
    year = int(found.word("y")) if found.words("y") else None
    mark = "~" if found.words("f") or found.words("f2") else ""
    which = f"{found.word('which')} year" if found.words("which") else ""
    if year is None and not which and found.after() in ("final", "of", "mile", "century"):
        return None
    return Calendar(year, code=base + number, mark=mark, which=which)


@maker("half")
def _half(found: Found) -> Meaning | None:
    number = found.number("o")
    if number not in (1, 2) or found.word("u") not in ("", "year"):
        return None
    if found.words("y"):
        return Calendar(int(found.word("y")), code=39 + number)
    return Calendar(None, code=39 + number, which=f"{found.word('which') or 'this'} year")


@maker("decade")
def _decade(found: Found) -> Meaning | None:
    word = found.word("y")
    if word in values("decades"):
        return _spelled_decade(found, word)
    digits = re.match(r"\d+", word)[0]  # type: ignore[index]
    if len(digits) == 4:
        year = int(digits)
        if "'" in word or "’" in word:
            return (
                Calendar(year, width=10) if found.before() in ("the", "early", "late", "mid", "-") else Calendar(year)
            )
        return Calendar(year, width=100 if year % 100 == 0 and year < 2000 else 10)
    if found.before() in (*neighbours("signs_before_year"), "her", "his", "their", "my") or found.after() in (
        "°",
        "f",
        "c",
    ):
        return None
    if (
        int(digits) < 60
        and "'" not in found.text[found.start : found.end]
        and "’" not in found.text[found.start : found.end]
    ):
        return None
    return Calendar(int(digits), width=10, short=True)


def _spelled_decade(found: Found, word: str) -> Meaning:
    lead = found.text[found.start : found.part("y")[0].start].lower()
    century = next((n for w, n in (("nineteen", 1900), ("eighteen", 1800), ("seventeen", 1700)) if w in lead), None)
    short = int(values("decades")[word])
    return Calendar((century or 0) + short, width=10, short=century is None)


@maker("centuries")
def _centuries(found: Found) -> Meaning | None:
    first, last = found.number("o"), found.number("o2")
    if found.word("c") != "century" or not first or not last or not first < last <= 30:
        return None
    return Range(Calendar((first - 1) * 100, width=100), Calendar((last - 1) * 100, width=100))


@maker("century")
def _century(found: Found) -> Meaning | None:
    number = found.number("o")
    if not number or found.word("c") != "century" or number > 30:
        return None
    if found.word("e").replace(".", "") in ("bc", "bce"):
        return Fixed(f"-{number * 100 - 1:04d}/-{number * 100 - 100:04d}", "century")
    return Calendar((number - 1) * 100, width=100)


@maker("season")
def _season(found: Found) -> Meaning | None:
    word = found.word("s").removesuffix("time").removesuffix("s")
    word = "fall" if word == "fall" else word
    code = int(values("seasons")[word])
    if found.words("y"):
        return Calendar(int(found.word("y")), code=code)
    which = found.word("which")
    if which:
        return None if which == "that" and word == "fall" else Calendar(None, code=code, which=which)
    return Calendar(None, code=code) if _is_season(found, word) else None


def _is_season(found: Found, word: str) -> bool:
    before, after = found.before(), found.after()
    if found.glued() or after in (
        "olympics",
        "olympic",
        "games",
        "paralympics",
        "palace",
        "street",
        "apart",
        "short",
        "into",
        "from",
    ):
        return False
    the = found.text[found.start : found.start + 3].lower() == "the"
    opens = found.text[found.part("s")[0].start].isupper() and before in (".", "", "?", "!", "/")
    if opens and word in ("summer", "winter", "autumn") and re.match(r" [a-z]", found.text[found.end :][:2]):
        return True
    leads = ("in", "during", "by", "since", "until", "of", "early", "late", "mid", "through", "for", "throughout")
    if word in ("spring", "fall"):
        return (
            before in leads
            and (the or before in ("in", "early", "late", "mid"))
            and after not in ("of", "in")
            and not found.after()[:1].isupper()
        )
    return word in ("summer", "winter", "autumn") and (before in leads or the or found.word("s").endswith("s"))


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
    which = found.word("which")
    if which == "that":
        return None
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
    which = found.word("which")
    clock = Clock(precision="day")
    if which in ("this", "last"):
        return Moment(Relative("day", -1 if which == "last" else 0), clock)
    if which:
        shift = {"next": 1, "following": 1, "previous": -1}.get(which, 0)
        return Moment(Relative("day", shift, "text"), clock)
    if found.before() in neighbours("greetings") or found.glued():
        return None
    lead = found.text[found.start : found.end].lower().split()
    phrase = len(lead) > 1 or found.before() in (
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
    which = found.word("which")
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


@maker("first_units")
def _first_units(found: Found) -> Meaning | None:
    unit, number, year = unit_of(found.word("u")), found.number("n"), int(found.word("y"))
    months = {"month": number, "quarter": 3 * (number or 0)}.get(unit)
    if not months or months > 12:
        return None
    return Fixed(f"{year}-01/{year}-{months:02d}", "month", "duration", duration=iso("month", months))


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
    if word in ("before", "after") and not _ends_clause(found):
        return Beside(unit, 1, sign, iso(unit, 1)) if the or single else None
    if not the and not single:
        return None
    return Relative(unit, sign, "text")


def _ends_clause(found: Found) -> bool:
    after = found.after()
    return after in (".", ",", ";", ")", "", "!", "?", "”", '"', "and", "but", ":", "—", "–", "-", "when", "while")


@maker("night_before")
def _night_before(found: Found) -> Meaning | None:
    if not _ends_clause(found):
        return None
    return Moment(Relative("day", -1 if found.word("p") == "before" else 1, "text"), Clock(precision="day"))


@maker("ago")
def _ago(found: Found) -> Meaning | None:
    unit = unit_of(found.word("u"))
    if (
        found.word("p") == "back"
        and not _ends_clause(found)
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
    unit, shift = _whole(unit, cast(float, number))
    return Relative(unit, -shift)


def _whole(unit: str, number: float) -> tuple[str, int]:
    """A number of units that is whole: half a year is six months, a fortnight two weeks, 1.5 years 18 months."""
    if unit == "fortnight":
        return "week", int(2 * number)
    if number == int(number):
        return unit, int(number)
    smaller = {
        "year": ("month", 12),
        "decade": ("year", 10),
        "century": ("year", 100),
        "week": ("day", 7),
        "day": ("hour", 24),
        "hour": ("minute", 60),
    }
    name, size = smaller.get(unit, (unit, 1))
    return name, int(number * size)


@maker("from_now")
def _from_now(found: Found) -> Meaning | None:
    number = count(found.words("n"))
    unit = unit_of(found.word("u"))
    if number is None:
        return Relative(unit, 0, vague=True)
    unit, shift = _whole(unit, number)
    return Relative(unit, shift)


@maker("later")
def _later(found: Found) -> Meaning | None:
    unit, sign = unit_of(found.word("u")), -1 if found.word("p") == "earlier" else 1
    number = count(found.words("n")) if found.words("n") else None
    if number is None or {"few", "several", "couple"} & set(found.words("n")):
        return Relative(unit, 0, "text", vague=True)
    unit, shift = _whole(unit, number)
    return Relative(unit, sign * shift, "text")


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
        unit, shift = _whole(unit, number)
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
    return Length(iso(unit, None if vague else number))


def _hyphened(found: Found) -> bool:
    return found.text[found.part("u")[0].start - 1] in "-–‐‑"


@maker("age")
def _age(found: Found) -> Meaning | None:
    if found.words("a"):
        if found.after() in ("to", "-", "–", "of", "and") or found.before() in ("bronze", "iron"):
            return None
        return Length(f"P{found.number('n')}Y")
    return Length(iso(unit_of(found.word("u")), count(found.words("n"))))


@maker("shifted_length")
def _shifted_length(found: Found) -> Meaning | None:
    unit, which = unit_of(found.word("u")), found.word("which")
    if which in ("these", "those") or (which == "last" and not found.words("n") and found.after() == "of"):
        return Length(iso(unit, None), "document") if which == "these" and unit == "day" else None
    number = count(found.words("n")) if found.words("n") else None
    frame = "text" if which in ("following", "previous") else "document"
    vague = {"few", "several"} & set(found.words("n"))
    if vague or number is None or frame == "text":
        return Length(iso(unit, None), frame) if vague or number is None else Length(iso(unit, number), frame)
    name, size = _whole(unit, number)
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


@maker("past_unit")
def _past_unit(found: Found) -> Meaning | None:
    unit = found.word("u")
    if unit == "quarter":
        return Relative("quarter", -1)
    brief = unit in ("second", "minute") and found.word("which") != "past"
    return None if brief else Length(iso(unit, 1), "document", unit, -1)


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
    after = _WORD_AFTER.match(found.text, found.end)
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
            r"(?:\d|percent|%|million|billion|thousand|hundred|times|twice|once|dollars|euros|pounds|barrels|tons|people|hours?)\s*\Z",
            found.text[max(0, found.start - 24) : found.start],
        )
    )
    if unit in ("second", "minute", "hour") or not counted or before in ("than", "for"):
        return None
    return Every(iso(unit, 1))


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
        or (not _ends_clause(found) and found.after() not in ("of", "to"))
    ):
        return None if found.before() != "in" else Named("future") if "near" in word else None
    return Named(kind)


@maker("bare_past")
def _bare_past(found: Found) -> Meaning | None:
    the = found.before() == "the" and _ends_clause(found)
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


@maker("clock")
def _clock(found: Found) -> Meaning | None:
    raw = " ".join(str(item.value) for item in found.part("c"))
    zone = values("zones").get(found.word("z").replace("local time", ""), "")
    if raw in ("noon", "midnight"):
        return Clock("12:00:00" if raw == "noon" else "00:00:00", zone)
    half = re.search(r"([ap])\.?m", raw)
    digits = [int(d) for d in re.findall(r"\d+", raw)] or [int(count([raw.split()[0]]) or 0)]
    hour, minute, second = (*digits, 0, 0)[:3]
    if half and not 1 <= hour <= 12 and not 12 < hour < 24:
        return None
    if half and hour <= 12:
        hour = hour % 12 + (12 if half[1] == "p" else 0)
    plain = not half and "clock" not in raw and not found.words("z")
    if hour > 24 or minute > 59 or (plain and not _is_clock(found)):
        return None
    if raw[0].isdigit() and "." in raw.split()[0] and not half:
        return None
    return Clock(f"{hour % 24:02d}:{minute:02d}:{second:02d}", zone, "second" if len(digits) > 2 else "minute")


def _is_clock(found: Found) -> bool:
    before = found.before()
    return not found.glued() and before in (
        "at",
        "by",
        "until",
        "till",
        "before",
        "after",
        "around",
        "about",
        "since",
        "from",
        "to",
        "between",
        "and",
        "till",
        "–",
        "past",
        ",",
    )


@maker("military")
def _military(found: Found) -> Meaning | None:
    text, zone = found.word("c"), found.word("z")
    if (zone not in values("zones") and zone != "hours") or int(text[:2]) > 23 or int(text[2:]) > 59:
        return None
    if zone == "hours" and found.before() not in (
        "at",
        "by",
        "until",
        "from",
        "to",
        "around",
        "about",
        "before",
        "after",
    ):
        return None
    return Clock(f"{text[:2]}:{text[2:]}:00", values("zones").get(zone, ""))


@maker("solar")
def _solar(found: Found) -> Meaning | None:
    month = values("solar_months").get(found.word("m")) if found.words("m") else None
    if not found.words("y"):
        return None
    year = int(found.word("y"))
    era = found.words("e")
    if not 1200 <= year <= 1500 or (month is None and not era) or not _written_upper(found, "e"):
        return None
    value = calendars.solar(year, month, found.number("d"))
    return Fixed(value, "day" if found.words("d") else "month" if month else "year") if value else None


def _written_upper(found: Found, name: str) -> bool:
    part = found.part(name)
    return not part or len(str(part[0].value).replace(".", "")) > 2 or found.text[part[0].start : part[0].end].isupper()


@maker("lunar")
def _lunar(found: Found) -> Meaning | None:
    month = calendars.lunar_month([*found.words("m")]) if found.words("m") else None
    year = int(found.word("y")) if found.words("y") else None
    if year is None or not 1 <= year <= 1600 or not _written_upper(found, "e") or (found.words("m") and month is None):
        return None
    value = calendars.lunar(year, month, found.number("d"))
    return Fixed(value, "day" if found.words("d") else "month" if month else "year") if value else None


@maker("holiday")
def _holiday(found: Found) -> Meaning | None:
    words = found.text[found.start : found.end].lower()
    name = "new year" if found.word("h") == "new" else found.word("h")
    name = f"{name} eve" if "eve" in words.split() else "new year day" if name == "new year" else name
    if name not in values("holidays") or (
        found.word("h") == "new" and not words.startswith("new year") and not found.words("which")
    ):
        return None
    if found.word("k") and found.word("k") not in ("eve", "day"):
        return None
    year = int(found.word("y")) if found.words("y") else None
    if _is_named_after(found):
        return None
    if found.after() in ("tree", "carol", "cards", "island", "present", "presents", "bunny", "egg"):
        return None
    return Calendar(year, holiday=str(values("holidays")[name]), which=found.word("which"))


def _is_named_after(found: Found) -> bool:
    """Whether the feast's name is part of another name: Johnnie Christmas, Christmas Cottage."""
    before = re.search(r"([A-Z][\w.]*) \Z", found.text[max(0, found.start - 30) : found.start])
    lead = before[1].lower() if before else ""
    after = re.match(r" [A-Z]", found.text[found.end :][:3])
    return bool(after) or bool(lead and lead not in neighbours("before_month") and lead not in ("merry", "on", "happy"))


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
    unit, number = _whole(beside.unit, beside.count)
    return Counted(at, unit, beside.sign * number)


@maker("anniversary")
def _anniversary(found: Found) -> Meaning | None:
    number, at = found.number("o"), found.meaning("x")
    if not number or at.year is None:
        return None
    return Counted(at, "year", number)


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
