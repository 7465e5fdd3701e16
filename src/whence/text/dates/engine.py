"""The machine that runs the grammar: items in, items out, level by level, the longest match first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whence.errors import BadVocabulary
from whence.text.dates.make import MAKERS, Found
from whence.text.dates.meaning import Bound, Calendar, Clock, Counted, Meaning, Range
from whence.text.dates.rules import Door, Rule, levels
from whence.text.dates.tokens import Item, classes, runs

_CODES = {"Counted": "CALENDAR", "Range": "RANGE", "Bound": "BOUND"}


@dataclass(frozen=True, slots=True)
class Raw:
    """An expression with its meaning, before it is put into the calendar."""

    start: int
    end: int
    meaning: Meaning


def scan(text: str, start: int = 0, end: int | None = None) -> Iterator[Raw]:
    """Every expression of `text[start:end]` with its meaning, in order, none overlapping another."""
    stop = len(text) if end is None else min(end, len(text))
    for run in runs(text, max(0, start), stop):
        items: Sequence[Item] = run
        for level in levels():
            made = _apply(text, items, level)
            if made is items and items is run:
                break
            items = made
        for item in items if items is not run else ():
            if not isinstance(item.value, str):
                yield Raw(item.start, item.end, item.value)  # type: ignore[arg-type]


def _apply(text: str, items: Sequence[Item], level: dict[str, Door]) -> Sequence[Item]:
    codes = "".join(item.code for item in items)
    out: list[Item] = []
    at, found = 0, False
    while at < len(items):
        door = level.get(codes[at])
        made = _longest(text, items, codes, at, door.rules) if door and door.any.match(codes, at) else None
        if made is None:
            out.append(items[at])
            at += 1
        else:
            found = True
            out.append(made[0])
            at = made[1]
    return out if found else items


def _longest(text: str, items: Sequence[Item], codes: str, at: int, rules: Sequence[Rule]) -> tuple[Item, int] | None:
    matches = [(match.end(), rule, match) for rule in rules if (match := rule.pattern.match(codes, at))]
    matches.sort(key=lambda m: -m[0])
    for stop, rule, match in matches:
        if rule.make not in MAKERS:
            raise BadVocabulary("dates_grammar.yaml", rule.name, f"calls the maker {rule.make!r}, which is not there")
        found = Found(text, items, match, rule.options)
        meaning = MAKERS[rule.make](found)
        if meaning is not None:
            return _item(found, meaning, stop), stop
    return None


def _item(found: Found, meaning: Meaning, stop: int) -> Item:
    """The match as one item. Words like since, from and between stand outside the expression that they govern."""
    items = found.items[found.match.start() : stop]
    start, end = items[0].start, items[-1].end
    if isinstance(meaning, Range | Bound) and found.options.get("span") != "whole":
        parts = [i for name in ("a", "b", "x", "y", "yy", "d", "d2", "m", "m2", "n") for i in found.part(name)]
        start = min((i.start for i in parts), default=start)
        end = max((i.end for i in parts), default=end)
    if isinstance(meaning, Counted) and found.options.get("span") == "captured":
        start = found.part("x")[0].start
    if found.options.get("span") == "captured":
        start = (found.part("x") or found.part("y"))[0].start
        end = max(i.end for name in ("x", "y", "e") for i in found.part(name))
    if items[-1].code == classes()["dot"]:
        end = _without_stop(found, items[-2], end)
    if isinstance(meaning, Clock) and items[0].value == "in":
        start = items[1].start
    if isinstance(meaning, Calendar) and meaning.width > 1 and items[0].value == "the" and not _spelled(items):
        start = items[1].start
    name = type(meaning).__name__
    return Item(start, end, classes()[_CODES.get(name, name.upper())], meaning)


def _spelled(items: Sequence[Item]) -> bool:
    return any(item.code == classes()["twenty"] for item in items)


def _without_stop(found: Found, word: Item, end: int) -> int:
    """Before a dot that ends the sentence, after the dot of an abbreviation."""
    rest = found.text[end : end + 2]
    whole = str(word.value) in ("march", "april", "may", "june", "july") or len(str(word.value)) > 4
    return end - 1 if whole or not rest.strip() or (rest[0].isspace() and rest[1:].isupper()) else end
