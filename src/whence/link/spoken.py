"""Who "I" is in a quotation: whoever says it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from whence.model import Chain, Document, Mention, Span, Voice

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
