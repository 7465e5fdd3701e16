"""The ladder of proof: what a sentence licenses, on which path it stands, and what a tampered claim comes to."""

from dataclasses import replace

import pytest
from tests.support import ground_of, read_body

from whence.annotate.claims import find_claims
from whence.annotate.proof import Ground, corrupted, faults, prove
from whence.model import Claim, Span, ValidTime

ATTACK = "Gunmen of the Delta Union attacked the Lima customs house on 3 May 2019 with rifles."
TOLL = "At least 12 people were killed in Osh on 3 May 2019."
POST = "Renata Silva, the chief of the Harbour Board since March 2017, met Viktor Petrenko in Recife."
DENIED = "The Delta Union did not attack the Lima customs house."
HEDGED = "The Delta Union reportedly attacked the Lima customs house."
LINKED = "Renata Silva left the yard at noon. She met Viktor Petrenko in Recife."
SAID = "Viktor Petrenko said that the Delta Union attacked the Lima customs house."
THREE = "Renata Silva met Viktor Petrenko in Recife while Ana Duarte waited at the yard."
TWO_DATES = "The Delta Union attacked the Lima customs house on 3 May 2019 and the Lobos airfield on 9 May 2019."


def claims_of(ground: Ground, predicate: str) -> list[Claim]:
    return [c for c in find_claims(ground.scene) if c.predicate == predicate]


def one(say: str, predicate: str) -> tuple[Ground, Claim]:
    ground = ground_of(say)
    return ground, claims_of(ground, predicate)[0]


def reasons(ground: Ground, claim: Claim) -> list[tuple[str, str]]:
    return [(fault.step, fault.reason) for fault in faults(ground, claim)]


@pytest.mark.parametrize(
    ("say", "predicate"),
    [
        (ATTACK, "attacks"),
        (TOLL, "kills"),
        (POST, "holds_role"),
        (DENIED, "attacks"),
        (HEDGED, "attacks"),
        (LINKED, "meets"),
        (SAID, "attacks"),
        (SAID, "says"),
    ],
)
def test_a_true_claim_reaches_the_third_step(say: str, predicate: str) -> None:
    ground, claim = one(say, predicate)

    proof = prove(ground, claim)

    assert (proof.step, proof.reasons) == ("P3", ())
    assert proof.path == claim.maker.rule


@pytest.mark.parametrize(
    ("say", "predicate", "kinds"),
    [
        (ATTACK, "attacks", {"flipped polarity", "moved date"}),
        (TOLL, "kills", {"changed number", "flipped polarity", "moved date"}),
        (POST, "holds_role", {"flipped polarity"}),
        (THREE, "meets", {"swapped name", "flipped polarity"}),
        (DENIED, "attacks", {"flipped polarity", "exchanged roles"}),
        (HEDGED, "attacks", {"dropped hedge", "exchanged roles"}),
        (SAID, "attacks", {"dropped voice", "moved trigger"}),
        (TWO_DATES, "attacks", {"moved date"}),
    ],
)
def test_no_corrupted_claim_reaches_the_second_step(say: str, predicate: str, kinds: set[str]) -> None:
    ground, claim = one(say, predicate)

    made = list(corrupted(ground, claim))

    assert kinds <= {other.kind for other in made}
    assert [other for other in made if prove(ground, other.claim).step in ("P2", "P3")] == []


def test_a_quote_that_is_not_there_is_no_claim() -> None:
    ground, claim = one(ATTACK, "attacks")
    beyond = Span(ground.doc.id, len(ATTACK), len(ATTACK) + 5)

    assert prove(ground, replace(claim, evidence=beyond)).step == ""
    assert reasons(ground, replace(claim, evidence=beyond)) == [("P0", "an offset lies outside the document")]


def test_a_name_needs_a_link_to_what_points_at_it() -> None:
    ground, claim = one(LINKED, "meets")
    she, petrenko = claim.arguments[0], claim.arguments[1]
    assert she.antecedent is not None

    unlinked = replace(claim, arguments=(replace(she, antecedent=petrenko.span), petrenko))
    bare = replace(claim, arguments=(replace(she, antecedent=None), petrenko))

    assert reasons(ground, unlinked) == [("P1", "'She' is not linked to 'Viktor Petrenko'")]
    assert reasons(ground, bare) == [("P1", "'She' points at nobody that is shown")]


def test_a_bound_belongs_to_its_number() -> None:
    ground, claim = one(TOLL, "kills")
    (i, count) = next((i, a) for i, a in enumerate(claim.arguments) if a.role == "count")
    exact = replace(count, best=12.0, low=None)
    said = replace(claim, arguments=(*claim.arguments[:i], exact, *claim.arguments[i + 1 :]))

    assert reasons(ground, said) == [("P1", "the quote says 'at least 12'")]


def test_a_date_stands_in_the_quote() -> None:
    ground, claim = one(ATTACK, "attacks")

    moved = replace(claim, valid=ValidTime("2019-05-04", "2019-05-04", "2019-05-04"))

    assert reasons(ground, moved) == [("P1", "nothing in the quote says 2019-05-04")]


def test_a_dropped_hedge_and_a_dropped_denial_are_told() -> None:
    ground, claim = one(HEDGED, "attacks")
    told = reasons(ground, replace(claim, certainty="asserted"))
    assert ("P1", "the hedge 'reportedly' is dropped") in told

    ground, claim = one(DENIED, "attacks")
    assert ("P1", "the quote denies it") in reasons(ground, replace(claim, polarity="affirmed"))


def test_a_voice_that_is_left_out_is_told() -> None:
    ground, claim = one(SAID, "attacks")

    assert reasons(ground, replace(claim, attribution=())) == [("P1", "that 'Viktor Petrenko' says it is dropped")]


def test_exchanged_roles_stand_on_no_path() -> None:
    ground, claim = one(DENIED, "attacks")
    attacker, target = claim.arguments[:2]
    exchanged = replace(claim, arguments=(replace(attacker, span=target.span), replace(target, span=attacker.span)))

    proof = prove(ground, exchanged)

    assert proof.step == "P1"
    assert {fault.part for fault in proof.reasons} == {"args.0", "args.1"}


def test_what_its_sentence_does_not_license_is_a_proposal() -> None:
    say = "The Delta Union no longer attacks the Lima customs house."

    _, layers = read_body(say)

    assert [c for c in layers.claims if c.predicate == "attacks" and c.polarity == "affirmed"] == []
    assert {p.failed for p in layers.proposals} <= {"P0", "P1"}


def test_every_claim_that_is_read_carries_its_step() -> None:
    _, layers = read_body(ATTACK)

    assert {claim.proof for claim in layers.claims} <= {"P1", "P2", "P3"}
    assert layers.claims
