"""Posts whose time a noun behind them tells: "was named head of the yard in 1971, a post she held until 1985"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from whence.annotate.validity import Clock, begun, until, valid
from whence.model import Claim, Sentence, Span, ValidTime

POST = r"(?:post|position|job|role|office|seat|title|chair|charge)"
NAMED = re.compile(
    rf"(?:,?\s+(?:an?|the)\s+(?:same\s+)?{POST}\s+(?:that\s+|which\s+)?|,\s+which\s+)(?:he|she|[A-Z][\w’'-]+)\s+"
    r"(?:(?:has|had|would|then)\s+)*(?:held|hold|holds|kept|keep|occupied|filled|retained)\s+"
    r"(?P<from>from|since|until|till|between)\s+(?:his\s+\w+\s+in\s+|her\s+\w+\s+in\s+)?"
)
BETWEEN = re.compile(r"\s+(?:to|until|till|and|through)\s+")
REACH = 60  # characters of what stands between the words for a post and "a post she held"


def kept(clock: Clock, sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of a sentence, those of a post with the time that the words behind it tell."""
    begun_at = {_post(c): c.valid for c in claims if c.predicate == "holds_role" and c.valid.start is not None}
    return [_kept(clock, sentence, c, begun_at.get(_post(c), c.valid)) for c in claims]


def _post(claim: Claim) -> Span | None:
    post = claim.argument("post")
    return post.span if post is not None else None


def _kept(clock: Clock, sentence: Sentence, claim: Claim, since: ValidTime) -> Claim:
    spans = [a.span for a in claim.arguments if a.role in ("post", "of", "to") and a.span is not None]
    if claim.predicate != "holds_role" or not spans or claim.polarity != "affirmed":
        return claim
    text, end = clock.doc.text, max(s.end for s in spans)
    told = NAMED.search(text, end, min(sentence.span.end, end + 2 * REACH))
    if told is None or told.start() - end > REACH or re.search(r"[;.]", text[end : told.start()]):
        return claim
    here = [t for t in clock.within(told.start("from"), sentence.span.end) if t.span.end > told.end()]
    if not here or here[0].span.start > told.end():
        return claim
    first = valid(here[0], False)
    if told["from"] in ("until", "till"):
        opened = next(
            (t.span for t in clock.within(sentence.span.start, told.end()) if t.edtf == since.start), since.span
        )
        return replace(claim, valid=_closed(replace(since, span=opened), first))
    if "/" in (first.edtf or ""):
        return replace(claim, valid=first)
    if len(here) > 1 and BETWEEN.fullmatch(text, here[0].span.end, here[1].span.start):
        return replace(claim, valid=_closed(first, valid(here[1], False)))
    return replace(claim, valid=begun(first)) if told["from"] in ("from", "since") else claim


def _closed(first: ValidTime, last: ValidTime) -> ValidTime:
    """From the start of one time to the end of another."""
    over = until(last)
    if not first.start or not over.end or first.start[: len(over.end)] > over.end[: len(first.start)]:
        return over
    inferred = first.inferred or last.inferred
    span = replace(first.span, end=over.span.end) if first.span and over.span else over.span
    return replace(over, start=first.start, edtf=f"{first.start}/{over.end}", inferred=inferred, starts=True, span=span)
