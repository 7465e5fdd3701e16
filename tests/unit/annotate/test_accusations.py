"""What an accuser says that somebody did is an accusation, however it is told."""

import pytest
from tests.support import read_body


def told(say: str) -> list[tuple[str, ...]]:
    doc, layers = read_body(say)
    return [
        tuple(doc.quote(a.span) for a in c.arguments if a.span and a.role in ("accuser", "accused"))
        for c in layers.claims
        if c.predicate == "accuses" and c.maker.rule == "accuses.told"
    ]


@pytest.mark.parametrize(
    ("say", "accused"),
    [
        ("Prosecutors say Luis Ortega took bribes from three builders.", "Luis Ortega"),
        ("According to the prosecution, Luis Ortega forged the minutes.", "Luis Ortega"),
        ("The nuns say that Luis Ortega stole the ledger.", "Luis Ortega"),
        ("The committee found that Luis Ortega had misled it.", "Luis Ortega"),
        ("The charge sheet says that Ana Mor pocketed 4 million euros and that she burned the ledger.", "Ana Mor"),
    ],
)
def test_what_an_accuser_says_of_somebody_is_an_accusation(say: str, accused: str) -> None:
    assert [pair[-1] for pair in told(say)] == [accused]


@pytest.mark.parametrize(
    "say",
    [
        "Prosecutors say Luis Ortega was born in Cali.",
        "Prosecutors say Luis Ortega was robbed in Cali.",
        "Prosecutors say Luis Ortega did not forge the minutes.",
        "Prosecutors say that the clerk whom Luis Ortega praised forged the minutes.",
        "The nuns say that Luis Ortega stole the show.",
        "The police said they would beat Luis Ortega.",
    ],
)
def test_what_is_no_wrong_or_comes_from_no_accuser_is_none(say: str) -> None:
    assert told(say) == []


def test_who_is_accused_between_commas_says_nothing_himself() -> None:
    doc, layers = read_body("Luis Ortega, prosecutors say, ran the yard.")
    speakers = [a for c in layers.claims if c.predicate == "says" and (a := c.argument("speaker")) is not None]

    assert [doc.quote(a.span) for a in speakers if a.span is not None] == ["prosecutors"]


def test_it_is_a_lie_denies() -> None:
    _, layers = read_body('Asked about the ledger, Ana Mor said: "It is a lie."')

    assert "denies" in {c.predicate for c in layers.claims}
