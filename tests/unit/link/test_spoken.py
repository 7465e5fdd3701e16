"""Who "I" is in a quotation."""

import pytest
from tests.support import read_body


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"I signed nothing in Recife," said Renata Silva.', "Renata Silva"),
        ('Tomas Okafor met Renata Silva. "They never paid me," Tomas Okafor said on Monday.', "Tomas Okafor"),
    ],
)
def test_i_is_whoever_speaks(text: str, name: str) -> None:
    doc, layers = read_body(text)

    mine = [c.name for c in layers.chains for s in c.mentions if doc.quote(s) in ("I", "me")]

    assert mine == [name]


def test_i_outside_a_quotation_is_nobody_that_is_named() -> None:
    doc, layers = read_body("I went to Recife. Renata Silva said that the pier was closed.")

    assert not any(doc.quote(s) == "I" for c in layers.chains for s in c.mentions)


def speakers(text: str) -> list[str]:
    doc, layers = read_body(text)
    said = [c.arguments[0] for c in layers.claims if c.predicate == "says"]
    return [doc.quote(a.antecedent or a.span) for a in said if a.span is not None]


def test_it_that_adds_something_is_the_body_that_spoke_last() -> None:
    text = '"For years Duda had a hand in the Salt Force," the Harbour Board said. It added that he led a gang.'

    assert speakers(text) == ["Harbour Board", "Harbour Board"]


def test_it_that_says_something_new_may_be_another() -> None:
    text = "The Harbour Board said that the pier was safe.\n\nThe Salt Force is small. It added two boats in May."

    assert speakers(text) == ["Harbour Board"]
