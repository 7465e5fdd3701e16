"""Who "I" is in a quotation, and who goes on to speak: whoever says it."""

import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from whence.model import Chain, Document, Mention, Span, Voice

NEAR = 300  # characters between two tellings of one speaker
FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})


def first_persons(
    doc: Document, mentions: Sequence[Mention], chains: Sequence[Chain], voices: Sequence[Voice]
) -> tuple[Chain, ...]:
    """The chains with each "I" of direct speech that stood in none, in that of the person who speaks there."""
    held = {span: n for n, chain in enumerate(chains) for span in chain.mentions}
    joined: dict[int, list[Span]] = defaultdict(list)
    for mention in mentions:
        if mention.form != "pronoun" or mention.span in held or doc.quote(mention.span).lower() not in FIRST_PERSON:
            continue
        around = [v for v in voices if v.content.contains(mention.span)]
        nearest = min(around, key=lambda v: len(v.content), default=None)
        if nearest is None or nearest.manner != "direct" or nearest.source is None:
            continue
        source = nearest.source
        people = {n for span, n in held.items() if source.contains(span) and chains[n].type == "person"}
        if len(people) == 1:
            joined[people.pop()].append(mention.span)
    return tuple(
        replace(chain, mentions=tuple(sorted((*chain.mentions, *joined[n])))) if n in joined else chain
        for n, chain in enumerate(chains)
    )


def going_on(
    doc: Document, mentions: Sequence[Mention], chains: Sequence[Chain], voices: Sequence[Voice]
) -> tuple[Chain, ...]:
    """The chains with the "it" that adds something in that of the body that spoke last: "the Board said. It added"."""
    pronouns = {m.span for m in mentions if m.form == "pronoun" and doc.quote(m.span).lower() == "it"}
    moved: dict[Span, int] = {}
    spoken = sorted((v for v in voices if v.source is not None), key=lambda v: v.cue)
    for before, voice in itertools.pairwise(spoken):
        source, last = voice.source, before.source
        if source not in pronouns or last is None or not doc.quote(voice.cue).lower().startswith("add"):
            continue
        between = doc.text[before.cue.end : voice.cue.start]
        near = "\n" not in between.strip() and len(between) < NEAR
        named = [n for n, c in enumerate(chains) if c.type == "organization" and any(map(last.contains, c.mentions))]
        if near and len(named) == 1 and source is not None:
            moved[source] = named[0]
    return tuple(
        replace(chain, mentions=tuple(sorted((*(s for s in chain.mentions if s not in moved), *_to(moved, n)))))
        for n, chain in enumerate(chains)
    )


def _to(moved: dict[Span, int], chain: int) -> list[Span]:
    return [span for span, n in moved.items() if n == chain]
