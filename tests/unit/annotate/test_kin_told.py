"""Kinship as it was told: former, coming, and whose it is in a list."""

import pytest
from tests.support import read_body, words

from whence.model import Claim, Document

KIN = [
    ("Pavel Dus, the former husband of Katka Ryba, was held.", "former husband"),
    ("Pavel Dus came with his ex-wife Katka Ryba.", "ex-wife"),
    ("Katka Ryba sang for her husband-to-be, Pavel Dus.", "husband-to-be"),
    ("In his memoir Pavel Dus criticised his former wife.", "former wife"),
    ("Pavel Dus met Katka Ryba, the wife of Ivo Duda.", "wife"),
]


def family(text: str) -> tuple[Document, list[Claim]]:
    doc, layers = read_body(text)
    return doc, [c for c in layers.claims if c.predicate == "family_of"]


@pytest.mark.parametrize(("text", "kin"), KIN)
def test_kin_that_was_or_will_be_is_called_so(text: str, kin: str) -> None:
    doc, found = family(text)

    assert {words(doc, c)["kin"][0] for c in found} == {kin}


def test_who_is_engaged_is_not_married() -> None:
    _, found = family("Katka Ryba, who is engaged to the actor Pavel Dus, sang.")

    assert [a.value for c in found for a in c.arguments if a.role == "kin"] == ["fiancé"]


def test_a_divorce_ends_a_marriage() -> None:
    _, found = family("Katka Ryba divorced Pavel Dus in 2017.")

    assert [c.valid.edtf for c in found] == ["../2017"]


def test_who_is_described_once_more_is_nobody_elses_kin() -> None:
    doc, found = family("Hugo Brand, brother of Ada Brand and a deacon in Lobos, spoke.")

    assert {words(doc, c)["relative"][0] for c in found} == {"Ada Brand"}


def test_a_father_is_not_the_father_of_a_grandfather() -> None:
    _, found = family("Ivo Thale, a father of three and grandfather of seven, lives in Gent.")

    assert found == []


def test_a_list_goes_on_behind_a_clause() -> None:
    doc, found = family("Nora was born to Leo Brand, who was the son of Alo Brand, and Sofia Dute.")

    assert ("Leo Brand", "Sofia Dute") not in [
        (w["person"][0], w["relative"][0]) for c in found if (w := words(doc, c))
    ]
