"""Which claims of a sentence its times belong to."""

import pytest
from tests.support import read_body


def times(text: str, predicate: str) -> list[str | None]:
    _, layers = read_body(text, published="2014-05-12")
    return [c.valid.edtf for c in layers.claims if c.predicate == predicate and not c.valid.inferred]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Tomas Okafor led the Harbour Board until 2010 and now advises the Salt League.", "advises"),
        ("Police in Durban arrested Ana Duarte's brother, Luis Duarte, in March 2012.", "family_of"),
        ("In March 2012 Ada Mensah, the daughter of Kofi Mensah, sold the yard.", "family_of"),
    ],
)
def test_a_time_of_another_verb_is_not_taken(text: str, predicate: str) -> None:
    found = times(text, predicate)

    assert found and set(found) == {None}


def test_a_time_before_two_verbs_is_of_both() -> None:
    text = "In March 2012 police arrested Ana Duarte and shot Luis Duarte."

    assert times(text, "arrests") == ["2012-03"]
