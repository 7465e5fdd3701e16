"""Corrupted claims: what a careless or dishonest reader would make of a true one. A verifier must take none of them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from whence.annotate import numbers
from whence.annotate.proof.ground import Ground
from whence.model import Argument, Claim, Mention, Span, ValidTime
from whence.vocab import predicate

JOINED = re.compile(r",?\s+(?:on\s+|of\s+)?(?:the\s+)?")
NAMED = frozenset({"person", "organization", "place", "facility"})
# Predicates of which both sides do the same thing: exchanged they say the same.
MUTUAL = frozenset({"allied_with", "clashes_with", "meets", "agrees_with", "family_of", "alias_of"})
KINDS = (
    "changed number",
    "swapped name",
    "flipped polarity",
    "dropped hedge",
    "exchanged roles",
    "moved date",
    "moved trigger",
    "dropped voice",
)


@dataclass(frozen=True, slots=True)
class Corrupted:
    """A claim made false, and how."""

    kind: str
    claim: Claim


def corrupted(ground: Ground, claim: Claim) -> Iterator[Corrupted]:
    """Every way to make `claim` false by one change, the names and times of its own sentence tried first."""
    for i, arg in enumerate(claim.arguments):
        yield from (Corrupted("changed number", _with(claim, i, a)) for a in _numbers(ground, claim, arg))
        yield from (Corrupted("swapped name", _with(claim, i, a)) for a in _names(ground, claim, arg))
    other = "denied" if claim.polarity == "affirmed" else "affirmed"
    yield Corrupted("flipped polarity", replace(claim, polarity=other))
    if claim.certainty != "asserted":
        yield Corrupted("dropped hedge", replace(claim, certainty="asserted", certainty_cue=None))
    yield from (Corrupted("exchanged roles", c) for c in _exchanged(claim))
    yield from (Corrupted("moved date", replace(claim, valid=v)) for v in _dates(ground, claim))
    yield from (Corrupted("moved trigger", replace(claim, trigger=t)) for t in _triggers(ground, claim))
    if not claim.own_voice and claim.predicate != "says":
        yield Corrupted("dropped voice", replace(claim, attribution=()))


def _with(claim: Claim, i: int, arg: Argument) -> Claim:
    return replace(claim, arguments=(*claim.arguments[:i], arg, *claim.arguments[i + 1 :]))


def _numbers(ground: Ground, claim: Claim, arg: Argument) -> Iterator[Argument]:
    if arg.best is None and arg.low is None and arg.high is None:
        return
    yield replace(arg, **{k: v + 1 for k in ("best", "low", "high") if (v := getattr(arg, k)) is not None})
    if arg.best is None:  # "at least 12" said as 12
        yield replace(arg, best=arg.low if arg.low is not None else arg.high, low=None, high=None)
    else:  # 12 said as "at least 12"
        yield replace(arg, best=None, low=arg.best)
    here = [m for m in ground.mentions(claim.evidence) if m.type == arg.type and arg.span]
    for mention in here:
        if arg.span and not mention.span.overlaps(arg.span):
            other = numbers.numbered(arg.role, ground.doc, mention, ground.lookup.mentions, arg.unit)
            if (other.best, other.low, other.high) != (arg.best, arg.low, arg.high):
                yield other
                return


def _names(ground: Ground, claim: Claim, arg: Argument) -> Iterator[Argument]:
    """The same role with another name of its type: from the sentence, from elsewhere, and behind the pronoun."""
    if arg.span is None or arg.type not in NAMED:
        return
    taken = {ground.chain(a.span) for a in claim.arguments} | {ground.chain(a.antecedent) for a in claim.arguments}
    words = {ground.doc.quote(s) for a in claim.arguments for s in (a.span, a.antecedent) if s}
    beside = _coordinated(ground, arg.span) | _explained(ground, arg.span)

    def others(names: Iterable[Mention], most: int) -> list[Mention]:
        found = (m for m in names if m.span not in beside and _strange(ground, m, taken, words))
        return list(islice(found, most))

    inside = others((m for m in ground.mentions(claim.evidence) if m.form == "name" and m.type == arg.type), 2)
    outside = others((m for m in ground.names.get(arg.type, ()) if not claim.evidence.overlaps(m.span)), 1)
    for m in (*inside, *outside):
        yield replace(arg, span=m.span, value=m.value or None, antecedent=None, inferred=False)
    if arg.antecedent is not None and outside:
        yield replace(arg, antecedent=outside[0].span)


def _coordinated(ground: Ground, span: Span) -> set[Span]:
    """Names that are listed with the one at `span`: of "A and B" what is true of A is true of B as a rule."""
    here = ground.sentence(span)
    head = ground.head(span)
    if here is None or here[1] is None or head is None:
        return set()
    tokens = [here[1].tokens[k] for k in here[1].conjuncts(here[1].first_conjunct(head))]
    return {m.span for t in tokens for m in ground.lookup.covering(t.start, t.end)}


def _strange(ground: Ground, mention: Mention, taken: set[str | None], words: set[str]) -> bool:
    """Whether the mention is surely of somebody else: another chain, and other words."""
    name = ground.doc.quote(mention.span)
    chain = ground.chain(mention.span)
    return (chain is None or chain not in taken) and not any(name in w or w in name for w in words)


def _explained(ground: Ground, span: Span) -> set[Span]:
    """Names in the phrase of a nominal: of "sons of a miller, the brothers Ivo and Jan" each may be one of the sons."""
    here = ground.sentence(span)
    head = ground.head(span)
    if here is None or here[1] is None or head is None or here[1].tokens[head].upos == "PROPN":
        return set()
    tokens = [here[1].tokens[k] for k in here[1].subtree(head)]
    return {m.span for t in tokens for m in ground.lookup.covering(t.start, t.end)}


def _exchanged(claim: Claim) -> Iterator[Claim]:
    if claim.predicate in MUTUAL:
        return
    leading = list(predicate(claim.predicate).roles)
    places = [i for i, a in enumerate(claim.arguments) if a.span is not None and a.role in leading]
    for n, i in enumerate(places):
        for k in places[n + 1 :]:
            one, two = claim.arguments[i], claim.arguments[k]
            if one.role == two.role or one.span == two.span or not ({one.type, two.type} <= NAMED):
                continue
            arguments = list(claim.arguments)
            arguments[i], arguments[k] = replace(two, role=one.role), replace(one, role=two.role)
            yield replace(claim, arguments=tuple(arguments))
            return


def _dates(ground: Ground, claim: Claim) -> Iterator[ValidTime]:
    valid = claim.valid
    if not (valid.edtf or valid.start or valid.end):
        return
    start, end, edtf = (v and _later(v) for v in (valid.start, valid.end, valid.edtf))
    yield replace(valid, start=start, end=end, edtf=edtf)
    mine = {valid.start, valid.end, valid.edtf}
    here = ground.times(claim.evidence)
    own = [t.span for t in here if t.span == valid.span or t.edtf in mine]
    own = own or [t.span for t in here if any(v and (t.edtf or "").startswith(v) for v in mine)]
    for time in here:
        if any(_one_date(ground, span, time.span) for span in own):
            continue  # "noon on 24 July" is the same day
        if time.span != valid.span and time.edtf and "/" not in time.edtf and time.edtf not in mine:
            start, end, edtf = (v and time.edtf for v in (valid.start, valid.end, valid.edtf))
            yield replace(valid, start=start, end=end, edtf=edtf, span=time.span)
            return


def _one_date(ground: Ground, mine: Span, other: Span) -> bool:
    """Whether two expressions of time are parts of one date: "at noon" of "at noon on 24 July"."""
    first, second = sorted((mine, other))
    return first.overlaps(second) or bool(JOINED.fullmatch(ground.doc.text, first.end, second.start))


def _later(edtf: str) -> str:
    """The same date a year later, for each year in it."""
    return "/".join(f"{int(p[:4]) + 1:04d}{p[4:]}" if p[:4].isdigit() else p for p in edtf.split("/"))


def _triggers(ground: Ground, claim: Claim) -> Iterator[Span]:
    """Another verb of the sentence as the word on which the claim turns."""
    here = ground.sentence(claim.evidence)
    if claim.trigger is None or here is None or here[1] is None:
        return
    for token in here[1].tokens:
        span = ground.doc.span(token.start, token.end)
        if token.upos == "VERB" and not span.overlaps(claim.trigger):
            yield span
            return
