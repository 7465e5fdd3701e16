"""Names that a domain pack lists, with their types: found as they are written there, whole."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from whence.model import Document, Maker, Mention, Sentence
from whence.vocab.packs import bodies

VERSION = "1"
NAMES = frozenset({"person", "organization", "place", "facility"})


def with_listed(doc: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """`mentions`, with the names that the packs in force list in the place of those that stand inside them.

    A longer name that holds a listed one stays: "Harbour Guild Youth" is not the Harbour Guild.
    """
    pattern = _pattern()
    if pattern is None:
        return tuple(mentions)
    listed = list(_found(doc, sentences, pattern))
    names = [m for m in mentions if m.form == "name"]
    kept = [m for m in listed if not any(n.span.contains(m.span) and n.span != m.span for n in names)]
    others = (m for m in mentions if not any(m.span.overlaps(own.span) and _gives_way(m, own) for own in kept))
    return tuple(sorted({*others, *kept}))


def _gives_way(mention: Mention, listed: Mention) -> bool:
    return mention.form != "name" or mention.type in NAMES or listed.span.contains(mention.span)


def _found(doc: Document, sentences: Sequence[Sentence], pattern: re.Pattern[str]) -> Iterator[Mention]:
    types = {_key(name): entry for name, entry in bodies().items()}
    for sentence in sentences:
        for match in pattern.finditer(doc.text, sentence.span.start, sentence.span.end):
            kind, pack = types[_key(match[0])]
            yield Mention(doc.span(*match.span()), kind, "name", Maker("annotate.mentions.listed", VERSION, pack))


@cache
def _pattern() -> re.Pattern[str] | None:
    """Any listed name, the longest first, spaces as they come; None where no pack lists any."""
    names = sorted(bodies(), key=lambda name: (-len(name), name))
    written = (r"\s+".join(map(re.escape, name.split())) for name in names)
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)") if names else None


def _key(words: str) -> str:
    return " ".join(words.split())
