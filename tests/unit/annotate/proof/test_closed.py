"""Ways in which a corrupted claim once reached P2, each closed by what it has in common with its like."""

from dataclasses import replace

import pytest
from tests.support import ground_of, holds, read_body

from whence.annotate.claims import find_claims
from whence.annotate.proof import Ground, corrupted, prove
from whence.model import Argument, Claim


def read(say: str, predicate: str) -> tuple[Ground, Claim]:
    ground = ground_of(say, published="2014-05-12")
    return ground, next(c for c in find_claims(ground.scene) if c.predicate == predicate)


@pytest.mark.parametrize(
    ("say", "predicate", "role"),
    [
        # of=Asia: the post is the Board's
        ("Kurt Campion, the Harbour Board's coordinator for Asia, arrives on Friday.", "holds_role", "of"),
    ],
)
def test_a_body_that_the_post_is_not_of_is_doubted(say: str, predicate: str, role: str) -> None:
    ground, claim = read(say, predicate)
    asia = next(m.span for m in ground.lookup.mentions if ground.doc.quote(m.span) == "Asia")
    wrong = replace(
        claim, arguments=tuple(replace(a, span=asia, value=None) if a.role == role else a for a in claim.arguments)
    )

    assert prove(ground, wrong).step in ("P0", "P1")


@pytest.mark.parametrize(
    ("say", "predicate", "certainty"),
    [
        ("Yevhen Kosar, the so-called governor of Osh, left in April.", "holds_role", "alleged"),
        ("A magistrate directed that Luis Ortega be detained in Cali.", "arrests", "intended"),
        ("Some say that Tomas Okafor had owned the Harbour Line from the first.", "owns", "reported"),
        ("Is the Harbour Board run by Ana Duarte? People keep asking. No.", "operates", "hypothetical"),
    ],
)
def test_a_hedge_is_read_where_it_stands(say: str, predicate: str, certainty: str) -> None:
    _, layers = read_body(say, published="2014-05-12")

    assert {c.certainty for c in layers.claims if c.predicate == predicate} == {certainty}


@pytest.mark.parametrize(
    "say",
    [
        'The spokesman, Sani Dan, denied that the arrest was meant to defeat it, saying it concerned "a petition".',
        "Tomas Okafor denies having known Ana Duarte, Luis Ortega denies having known her.",
    ],
)
def test_a_denial_before_a_comma_does_not_deny_what_is_said_behind_it(say: str) -> None:
    _, layers = read_body(say)

    assert {(c.polarity, c.certainty) for c in layers.claims if c.predicate in ("says", "denies")} == {
        ("affirmed", "asserted")
    }


def test_a_part_of_a_number_is_not_the_number() -> None:
    _, layers = read_body("The Harvest Party lost nine of its 64 seats.")

    seats = [a.best for c in layers.claims if c.predicate == "loses_seats" for a in c.arguments if a.role == "seats"]

    assert set(seats) == {9.0}


@pytest.mark.parametrize(
    ("say", "predicate"),
    [
        ("10 August: Ana Duarte was arrested in Lima.", "arrests"),
        ("The Sixth Rifles invaded Peru on a carnival Tuesday.", "invades"),
        ("Police arrested Luis Ortega, who was born, his lawyers say, in 2003.", "arrests"),
    ],
)
def test_a_date_that_may_be_another_is_doubted(say: str, predicate: str) -> None:
    ground, claim = read(say, predicate)
    times = [t for t in ground.times(claim.evidence) if t.edtf]

    dated = replace(claim, valid=replace(claim.valid, start=times[0].edtf, end=times[0].edtf, edtf=times[0].edtf))

    assert times
    assert prove(ground, dated).step in ("P0", "P1")


def test_parts_of_one_date_are_no_other_date() -> None:
    ground, claim = read("Ana Duarte was arrested in Lima at noon on 24 July 2008.", "arrests")

    assert [o.claim.valid.edtf for o in corrupted(ground, claim) if o.kind == "moved date"] == ["2009-07-24T12:00:00"]


