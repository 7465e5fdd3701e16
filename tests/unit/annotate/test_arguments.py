"""Who an argument is, where the tree and the chains disagree."""

from whence import pipeline
from whence.model import Document


def leading(text: str, predicate: str) -> list[tuple[str, ...]]:
    """The words, or the names behind them, of the arguments of every claim of a predicate."""
    doc = Document.of(text, "a.txt")
    claims = [c for c in pipeline.annotate_document(doc, {}).claims if c.predicate == predicate]
    return [tuple(doc.quote(a.antecedent or a.span) for a in c.arguments if a.span) for c in claims]


def test_nobody_dismisses_himself() -> None:
    text = "The mayor, Ines Duarte, has neither defended nor dismissed the adviser who replaced Tomas Okafor."
    assert ("Ines Duarte", "Tomas Okafor") not in leading(text, "succeeds")


def test_neither_of_two_is_hurt() -> None:
    assert leading("Two were slightly hurt, neither a Deniz.", "injures") == []


def test_a_team_of_a_body_is_not_the_body() -> None:
    assert leading("A Salt League team shot Ines Duarte.", "attacks") == [("Salt League team", "Ines Duarte")]


def test_who_trains_the_men_of_a_body_supports_the_body() -> None:
    found = leading("Corvane Freight will train a further 400 members of the presidential guard.", "supports")
    assert found and found[0][:2] == ("Corvane Freight", "presidential guard")


def test_what_comes_from_an_account_comes_from_whoever_has_it() -> None:
    text = "Two million dollars were transferred from an account of Corvane Freight to the Salt League."
    assert [c for c in leading(text, "supports") if {"Corvane Freight", "Salt League"} <= set(c)]


def test_all_who_stand_behind_a_fronted_participle() -> None:
    text = "Also designated were Corvane Freight, Kestrel Minerals SARL and Lumen Logistics FZE."
    assert {c for found in leading(text, "designates") for c in found} == {
        "Corvane Freight",
        "Kestrel Minerals SARL",
        "Lumen Logistics FZE",
    }


def test_whoever_trains_militias_supports_nobody_in_particular() -> None:
    assert leading("The Harbour Board trains militias.", "supports") == []
    assert leading("The Harbour Board trains the militias of Osh.", "supports") != []
