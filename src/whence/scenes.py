"""What stands around a claim: the names and days of its sentence and of what its document told before."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from whence.model import Claim, Document, Layers, Scene, Sentence, Span
from whence.text.fold import fold
from whence.text.gazetteer import is_country

_NEAR = 4  # sentences before a claim in which what it is about is still before the reader's eyes
_TOLD_IN = frozenset({"headline", "subheading", "dateline", "caption", "body", "quote"})
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class _Said:
    """One sentence: its words, the entities meant in it and where, and the calendar dates."""

    start: int
    words: frozenset[str]
    small: frozenset[str]
    entities: frozenset[str]
    dates: tuple[str, ...]
    quote: str
    named: tuple[tuple[int, int, str], ...]


class Scenes:
    """The scenes of the claims of one document; `links` says who is mentioned where."""

    def __init__(
        self, doc: Document, layers: Layers, links: Mapping[Span, str], names: Mapping[str, str], published: str
    ) -> None:
        self._published = published
        told = [s for s in sorted(layers.sentences) if s.kind in _TOLD_IN]
        self._said = [_said(doc, s, links, names, layers) for s in told]
        self._starts = [s.start for s in self._said]
        self._told = frozenset().union(*(s.entities for s in self._said)) if self._said else frozenset[str]()

    def of(self, claim: Claim, types: Mapping[str, str]) -> Scene:
        """The scene of a claim."""
        at = bisect_right(self._starts, claim.evidence.start) - 1
        if at < 0:
            return Scene(self._published)
        here, before = self._said[at], self._said[max(at - _NEAR, 0) : at]
        near = here.entities.union(*(s.entities for s in before))
        earlier = tuple(date for s in reversed(before) for date in s.dates)
        places = frozenset(e for e in self._told if types[e] in ("place", "facility"))
        people = frozenset(e for e in self._told if types[e] == "person")
        names = (here.entities, near, self._told, places, people)
        said = (here.words, here.dates, earlier)
        return Scene(self._published, *said, *names, small=here.small, quote=here.quote, named=here.named)


def _said(
    doc: Document, sentence: Sentence, links: Mapping[Span, str], names: Mapping[str, str], layers: Layers
) -> _Said:
    inside = sentence.span
    named = {span: e for span, e in links.items() if inside.contains(span)}
    entities = frozenset(e for e in named.values() if not is_country(names[e]))
    dates = tuple(t.edtf for t in layers.times if t.edtf and t.kind != "set" and inside.contains(t.span))
    quote = doc.quote(inside)
    places = tuple(sorted((s.start - inside.start, s.end - inside.start, e) for s, e in named.items()))
    return _Said(inside.start, words_of(quote), small_words_of(quote), entities, dates, quote, places)


def words_of(text: str) -> frozenset[str]:
    """The plain words of a text, figures and what is shorter than three letters left out."""
    return frozenset(_WORD.findall(fold(text)))


def small_words_of(text: str) -> frozenset[str]:
    """The plain words of a text that are written small: those of no name."""
    return frozenset(fold(word) for word in _WORD.findall(text) if word[0].islower())
