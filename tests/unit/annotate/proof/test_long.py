"""Claims of long sentences with several names, numbers and dates, tampered with in every way: none may pass."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest
from tests.support import ground_of
from yaml import safe_load

from whence.annotate import numbers
from whence.annotate.claims import find_claims
from whence.annotate.proof import Ground, prove
from whence.model import Argument, Claim
from whence.vocab import certainties

SENTENCES = safe_load((Path(__file__).parent / "long.yaml").read_text("utf-8"))
NAMED = ("person", "organization", "place")
MUTUAL = frozenset({"meets", "allied_with", "clashes_with", "agrees_with", "family_of", "alias_of"})


@cache
def proven(say: str) -> tuple[Ground, tuple[Claim, ...], tuple[Claim, ...]]:
    """The ground of a sentence, what is read of it, and what of that stands on P2."""
    ground = ground_of(say, published="2014-05-12")
    read = tuple(find_claims(ground.scene))
    return ground, read, tuple(c for c in read if prove(ground, c).step in ("P2", "P3"))


def tampered(ground: Ground, claim: Claim) -> Iterator[tuple[str, Claim]]:
    """Every claim that one change makes of a true one, with the name of the change."""
    for i, arg in enumerate(claim.arguments):
        for other in (*other_names(ground, claim, arg), *other_numbers(ground, claim, arg)):
            kind = "number" if arg.best or arg.low or arg.high else "name"
            yield kind, replace(claim, arguments=(*claim.arguments[:i], other, *claim.arguments[i + 1 :]))
    yield "polarity", replace(claim, polarity="denied" if claim.polarity == "affirmed" else "affirmed")
    for certainty in certainties():
        if certainty != claim.certainty:
            yield "hedge", replace(claim, certainty=certainty)
    yield from (("roles", c) for c in exchanged(claim))
    mine = {claim.valid.start, claim.valid.end, claim.valid.edtf}
    for time in ground.times(claim.evidence):
        if claim.valid.edtf and time.edtf and not mine & {time.edtf, *time.edtf.split("/")}:
            yield "date", replace(claim, valid=replace(claim.valid, start=time.edtf, end=time.edtf, edtf=time.edtf))


def other_names(ground: Ground, claim: Claim, arg: Argument) -> Iterator[Argument]:
    if arg.span is None or arg.type not in NAMED:
        return
    taken = {ground.chain(s) for a in claim.arguments for s in (a.span, a.antecedent) if s}
    for m in ground.mentions(claim.evidence):
        own = m.span.overlaps(arg.span) or (arg.antecedent is not None and m.span.overlaps(arg.antecedent))
        if m.form == "name" and m.type == arg.type and not own and ground.chain(m.span) not in taken - {None}:
            yield replace(arg, span=m.span, value=m.value or None, antecedent=None)


def other_numbers(ground: Ground, claim: Claim, arg: Argument) -> Iterator[Argument]:
    if arg.best is None and arg.low is None and arg.high is None:
        return
    for change in (lambda n: n + 1, lambda n: n * 10):
        yield replace(arg, **{k: change(v) for k in ("best", "low", "high") if (v := getattr(arg, k)) is not None})
    known = arg.best if arg.best is not None else arg.low if arg.low is not None else arg.high
    for bounds in ((known, None, None), (None, known, None), (None, None, known)):
        if bounds != (arg.best, arg.low, arg.high):
            yield replace(arg, best=bounds[0], low=bounds[1], high=bounds[2])
    for m in ground.mentions(claim.evidence):
        if m.type == arg.type and arg.span is not None and not m.span.overlaps(arg.span):
            yield numbers.numbered(arg.role, ground.doc, m, ground.lookup.mentions, arg.unit)


def exchanged(claim: Claim) -> Iterator[Claim]:
    if claim.predicate in MUTUAL:
        return
    for i, k in permutations(range(len(claim.arguments)), 2):
        one, two = claim.arguments[i], claim.arguments[k]
        if i < k and one.role != two.role and {one.type, two.type} <= set(NAMED) and one.span and two.span:
            arguments = list(claim.arguments)
            arguments[i], arguments[k] = replace(two, role=one.role), replace(one, role=two.role)
            yield replace(claim, arguments=tuple(arguments))


def true_too(ground: Ground, read: tuple[Claim, ...], claim: Claim) -> bool:
    """Whether the same sentence says this as well."""
    return any(
        (c.predicate, c.polarity, c.certainty, c.valid.edtf)
        == (claim.predicate, claim.polarity, claim.certainty, claim.valid.edtf)
        and all(any(a.role == b.role and ground.same(a, b) for b in c.arguments) for a in claim.arguments)
        for c in read
    )


@pytest.mark.parametrize("say", SENTENCES, ids=lambda say: say[:50])
def test_no_tampered_claim_of_a_long_sentence_is_accepted(say: str) -> None:
    ground, read, claims = proven(say)
    passed = [
        (kind, other.predicate, [ground.doc.quote(a.span) for a in other.arguments if a.span], other.valid.edtf)
        for claim in claims
        for kind, other in tampered(ground, claim)
        if not true_too(ground, read, other) and prove(ground, other).step in ("P2", "P3")
    ]

    assert passed == []


def test_there_is_enough_to_tamper_with() -> None:
    claims = [(proven(say)[0], c) for say in SENTENCES for c in proven(say)[2]]
    made = sum(1 for ground, claim in claims for _ in tampered(ground, claim))

    assert len(claims) >= 60
    assert made >= 1000
