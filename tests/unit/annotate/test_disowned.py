"""Who denies a hand in a deed is said not to have done it; nobody asserts what he denies."""

import pytest
from tests.support import read_body

from whence.model import Claim

DEEDS = ("kills", "attacks", "bombs", "abducts")


def deeds(say: str) -> tuple[str, list[Claim]]:
    doc, layers = read_body(say)
    return doc.text, [c for c in layers.claims if c.predicate in DEEDS]


def words(text: str, claim: Claim) -> list[str]:
    return [text[a.span.start : a.span.end] for a in claim.arguments if a.span is not None]


@pytest.mark.parametrize(
    ("say", "who", "whom"),
    [
        ("Luis Ortega denied having any involvement in the murder of Ana Kovac.", "Luis Ortega", "Ana Kovac"),
        ("Luis Ortega denied any role in the bombing of the Lobos barracks.", "Luis Ortega", "Lobos barracks"),
        ("Luis Ortega was not involved in the killing of Ana Kovac.", "Luis Ortega", "Ana Kovac"),
        ("Luis Ortega denied being behind the murder of Ana Kovac.", "Luis Ortega", "Ana Kovac"),
        ("The Delta Union played no part in the abduction of Ana Kovac.", "Delta Union", "Ana Kovac"),
        ("Luis Ortega had nothing to do with the killing of Ana Kovac.", "Luis Ortega", "Ana Kovac"),
    ],
)
def test_a_hand_that_is_denied_makes_a_denied_deed_of_the_denier(say: str, who: str, whom: str) -> None:
    text, found = deeds(say)

    assert [c.polarity for c in found] == ["denied"]
    assert words(text, found[0]) == [who, whom]


@pytest.mark.parametrize(
    "say",
    [
        "Luis Ortega denied knowledge of the killing of Ana Kovac.",
        "Luis Ortega denied any part in the killing of Ana Kovac by soldiers.",
    ],
)
def test_a_deed_of_others_is_not_asserted_by_whoever_denies(say: str) -> None:
    _, found = deeds(say)

    assert not [c for c in found if c.polarity == "denied" or c.attribution]


def test_neither_is_no_part_of_a_name() -> None:
    text, found = deeds("Neither Luis Ortega nor Ana Kovac attacked the Lobos barracks.")

    assert sorted(w for c in found for w in words(text, c)[:1]) == ["Ana Kovac", "Luis Ortega"]
    assert {c.polarity for c in found} == {"denied"}