@pytest.mark.parametrize(
    ("say", "predicate", "role", "name"),
    [
        (
            "Ada Kvara did not at first leave him, a former member of the Salt League told a court.",
            "member_of",
            "member",
            "Ada Kvara",
        ),
        ("Two guards were killed in Cali, while in Lima some 2,000 dockers marched.", "kills", "place", "Lima"),
        (
            "Only two were found; a third, the bank's driver Luis Ortega, died in hospital of his wounds, while the "
            "chairman, Tomas Okafor, better known to his friends as Uncle Salt, denies that anybody was beaten at all.",
            "denies",
            "speaker",
            "Luis Ortega",
        ),
        (
            "Eleven dockers, two of them from Osh, drowned on 18 May when a ferry sank; a survivor, Rebwar Hama, "
            "told the magistrate at Lima that the pilot, 19, had threatened to shoot anyone who cried.",
            "threatens",
            "threatened",
            "Rebwar Hama",
        ),
        (
            "Bishop Duarte, asked to mediate by Okafor and by the governor of the province, Luis Prieto Vega, met him.",
            "asks",
            "asked",
            "Luis Prieto Vega",
        ),
        (
            "Renata Silva, founder and for twelve years head of the Harbour Board, has died in Osh, her son Tomas "
            "announced on Friday.",
            "died",
            "person",
            "Tomas",
        ),
        ("Born at Osh on 11 May 1961, she taught algebra in Lima until her brother fell ill.", "born", "place", "Lima"),
    ],
)
def test_a_name_of_another_clause_is_doubted(say: str, predicate: str, role: str, name: str) -> None:
    ground = ground_of(say, published="2014-05-12")
    other = next(m.span for m in ground.lookup.mentions if ground.doc.quote(m.span) == name)
    offered = [
        replace(c, arguments=tuple(replace(a, span=other) if a.role == role else a for a in c.arguments))
        for c in find_claims(ground.scene)
        if c.predicate == predicate
    ]

    assert [c for c in offered if c.argument(role) and prove(ground, c).step in ("P2", "P3")] == []


@pytest.mark.parametrize(
    ("say", "args"),
    [
        (
            "Sami Haddad said that Ana Duarte reported not to her minister but to a man in Lima.",
            {"superior": "minister"},
        ),
        (
            "The inquiry failed to prove that Luis Ortega, who ran the yard, threatened Ana Duarte.",
            {"threatened": "Ana Duarte"},
        ),
    ],
)
def test_what_is_ruled_out_is_not_claimed(say: str, args: dict[str, str]) -> None:
    doc, layers = read_body(say)

    assert not any(holds(doc, c, args) for c in layers.claims if c.polarity == "affirmed")


def test_a_name_that_may_be_one_of_those_meant_is_no_tampering() -> None:
    ground, claim = read("Ana Duarte attacked the sons of a miller, the brothers Ivo and Luis Pardo.", "attacks")
    swapped = [c.claim for c in corrupted(ground, claim) if c.kind == "swapped name"]
    words = [(ground.doc.quote(one.arguments[0].span), ground.doc.quote(one.arguments[1].span)) for one in swapped]

    assert "Ivo" in {attacker for attacker, _ in words}
    assert not any(target in ("Ivo", "Luis Pardo") for _, target in words)


@pytest.mark.parametrize(
    ("say", "args"),
    [
        (
            "The line named Luis Prieto as chairman after Ana Duarte, the son of the founder, left.",
            {"relative": "Ana Duarte"},
        ),
        ("Nobody had ever elected Ana Duarte.", {"elected": "Ana Duarte"}),
        ("The guards report to Ivo Duda, and he to Sami Haddad.", {"subordinate": "guards", "superior": "Sami Haddad"}),
    ],
)
def test_neither_himself_nor_by_nobody(say: str, args: dict[str, str]) -> None:
    doc, layers = read_body(say)

    assert not any(holds(doc, c, args) for c in layers.claims if c.polarity == "affirmed" and c.proof != "P1")


@pytest.mark.parametrize(
    ("say", "predicate", "role", "name"),
    [
        # the patient behind the doers; the object of the verb before
        (
            "Ivo Duda was asked to mediate by Ana Mor and by the mayor of Lobos, Luis Pardo.",
            "asks",
            "asked",
            "Pardo",
        ),
        ("Ada Mensah loathed President Ana Mor, praised Ivo Duda and left.", "praises", "speaker", "Mor"),
    ],
)
def test_a_name_in_anothers_place_is_doubted(say: str, predicate: str, role: str, name: str) -> None:
    ground, claim = read(say, predicate)
    other = next(m.span for m in ground.lookup.mentions if ground.doc.quote(m.span).endswith(name))
    rest = tuple(a for a in claim.arguments if a.role != role)
    swapped = replace(claim, arguments=(Argument(role, other, None, "person"), *rest))

    assert prove(ground, swapped).step in ("P0", "P1")


def test_but_not_denies_what_stands_behind_it() -> None:
    ground, claim = read("Ada Mensah condemned the Salt League but not the Harbour Board.", "condemns")
    board = next(m.span for m in ground.lookup.mentions if ground.doc.quote(m.span).endswith("Board"))
    rest = tuple(a for a in claim.arguments if a.role != "condemned")
    affirmed = replace(
        claim, polarity="affirmed", arguments=(*rest, Argument("condemned", board, None, "organization"))
    )

    assert prove(ground, affirmed).step == "P0"
