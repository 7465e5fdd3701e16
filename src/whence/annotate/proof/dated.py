"""When the date of a claim is doubtful: it may be that of another clause, or part of a name."""

import re

from whence.annotate.proof.ground import Ground
from whence.annotate.syntax import Parse
from whence.model import Claim, TimeExpression

APART = re.compile(r";|:\s|, (?:who|which|whose|where)\b")
SOME_DAY = re.compile(r"\b(?:an?|one|some|every|any) (?:\w+ )?$")
ENTRY = re.compile(r"(?:, [\d:]{4,5})?\s*[:\u2013\u2014]")


def date_doubts(ground: Ground, claim: Claim, parse: Parse | None) -> str:
    """A date is sure when it hangs on the trigger's own clause and no other date of the sentence hangs nearer."""
    if claim.valid.inferred and claim.valid.span is None:
        return ""
    mine = {p.strip("~?") for v in (claim.valid.edtf, claim.valid.start, claim.valid.end) if v for p in v.split("/")}
    mine -= {"", ".."}
    if not mine or claim.trigger is None:
        return ""
    here = ground.times(claim.evidence)
    own = [t for t in here if mine & {p.strip("~?") for p in (t.edtf or "").split("/")}]
    others = [t for t in here if t not in own]
    if not own:
        return ""
    if any(t.inferred for t in own) and not all(t.inferred for t in others):
        return "the year is taken from the document though the sentence names another"
    if any(t.inferred and t.anchor == "text" for t in own):
        return "the year is taken from another sentence"
    if any(t.anchor == "document" and t.edtf == ground.scene.published for t in own):
        return "the day of the document itself may be a week off"
    reason = _far(ground, claim, own)
    if reason:
        return reason
    rivals = [t for t in others if _near(claim, t) <= max(_near(claim, o) for o in own) + 30]
    if rivals:
        return f"{ground.doc.quote(rivals[0].span)!r} competes for the date"
    if parse is not None and all(_in_name(parse, claim, t) for t in own):
        return f"{ground.doc.quote(own[0].span)!r} is part of what a name says"
    if parse is not None and all(_other_clause(parse, claim, t) for t in own):
        return f"{ground.doc.quote(own[0].span)!r} stands in a clause of its own"
    return ""


def _far(ground: Ground, claim: Claim, own: list[TimeExpression]) -> str:
    """What parts a date from a claim although the tree may join them."""
    text, words = ground.doc.text, ground.doc.quote(own[0].span)
    at = claim.trigger
    if at is not None and all(at < t.span and APART.search(text, at.end, t.span.start) for t in own):
        return f"{words!r} stands in a clause of its own"
    if all(t.inferred for t in own):
        if all(SOME_DAY.search(text, max(claim.evidence.start, t.span.start - 16), t.span.start) for t in own):
            return f"{words!r} may be any such day"
        if claim.certainty == "intended" and (claim.valid.start or claim.valid.edtf or "9") < (_day(ground) or "0"):
            return f"{words!r} lies before the document that plans it"
        if all(t.span.start < claim.evidence.start + 3 and ENTRY.match(text, t.span.end) for t in own):
            return f"{words!r} opens an entry of a list, whose year stands elsewhere"
    return ""


def _day(ground: Ground) -> str:
    return (ground.scene.published or "").strip("~?").split("/")[0]


def _near(claim: Claim, time: TimeExpression) -> int:
    """How many characters lie between a date and what of the claim stands nearest, its arguments counted in."""
    spans = [claim.trigger, *(a.span for a in claim.arguments)]
    gaps = (max(s.start - time.span.end, time.span.start - s.end, 0) for s in spans if s is not None)
    return min(gaps, default=0)


def _in_name(parse: Parse, claim: Claim, time: TimeExpression) -> bool:
    """Whether a date is a modifier of an argument: "the 1967 Act" was not passed in 1967 by that alone."""
    head = parse.head_of(time.span.start, time.span.end)
    if head is None or claim.trigger is None or parse.tokens[head].head < 0:
        return False
    noun = parse.tokens[parse.tokens[head].head]
    if claim.trigger.start <= noun.start < claim.trigger.end or parse.kids(head, "case"):
        return False
    return time.span.start < noun.start and any(
        a.span and a.span.start <= noun.start < a.span.end for a in claim.arguments
    )


def _other_clause(parse: Parse, claim: Claim, time: TimeExpression) -> bool:
    """Whether the date hangs on a verb beside the trigger's: "was born in 1961 and joined at seventeen"."""
    if claim.trigger is None:
        return False
    head, trigger = (parse.head_of(s.start, s.end) for s in (time.span, claim.trigger))
    if head is None or trigger is None:
        return False
    mine, his = _verb_over(parse, trigger), _verb_over(parse, head)
    if mine == his or his is None or mine is None:
        return False
    first = parse.tokens[his].start < time.span.start
    if first and claim.trigger.end <= parse.tokens[his].start and his not in set(parse.path_up(mine)):
        return True  # "although he denied it, she told the court on Friday"
    return parse.base(mine) == "conj" and his in set(parse.path_up(mine)) and first


def _verb_over(parse: Parse, i: int) -> int | None:
    for k in (i, *parse.path_up(i)):
        if parse.tokens[k].upos == "VERB" or parse.kids(k, "cop"):
            return k
    return None
