"""From scored spans to mentions: which of those that compete is kept, and whether it is a name, nominal or pronoun."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from whence.reader import Token

_BOUND = frozenset(("name.nationality", "name.role"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of words of one sentence, the last included, with its layer (`name.person`, `np.time`) and probability."""

    first: int
    last: int
    type: str
    score: float


def mentions(
    candidates: Iterable[Candidate], tokens: Sequence[Token], forms: Sequence[str]
) -> Iterator[tuple[Candidate, str]]:
    """Yield the kept spans with their form: names from the name layers, the rest from the noun-phrase layers.

    A noun phrase headed by a name is kept, without title and article, only where the name layers found nothing in it.
    """
    found = list(candidates)
    names = _compatible((c for c in found if c.type.startswith("name.")), nested=False)
    phrases = _compatible((c for c in found if c.type.startswith("np.")), nested=True)
    yield from ((c, "nominal" if c.type == "name.role" else "name") for c in names)
    proper = [c for c in names if c.type not in _BOUND]
    for c in phrases:
        c = _without_clitic(c, forms)
        form = _form(c, tokens)
        if form != "name" or c.type == "np.time":
            yield c, form
        elif not any(n.first <= c.last and c.first <= n.last for n in proper):
            yield _bare(c, tokens), form


def _compatible(candidates: Iterable[Candidate], *, nested: bool) -> list[Candidate]:
    """The best spans of which no two cross or are the same; without `nested`, no two of one type overlap."""
    found = list(candidates)
    if len(found) < 2:
        return found
    kept: list[Candidate] = []
    for c in sorted(found, key=lambda c: (-c.score, c.first, -c.last, c.type)):
        if not any(_clash(c, k, nested) for k in kept):
            kept.append(c)
    return sorted(kept, key=lambda c: (c.first, -c.last, c.type))


def _clash(a: Candidate, b: Candidate, nested: bool) -> bool:
    if a.last < b.first or b.last < a.first:
        return False
    if (a.first, a.last) == (b.first, b.last):
        return True
    inside = (a.first <= b.first and b.last <= a.last) or (b.first <= a.first and a.last <= b.last)
    return not inside or (not nested and a.type == b.type)


def _head(c: Candidate, tokens: Sequence[Token]) -> int:
    """The first word of a span whose head lies outside it."""
    for word in range(c.first, c.last + 1):
        if not c.first <= tokens[word].head <= c.last:
            return word
    return c.last


def _form(c: Candidate, tokens: Sequence[Token]) -> str:
    head = tokens[_head(c, tokens)]
    if head.upos == "PRON" or (head.upos == "DET" and c.first == c.last):
        return "pronoun"
    return "name" if head.upos == "PROPN" else "nominal"


def _without_clitic(c: Candidate, forms: Sequence[str]) -> Candidate:
    """A phrase without the "'s" at its end."""
    if c.last > c.first and forms[c.last].lower() in ("'s", "’s", "‘s", "'", "’"):
        return replace(c, last=c.last - 1)
    return c


def _bare(c: Candidate, tokens: Sequence[Token]) -> Candidate:
    """A name's phrase without the article, rank or title before the name."""
    head = _head(c, tokens)
    first = c.first
    while first < head and (tokens[first].upos == "DET" or tokens[first].deprel == "nmod:desc"):
        first += 1
    return replace(c, first=first)
