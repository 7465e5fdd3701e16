"""Other names in place of those of a window, so that the reader learns what stands around a name."""

import random
from collections import defaultdict
from collections.abc import Iterable

from training.data import Sentence, Text

from whence.link.bonds import PERSONAL

_TYPES = {"person": "name.person", "place": "name.place", "organization": "name.organization"}
# A body's name says what it is ("Ministry of ..."), which decides what it can do: most stay.
_SHARE = {"person": 1.0, "place": 0.5, "organization": 0.2}


def _is_name(word: str) -> bool:
    return word[0].isupper() and len(word) > 1


def _outline(words: Iterable[str]) -> tuple[bool, ...]:
    return tuple(map(_is_name, words))


def _genders(text: Text) -> dict[str, str]:
    """Genders of the chains of a text, by their pronouns."""
    return {
        m.chain: PERSONAL[s.forms[m.first].lower()]
        for s in text.sentences
        for m in s.marks
        if m.chain and m.form == "pronoun" and s.forms[m.first].lower() in PERSONAL
    }


class Names:
    """Names of persons, places and bodies by the outline of their words, which begin with a capital, and by gender."""

    def __init__(self, texts: Iterable[Text]) -> None:
        found: dict[tuple[str, str, tuple[bool, ...]], dict[tuple[str, ...], None]] = defaultdict(dict)
        layers = {layer: type_ for type_, layer in _TYPES.items()}
        self._gender: dict[tuple[int, int, int], str] = {}
        for text in texts:
            genders = _genders(text)
            for s in text.sentences:
                here = {(m.first, m.last): genders.get(m.chain or "", "") for m in s.marks if m.type == "person"}
                self._gender |= {(id(s), *at): g for at, g in here.items()}
                for first, last, layer in sorted(s.spans):
                    words = tuple(s.forms[first : last + 1])
                    if layer in layers and any(map(_is_name, words)):
                        found[layers[layer], here.get((first, last), ""), _outline(words)][words] = None
        self._pool = {k: list(v) for k, v in found.items()}

    def renamed(self, window: list[Sentence], rng: random.Random) -> list[list[str]]:
        """Words of each sentence, names exchanged alike in the whole window; trees and claims fit as before."""
        named = (
            (s, m.type, m.first, m.last)
            for s in window
            for m in s.marks
            if m.form == "named" and m.type in _TYPES and s.heads is None
        )
        marks = sorted(named, key=lambda x: x[2] - x[3])  # the longest first
        instead: dict[str, str] = {}
        chosen = {}
        for s, type_, first, last in marks:
            words = tuple(s.forms[first : last + 1])
            if words in chosen:
                continue
            if all(w in instead for w in words if _is_name(w)):
                chosen[words] = tuple(instead.get(w, w) for w in words)
                continue
            pool = self._pool.get((type_, self._gender.get((id(s), first, last), ""), _outline(words)))
            if not pool or rng.random() >= _SHARE[type_]:
                chosen[words] = words
                continue
            chosen[words] = new = rng.choice(pool)
            if type_ == "person":
                instead |= {a: b for a, b in zip(words, new, strict=True) if _is_name(a) and a not in instead}
                chosen[words] = tuple(instead.get(a, b) for a, b in zip(words, new, strict=True))
        found = {id(s): list(s.forms) for s in window}
        for s, _, first, last in marks:
            taken = found[id(s)]
            if taken[first : last + 1] == s.forms[first : last + 1]:
                taken[first : last + 1] = chosen[tuple(s.forms[first : last + 1])]
        return [found[id(s)] for s in window]
