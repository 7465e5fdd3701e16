"""Words in a plain form, so that "the burial" and "had been buried" are known for one thing."""

import re
from collections.abc import Iterable
from functools import cache

from whence.text.fold import fold
from whence.vocab import read_yaml

_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDINGS = ("ments", "ment", "ings", "ing", "ists", "ist", "ers", "er", "als", "al", "ed", "es", "s")
_SHORTEST = 3  # letters that an ending must leave: "king" and "thing" have none


def plain_words(text: str) -> frozenset[str]:
    """The words of a text that tell what it is about, in a plain form; names and common words left out."""
    return kindred(word for word in _WORD.findall(text) if word[0].islower())


def kindred(words: Iterable[str]) -> frozenset[str]:
    """The plain forms of words; common ones have none."""
    return frozenset(_plain(fold(word)) for word in words) - {""}


@cache
def _plain(word: str) -> str:
    if len(word) < 2 or word in _common():
        return ""  # "$" is no word
    return _kin().get(word) or bare(word)


def bare(word: str) -> str:
    """A word without what bends it: *arrang* for "arranged" and "arrangement"."""
    if len(word) < _SHORTEST:
        return word
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _SHORTEST), "")
    stem = word.removesuffix(ending)
    if ending and _bends(stem) and not word.endswith("ss"):
        # What is left of "promised" is no plural.
        return _kin().get(stem) or (_tidy(stem) if stem[-1] == "s" else bare(stem))
    return _tidy(word)


def _tidy(word: str) -> str:
    word = word[:-1] if word[-1] == "e" else word
    word = word[:-1] if len(word) > _SHORTEST and word[-1] == word[-2] else word
    return f"{word[:-1]}i" if word[-1] == "y" else word


def _bends(stem: str) -> bool:
    return any(letter in "aeiouy" for letter in stem)


def is_common(word: str) -> bool:
    """Whether a word says nothing of what a text is about: "the", "his"."""
    return len(word) < _SHORTEST or fold(word) in _common()


@cache
def _common() -> frozenset[str]:
    return frozenset(read_yaml("kindred.yaml")["plain"])


@cache
def _kin() -> dict[str, str]:
    return {form: word for word, forms in read_yaml("kindred.yaml")["kin"].items() for form in (word, *forms)}
