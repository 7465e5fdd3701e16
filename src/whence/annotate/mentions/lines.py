"""Sentences prepared for names: which words are proper nouns, verbs or posts."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from whence.annotate.mentions.lexicon import heads
from whence.annotate.mentions.names import Run
from whence.annotate.mentions.roles import RoleWords, Titles, find_roles, with_honorifics
from whence.annotate.mentions.words import Word
from whence.model import Maker
from whence.reader import Reading

VERSION = "1"
FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
HEADINGS = frozenset({"headline", "subheading"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A name found in the text, its words, and its votes."""

    words: tuple[Word, ...]
    votes: Counter[str]

    @property
    def text(self) -> str:
        """The name, without the letters before a ship's."""
        ship = len(self.words) > 1 and self.words[0].lower in heads()["ship_letters"]
        return " ".join(w.text for w in self.words[ship:])


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence prepared: its words, which are proper nouns, its roles, whether it is set like a heading."""

    words: tuple[Word, ...]
    proper: tuple[bool, ...]
    roles: tuple[RoleWords, ...]
    heading: bool
    verbs: tuple[bool, ...]


def found_by(rule: str) -> Maker:
    """The maker of a mention by a rule."""
    return Maker("annotate.mentions", VERSION, rule)


def line_of(
    words: tuple[Word, ...], kind: str, tags: Mapping[int, str], titles: Titles, finite: Container[int]
) -> Line:
    """A sentence prepared for names."""
    proper = tuple(any(tags.get(offset) == "PROPN" for offset in (w.start, w.end - 1)) for w in words)
    long_words = [w for w in words if len(w.text) > 3 and w.text[0].isalpha()]
    capitals = sum(w.capital for w in long_words)
    titled = len(long_words) > 2 and capitals / len(long_words) > 0.8
    verbs = _verbs(words, tags, finite) if titled else _before_clause(words, tags, finite)
    return Line(
        words, proper, with_honorifics(words, tuple(find_roles(words)), titles), titled and kind in HEADINGS, verbs
    )


def finite_verbs(reading: Reading) -> frozenset[int]:
    """Where the finite verbs begin."""
    return frozenset(t.start for tree in reading.trees for t in tree.tokens if t.xpos in FINITE)


def _verbs(words: Sequence[Word], tags: Mapping[int, str], finite: Container[int]) -> tuple[bool, ...]:
    """Which words of a line that is set like a headline are verbs: "Ada Mensah Is Leaving Osk Bank"."""
    found: list[bool] = []
    for i, word in enumerate(words):
        tag = tags.get(word.start)
        behind = tag == "VERB" and i > 0 and words[i - 1].capital  # "Ivo Duda Attending Party"
        goes_on = bool(found) and found[-1] and tag in ("VERB", "AUX", "ADP", "ADV", "PART")
        found.append(word.start in finite or behind or goes_on)
    return tuple(found)


def _before_clause(words: Sequence[Word], tags: Mapping[int, str], finite: Container[int]) -> tuple[bool, ...]:
    """Which words with a capital are verbs all the same, for a clause follows: "Mensah States that it shut".

    Or for they open the sentence: "Beating Ada Mensah, she won".
    """
    after = (*(w.text for w in words[1:]), "")
    opens = (w for w in words[:2] if w.text[0].isalpha())
    opening = next(opens, None)
    return tuple(
        w.capital
        and (
            (w.start in finite and nxt in ("that", "if", "he", "she", "they"))
            or (w is opening and w.lower.endswith("ing") and tags.get(w.start) == "VERB")
        )
        for w, nxt in zip(words, after, strict=True)
    )


def between_verbs(line: Line, run: Run) -> Iterator[Run]:
    """The names on both sides of a verb with a capital: "Ada Mensah Tells Ivo Duda" are two."""
    start = run.first
    for k in range(run.first, run.last):
        if line.verbs[k]:
            if k > start:
                yield Run(start, k)
            start = k + 1
    if start < run.last:
        yield Run(start, run.last)


def tags_of(reading: Reading) -> dict[int, str]:
    """The tag of each token, at its first and at its last character."""
    tags = {}
    for tree in reading.trees:
        for token in tree.tokens:
            tags[token.start] = tags[token.end - 1] = token.upos
    return tags


def known_words(lines: Iterable[Line]) -> dict[str, int]:
    """Words that running text writes with a capital in the middle of a sentence, and never in lower case."""
    up: Counter[str] = Counter()
    low: Counter[str] = Counter()
    for line in lines:
        if line.heading:
            continue
        for i, word in enumerate(line.words):
            if i and line.words[i - 1].text[0].isalnum() and word.text[0].isalpha():
                (up if word.capital else low)[word.lower] += 1
    return {w: n for w, n in up.items() if n > low[w]}
