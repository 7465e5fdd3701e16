"""What a bracket behind a name says: a second name of a body, or its faction, its town, its leader."""

import pytest
from tests.support import read_body


def together(text: str, one: str, other: str) -> bool:
    doc, layers = read_body(text)
    names = ({" ".join(doc.quote(span).split()) for span in chain.mentions} for chain in layers.chains)
    return any({one, other} <= found for found in names)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        pytest.param(
            "Members of the Islamic Call (al-Nida) met on Monday.", "Islamic Call", "al-Nida", id="a foreign article"
        ),
        pytest.param(
            "Suqour al-Jabal (Falcons of the Mountain) merged with a rival. Falcons of the Mountain had 900 men.",
            "Suqour al-Jabal",
            "Falcons of the Mountain",
            id="English behind another language",
        ),
        pytest.param(
            "Deputies of the Polish Parliament (Sejm) met on Monday. The Sejm passed the law.",
            "Polish Parliament",
            "Sejm",
            id="the native name of a state's organ",
        ),
        pytest.param(
            "It led the Reef Force (Jerusalem Force, or Niru Zi). The Jerusalem Force denied it.",
            "Reef Force",
            "Jerusalem Force",
            id="two names",
        ),
        pytest.param(
            "The PKR (Party of Kawlani Workers) lost. The Party of Kawlani Workers blamed the weather.",
            "PKR",
            "Party of Kawlani Workers",
            id="words that have most of the letters before them",
        ),
    ],
)
def test_a_bracket_with_a_second_name(text: str, one: str, other: str) -> None:
    assert together(text, one, other)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        pytest.param(
            "The Shore Peasant Front (Horizon) burned two lorries on Monday. Horizon has 300 men.",
            "Shore Peasant Front",
            "Horizon",
            id="one word, which may be a faction",
        ),
        pytest.param(
            "The Harbour Guard (Rossana Medvek Lim) said it had no ships.",
            "Harbour Guard",
            "Rossana Medvek Lim",
            id="who heads a body",
        ),
        pytest.param(
            "The Christian Union (Union of Dockers) met in Riga.",
            "Christian Union",
            "Union of Dockers",
            id="a sort that two bodies share",
        ),
        pytest.param(
            "The Bank of Coral Islands took over Reef Bank. The Coral Islands Development Bank is sound.",
            "Bank of Coral Islands",
            "Coral Islands Development Bank",
            id="no bracket: a bank that has a trade besides",
        ),
    ],
)
def test_what_is_no_second_name(text: str, one: str, other: str) -> None:
    assert not together(text, one, other)
