"""Who "I" is in a quotation, and who goes on to speak: whoever says it."""

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from whence.link.genders import gender, likely_gender
from whence.model import Chain, Document, Mention, Span, Voice
from whence.vocab import load_words

NEAR = 300  # characters between two tellings of one speaker
BESIDE = 90  # characters between what somebody said and what "he" adds
ONE = {"he": "m", "she": "f"}
# Somebody of whom nothing was said before: "a European diplomat", "another priest who saw it".
SOMEBODY = re.compile(
    r"(an?|one|another|the)\s(?:[\w-]+\s){0,3}?([\w-]+)(?=$|\s(?:of|from|in|at|for|who)\b|,)", re.IGNORECASE
)
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


def adding(
    doc: Document, mentions: Sequence[Mention], chains: Sequence[Chain], voices: Sequence[Voice]
) -> tuple[Chain, ...]:
    """The chains with the "he" that adds something in that of whoever spoke last, and in none where he has none.

    "The judge met Ivo Duda. An envoy said that Duda was tired. He added": the envoy, who is in no chain, and not Duda.
    """
    held = {span: n for n, chain in enumerate(chains) for span in chain.mentions}
    persons = {m.span: doc.quote(m.span).lower() for m in mentions if m.form == "pronoun"}
    names = [m.span for m in mentions if m.form == "name" and m.type == "person"]
    moved: dict[Span, int] = {}
    spoken = sorted((v for v in voices if v.source is not None), key=lambda v: v.cue)
    for before, voice in itertools.pairwise(spoken):
        source, last = voice.source, before.source
        if source is None or last is None or persons.get(source) not in ONE or not _goes_on(doc, before, voice):
            continue
        at = (max(before.cue.end, before.content.end), min(voice.cue.start, voice.content.start, source.start))
        if any(at[0] <= span.start < at[1] for span in names):
            continue
        told = {held[s] for s in held if last.contains(s) and chains[held[s]].type == "person"}
        if not told and not _is_somebody(doc, last):
            continue
        where = moved.get(last, next(iter(told)) if len(told) == 1 else -1 if not told else held.get(source, -1))
        if where != held.get(source, -1) and not _is_other(doc, mentions, chains, where, persons[source]):
            moved[source] = where
    after = (
        replace(chain, mentions=tuple(sorted((*(s for s in chain.mentions if s not in moved), *_to(moved, n)))))
        for n, chain in enumerate(chains)
    )
    return tuple(chain for chain in after if chain.mentions)


def _is_somebody(doc: Document, last: Span) -> bool:
    """Whether a speaker is one person without a name: "an envoy", and "the envoy" whom the text has brought in so."""
    found = SOMEBODY.match(doc.quote(last))
    if found is None or found[2].lower() not in load_words("nominals.yaml")["person"]:
        return False
    opened = rf"\b(?:an?|one|another)\s(?:[\w-]+\s){{0,3}}?{re.escape(found[2])}\b"
    return found[1].lower() != "the" or re.search(opened, doc.text[: last.start], re.IGNORECASE) is not None


def _goes_on(doc: Document, before: Voice, voice: Voice) -> bool:
    """Whether a telling adds to the one before, right behind it: of one speaker, in the same mouth."""
    start = max(before.cue.end, before.content.end)
    between = min(voice.cue.start, voice.content.start) - start
    return doc.quote(voice.cue).lower().startswith("add") and between < BESIDE


def _is_other(doc: Document, mentions: Sequence[Mention], chains: Sequence[Chain], n: int, pronoun: str) -> bool:
    """Whether a name tells that somebody is a woman where the pronoun is "he", or a man where it is "she"."""
    names = [m for m in mentions if n >= 0 and m.form == "name" and m.span in chains[n].mentions]
    told = gender(doc, names) or likely_gender(doc, names) if names else ""
    return bool(told) and told != ONE[pronoun]


def _to(moved: dict[Span, int], chain: int) -> list[Span]:
    return [span for span, n in moved.items() if n == chain]
