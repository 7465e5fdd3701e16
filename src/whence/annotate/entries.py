"""Entries of a chronology: "4 May 2011: Death of Ana Mor in Osk": what an entry tells was on the day that opens it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from whence.annotate.validity import Clock, valid
from whence.model import Claim, Document, Sentence, ValidTime
from whence.vocab import predicate

# "4 May 2011: ", "1998 - ", "3 April 2008 – Election: "
OPENED = re.compile(r"\s*(?::|–|—|\s-)\s*(?=[^\W\d_“\"])")
TIMELESS = frozenset({"born", "says", "counts"})


def by_entry(doc: Document, sentences: Sequence[Sentence], clock: Clock, claims: Sequence[Claim]) -> list[Claim]:
    """The claims; what an entry tells to have happened has the date that opens it where it has no other."""
    days = {s.span.start: day for s in sentences if (day := _day(doc, s, clock)) is not None}
    return [_dated(c, days[c.evidence.start]) if c.evidence.start in days else c for c in claims]


def _day(doc: Document, sentence: Sentence, clock: Clock) -> ValidTime | None:
    """The date that opens a sentence and stands apart from it, with a year."""
    first = next(iter(clock.within(sentence.span.start, sentence.span.end)), None)
    if first is None or doc.text[sentence.span.start : first.span.start].strip() or "X" in (first.edtf or "X"):
        return None
    apart = OPENED.match(doc.text, first.span.end, sentence.span.end)
    return valid(first, False) if apart else None


def _dated(claim: Claim, day: ValidTime) -> Claim:
    stated = claim.valid.edtf is not None or claim.valid.ends
    plain = (claim.polarity, claim.certainty) == ("affirmed", "asserted")
    if stated or not plain or claim.predicate in TIMELESS or predicate(claim.predicate).lasts or claim.attribution:
        return claim
    return replace(claim, valid=day)
