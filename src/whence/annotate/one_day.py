"""Listings of one release: "Today the ministry listed three firms. Also listed was Delta Freight.": all on that day."""

import re
from collections.abc import Sequence
from dataclasses import replace

from whence.annotate.syntax import Parse
from whence.annotate.validity import Clock
from whence.model import Claim, Document, ValidTime

TOLD_AT_ONCE = frozenset({"designates"})
EARLIER = re.compile(
    r"\b(?:previously|earlier|already|formerly|before|first|originally|since|had|has|have|then|later|separately)\b",
    re.IGNORECASE,
)
PAST = frozenset({"VBD", "VBN"})


def on_its_day(
    doc: Document, clock: Clock, claims: Sequence[Claim], parses: Sequence[tuple[int, Parse | None]]
) -> list[Claim]:
    """The claims; what a release lists without a date is listed on its day, where it says so of what it lists first.

    The day is the document's own and is marked inferred. Nothing is dated where the sentence has a time or speaks of
    what was before, or where the release tells of listings on other days.
    """
    day = clock.day
    told = [c for c in claims if c.predicate in TOLD_AT_ONCE]
    days = {c.valid.edtf for c in told if c.valid.span is not None}
    if day is None or days != {day}:
        return list(claims)
    trees = dict(parses)
    return [_dated(doc, c, day, trees.get(c.evidence.start)) if c in told else c for c in claims]


def _dated(doc: Document, claim: Claim, day: str, parse: Parse | None) -> Claim:
    if claim.valid.edtf is not None or (claim.polarity, claim.certainty) != ("affirmed", "asserted"):
        return claim
    if parse is None or claim.trigger is None:
        return claim
    verb = parse.head_of(claim.trigger.start, claim.trigger.end)
    near = doc.text[max(claim.evidence.start, claim.trigger.start - 60) : claim.trigger.end]
    if verb is None or parse.tokens[verb].xpos not in PAST or EARLIER.search(near):
        return claim
    return replace(claim, valid=ValidTime(day, day, day, True, True, True))
