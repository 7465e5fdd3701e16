"""Posts of places whose holder stands right behind, and of bodies in places."""

import pytest
from tests.support import read_body


@pytest.mark.parametrize(
    ("say", "of", "holder"),
    [
        ("The governor of San Salvador Ana Mor answered the judges.", "San Salvador", "Ana Mor"),
        ("The mayor of Nairobi Pedro Duda left the hall.", "Nairobi", "Pedro Duda"),
        ("The Salt League's leader in Osh, Pavel Sorokin, was seen there.", "Salt League", "Pavel Sorokin"),
    ],
)
def test_the_holder_and_what_he_holds_are_two(say: str, of: str, holder: str) -> None:
    doc, layers = read_body(say)
    (post,) = (c for c in layers.claims if c.predicate == "holds_role")

    told = {a.role: doc.quote(a.span) for a in post.arguments if a.span}
    assert (told["of"], told["holder"]) == (of, holder)


def test_the_office_of_a_town_is_no_person() -> None:
    doc, layers = read_body("The head of Lagos Internal Revenue answered the judges.")

    assert not [m for m in layers.mentions if m.type == "person" and doc.quote(m.span) == "Internal Revenue"]


@pytest.mark.parametrize(
    "say",
    [
        "One of the more influential militias within the Union, Harvest Brigades, is listed as a "
        "Foreign Terrorist Organization.",
        "One of the militias in the hills, Harvest Brigades, was listed as a terrorist organization in 2014.",
    ],
)
def test_of_one_of_several_the_named_is_meant(say: str) -> None:
    doc, layers = read_body(say)
    targets = [c.argument("target") for c in layers.claims if c.predicate == "designates"]

    assert {doc.quote(a.span) for a in targets if a and a.span} == {"Harvest Brigades"}
