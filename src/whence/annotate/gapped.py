"""What is said once and meant again: "Vale owns 60 per cent and Duda 40", "Vale got six years, Duda four"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.annotate.numbers import numbered
from whence.model import Argument, Claim, Document, Mention, Sentence

TERMS = frozenset({"charges", "arrests"})
PARTIES = frozenset({"person", "organization"})
JOINS = re.compile(r"(?:[,;]|\band|\bwhile)\s+(?:the\s+)?$")
SHARE_BEHIND = re.compile(r"\s+(?:the (?:other|remaining)\s+)?")
BY = re.compile(r"\s+(?:by|to)\s+(?:the\s+)?")
CLOSES = re.compile(r"\s*(?:[,.;)]|and\b|$)")
TERM = re.compile(r"\s+(?:to\s+)?(?:\d{1,2}|[a-z]+)(?:\s+(?:years|months))?\s*(?:[,.;]|and\b|$)")
YEARS = re.compile(r"\b(?:year|month)s?\b")
LITTLE = re.compile(r"\s+(?:to\s+)?([\w-]+)")


def gapped(doc: Document, sentence: Sentence, mentions: Sequence[Mention], claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of a sentence once more, for everybody behind them who has a number and no verb of his own."""
    names = [m for m in mentions if m.form == "name" and m.type in PARTIES and sentence.span.contains(m.span)]
    numbers = [m for m in mentions if m.type == "quantity" and sentence.span.contains(m.span)]
    taken = {a.span for c in claims if c.predicate in ("owns", *TERMS) for a in c.arguments}
    for claim in claims:
        if (claim.polarity, claim.certainty) != ("affirmed", "asserted"):
            continue
        behind = [n for n in names if n.span.start >= _end(claim) and n.span not in taken]
        if claim.predicate == "owns" and claim.argument("share") is not None:
            yield from _shares(doc, claim, behind, numbers)
        elif claim.predicate in TERMS and YEARS.search(doc.text, sentence.span.start, sentence.span.end):
            yield from _terms(doc, claim, behind, numbers)


def has_own_share(doc: Document, claim: Claim, mentions: Sequence[Mention]) -> bool:
    """Whether a party of a share has another number of its own: "60 per cent of the mill and Duda 40 per cent"."""
    share = claim.argument("share")
    if claim.predicate != "owns" or share is None:
        return False
    parties = [a.span for a in claim.arguments if a.role != "share" and a.span is not None]
    others = [m.span for m in mentions if m.type == "quantity" and m.span != share.span]
    behind = any(SHARE_BEHIND.fullmatch(doc.text, p.end, o.start) for p in parties for o in others if p.end < o.start)
    return behind or any(BY.fullmatch(doc.text, o.end, p.start) for p in parties for o in others if o.end < p.start)


def _end(claim: Claim) -> int:
    """Where the last word of a claim ends."""
    return max(a.span.end for a in claim.arguments if a.span is not None)


def _shares(doc: Document, claim: Claim, names: Sequence[Mention], numbers: Sequence[Mention]) -> Iterator[Claim]:
    """The other shares of what is owned: "and Duda 40 per cent", "; 40 per cent by Duda"."""
    for name in names:
        for number in numbers:
            first, last = sorted((name.span, number.span))
            between = SHARE_BEHIND if first == name.span else BY
            joined = JOINS.search(doc.text, max(0, first.start - 12), first.start)
            if not (joined and between.fullmatch(doc.text, first.end, last.start) and CLOSES.match(doc.text, last.end)):
                continue
            share = numbered("share", doc, number, numbers)
            if share.unit == "%":
                owned = [a for a in claim.arguments if a.role == "owned"]
                owner = Argument("owner", name.span, name.value or None, name.type)
                yield replace(claim, arguments=(owner, *owned, share))


def _terms(doc: Document, claim: Claim, names: Sequence[Mention], numbers: Sequence[Mention]) -> Iterator[Claim]:
    """Who else got years: ", Duda four", "and Duda to four"."""
    for name in names:
        term = LITTLE.match(doc.text, name.span.end)
        counted = term is not None and any(m.span.start == term.start(1) for m in numbers)
        joined = JOINS.search(doc.text, max(0, name.span.start - 12), name.span.start)
        if name.type == "person" and joined and counted and TERM.match(doc.text, name.span.end):
            others = [a for a in claim.arguments if a.role in ("authority", "offence")]
            yield replace(claim, arguments=(*others, Argument("target", name.span, name.value or None, "person")))
