"""What a maker is given: the match of a rule in its text, and what words stand for."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from whence.text.dates.meaning import Calendar, Meaning
from whence.text.dates.tokens import Item
from whence.text.edtf import month_length
from whence.vocab import load_words, read_yaml

_PLAINER = {"preceding": "previous", "ensuing": "following", "upcoming": "coming"}
WORD_AFTER = re.compile(r"(?:[ \t]|\n(?!\n))*(\w+|[^\w\s])")


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

    @property
    def which(self) -> str:
        """The words captured as `which`; "preceding", "ensuing" and "upcoming" as the plainer words they stand for."""
        return " ".join(_PLAINER.get(word, word) for word in self.words("which"))

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
        found = WORD_AFTER.match(self.text, self.end if end is None else end)
        return found[1].lower() if found else ""

    def glued(self) -> bool:
        """Whether the match hangs on a word, a number or a hyphen: F-16, AK-47, 1980-3, x2014."""
        before, after = self.text[max(0, self.start - 2) : self.start], self.text[self.end : self.end + 2]
        if re.search(_HANGS, self.text[max(0, self.start - 12) : self.start].lower()):
            before = ""
        left = before[-1:].isalnum() or (
            before[-1:] in tuple("-/._@#") and (before[:1].isalnum() or before[-1] in "#@_")
        )
        right = (after[:1] in "/_@" and after[1:].isalnum()) or (after[:1] in "-–" and after[1:].isdigit())
        return left or right or (after[:1] == "." and after[1:].isdigit())


_HANGS = re.compile(r"\b(?:early|mid|late|pre|post|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)[-–]\Z")
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


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day, in that year or in some year."""
    return 1 <= month <= 12 and 1 <= day <= (month_length(year, month) if year else month_length(2000, month))


def checked(year: int, month: int, day: int) -> Calendar | None:
    """The day, or None where there is none."""
    return Calendar(year, month, day) if is_day(year, month, day) else None


def ends_clause(found: Found) -> bool:
    """Whether a clause ends behind the match: no noun or verb follows that it could belong to."""
    after = found.after()
    return after in (".", ",", ";", ")", "", "!", "?", "”", '"', "and", "but", ":", "—", "–", "-", "when", "while")


def whole(unit: str, number: float) -> tuple[str, int]:
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
