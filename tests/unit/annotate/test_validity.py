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


@pytest.mark.parametrize(
    ("text", "predicate", "wanted"),
    [
        ("Ana Duarte, who led the Salt Line from 2004 to 2013, was accused of theft.", "commands", "2004/2013"),
        ("Ana Duarte, head of the Salt Line between 2004 and 2013, met Luis Mora.", "holds_role", "2004/2013"),
        ("Ana Duarte, the chairwoman of the Salt Line since 2004, visited Oslo.", "holds_role", "2004/.."),
        ("Ana Duarte, head of the Salt Line until 2004, visited Oslo in 2010.", "holds_role", "../2004"),
    ],
)  # fmt: skip
def test_a_spell_behind_a_post_is_of_the_post(text: str, predicate: str, wanted: str) -> None:
    assert wanted in times(text, predicate)


@pytest.mark.parametrize(
    ("text", "predicate", "wanted"),
    [
        ("Ana Duarte, head of the Salt Line until 2004, visited Oslo in 2010.", "visits", "2010"),
        ("Ana Duarte, head of the Salt Line between 2004 and 2013, met Luis Mora.", "meets", None),
        ("Ana Duarte, who led the Salt Line from 2004 to 2010, met Luis Mora.", "meets", None),
    ],
)
def test_and_of_no_event_beside_it(text: str, predicate: str, wanted: str | None) -> None:
    assert set(times(text, predicate)) == {wanted}


@pytest.mark.parametrize(
    ("text", "predicate", "wanted"),
    [
        ("Ana Duarte was mayor of Osk from 2004 until her arrest in May 2013.", "holds_role", "2004/2013-05"),
        ("Ana Duarte, mayor of Osk until she was dismissed on 5 May 2013, left.", "holds_role", "../2013-05-05"),
        ("Ana Duarte headed the Salt Bank until its merger with the Tide Bank in 2012.", "commands", "../2012"),
        ("Ana Duarte has been mayor of Osk since 2012, until his death in 2010 Mora’s post.", "holds_role", "2012/.."),
    ],
)
def test_what_lasts_is_over_with_an_event(text: str, predicate: str, wanted: str) -> None:
    assert wanted in times(text, predicate)


def test_the_event_keeps_its_own_day() -> None:
    text = "Ana Duarte was mayor of Osk from 2004 until police arrested her in May 2013."

    assert times(text, "arrests") == ["2013-05"]


def test_a_spell_that_goes_on_is_not_of_the_post() -> None:
    assert times("Salt Line chief Ana Duarte from 2004 to 2010 supported the Tide League.", "holds_role") in (
        [],
        [None],
    )


def test_a_spell_of_a_post_beside_the_name_is_not_of_the_verb() -> None:
    text = "Ana Duarte, mill director since June 2023, accused Ivo Duda of theft."

    assert times(text, "accuses") == [None]
    assert times(text, "holds_role") == ["2023-06/.."]
