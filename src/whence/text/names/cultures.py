"""Where a name is at home, and whether two spellings of a word are explained by the way names of there are written.

Mohammed and Muhammad are one name because Arabic writes neither the vowels nor the doubled letter. Peterson and
Petterson are two, or one and a slip: at home they are written in Latin letters, and a letter more is a letter more.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from whence.text.names.spelling import somali
from whence.vocab import read_yaml

_VOWELS = re.compile(r"[^aeiou]+")
_LONGEST = 8  # letters of an ending
_LISTED, _ENDED = 3, 1  # votes of a word that a list has, and of an ending


@dataclass(frozen=True, slots=True)
class Habit:
    """What may differ between two spellings of a name of one home; see `names_cultures.yaml`."""

    exact: bool = False
    doubles: str = ""
    free_vowels: bool = False
    rewrite: tuple[tuple[re.Pattern[str], str], ...] = ()

    def rewritten(self, word: str) -> str:
        """The word with all that the habit makes one written in one way."""
        for pattern, to in self.rewrite:
            word = pattern.sub(to, word)
        return word


@cache
def habits() -> dict[str, Habit]:
    """The habits of each home."""
    return {
        home: Habit(
            told.get("exact", False),
            told.get("doubles", ""),
            told.get("vowels") == "free",
            tuple((re.compile(pattern), to) for pattern, to in told.get("rewrite", ())),
        )
        for home, told in read_yaml("names_cultures.yaml").items()
    }


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    out: dict[str, dict[str, None]] = {}
    for home, told in read_yaml("names_cultures.yaml").items():
        for word in " ".join(told["names"]).split():
            out.setdefault(word, {})[home] = None
    return {word: tuple(homes) for word, homes in out.items()}


def is_listed(word: str) -> bool:
    """Is a folded word a name that some people bear?"""
    return word in _listed() or word in _read_in_japanese()


@cache
def _read_in_japanese() -> frozenset[str]:
    return frozenset(word for names in read_yaml("names_japanese.yaml").values() for word in names.values())


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    out: dict[str, dict[str, None]] = {}
    for home, told in read_yaml("names_cultures.yaml").items():
        for ending in told["endings"].split():
            out.setdefault(ending, {})[home] = None
    return {ending: tuple(homes) for ending, homes in out.items()}


@lru_cache(maxsize=200_000)
def votes(word: str) -> tuple[tuple[str, int], ...]:
    """The homes that a folded word points to, each with how strongly."""
    if homes := _listed().get(word):
        return tuple((home, _LISTED) for home in homes)
    ends = (word[-size:] for size in range(min(_LONGEST, len(word) - 2), 0, -1))
    longest = next((end for end in ends if end in _endings()), "")
    if longest:
        return tuple((home, _ENDED) for home in _endings()[longest])
    return tuple((home, _ENDED) for home, sign in _signs().items() if sign.search(word))


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    told = read_yaml("names_cultures.yaml").items()
    return {home: re.compile(home_told["signs"]) for home, home_told in told if "signs" in home_told}


@lru_cache(maxsize=200_000)
def home(words: tuple[str, ...]) -> str:
    """Where a name of these folded words is at home; "" where they do not tell, or tell two equally."""
    count: Counter[str] = Counter()
    for word in words:
        for where, strength in votes(word):
            count[where] += strength
    ranked = count.most_common(2)
    sure = ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    return ranked[0][0] if sure else ""


def is_covered(one: str, other: str, where: str) -> bool:
    """Does the way names of `where` are written explain why two spellings, alike by sound, differ?"""
    if somali(one) == somali(other):
        return True
    if ("x" in one) != ("x" in other) and _as_heard(one) == _as_heard(other):
        return True
    habit = habits().get(where) or _UNKNOWN
    mine, theirs = habit.rewritten(one), habit.rewritten(other)
    if habit.exact:
        return mine == theirs
    if _doubled(mine, habit.doubles) != _doubled(theirs, habit.doubles):
        return False
    return habit.free_vowels or _vowels(mine) == _vowels(theirs)


def is_respelled(one: str, other: str, where: str) -> bool:
    """Are two words that look alike one, once all that may differ in names of `where` is written in one way?"""
    habit = habits()[where]
    return bool(habit.rewrite) and habit.rewritten(one) == habit.rewritten(other)


_UNKNOWN = Habit(free_vowels=True)


def _as_heard(word: str) -> str:
    """A word as Azerbaijani and other alphabets with an x for kh put foreign names down: Bachmann is Baxman."""
    return re.sub(r"(.)\1", r"\1", re.sub(r"(?:ch|kh)(?=\w)", "x", word))


def _doubled(word: str, free: str) -> Sequence[str]:
    """The consonants that stand twice where the habit leaves no choice; "any" lets them also end a word of four."""
    if free == "any":
        word = _AT_END.sub("", _BETWEEN_ANY.sub(r"\1", word))
    elif free:
        word = re.sub(rf"(?<=[aeiouy])([{free}])\1(?=[aeiouy])", r"\1", word)
    return _TWICE.findall(word)


_TWICE = re.compile(r"([^aeiou])\1")
_BETWEEN_ANY = re.compile(r"(?<=[aeiouy])([^aeiou])\1(?=[aeiouy])")
# "Abbass", "Driss" are French for an s that is no z.
_AT_END = re.compile(r"(?<=^[a-z]{2})([^aeiou])(?=\1$)|(?<=s)s$")


def _vowels(word: str) -> list[str]:
    return [run for run in _VOWELS.split(word) if run]
