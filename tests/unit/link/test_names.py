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
            "The Kalova Hospital opens on Monday. The hospital, founded in 1923 as the Hospital of Charity, is full.",
            "Kalova Hospital",
            "Hospital of Charity",
            id="as what it was founded",
        ),
        pytest.param(
            "Norrtel AB sold its Danish unit, Norrtel Danmark, in May. The Danish company will be known as Kvik Mobil.",
            "Norrtel Danmark",
            "Kvik Mobil",
            id="what a noun with a country will be called",
        ),
        pytest.param(
            "Soldiers of the Armed Shore Vanguard left. The group now calls itself the Army of the Poor.",
            "Armed Shore Vanguard",
            "Army of the Poor",
            id="what a noun calls itself",
        ),
        pytest.param(
            "Ivo Duda has founded the Democratic Union of Labour, he said. The new party (UDT) would run everywhere.",
            "Democratic Union of Labour",
            "UDT",
            id="letters behind a noun",
        ),
        pytest.param(
            "The Popular Union of Labour won. The Popular Union, as it is usually called, has ruled since 1981.",
            "Popular Union of Labour",
            "Popular Union",
            id="a short form that is said to be one",
        ),
        pytest.param(
            "Mother Marie-Ange (Jeanne Delorme), the superior of the order, is ill.",
            "Marie-Ange",
            "Jeanne Delorme",
            id="a name in the world",
        ),
        pytest.param(
            "Metropolitan Gavriil died in Osh. Born Georgi Stoilov in 1941, he had led the diocese for thirty years.",
            "Gavriil",
            "Georgi Stoilov",
            id="born, before the pronoun",
        ),
    ],
)
def test_second_names_told_of_a_noun_a_pronoun_or_a_religious_name(text: str, one: str, other: str) -> None:
    assert any(together(text, form, other) for form in (one, f"Mother {one}"))


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
            "President Ivo Duda (Rosa Lind) spoke.", "Ivo Duda", "Rosa Lind", id="a bracket behind no religious title"
        ),
        pytest.param(
            "The Salt League is not small. The union was founded in 1990 as a branch of the Brine Guild.",
            "Salt League",
            "Brine Guild",
            id="of what it was founded as a branch",
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


def test_what_a_faction_calls_itself_is_no_name_of_the_whole() -> None:
    text = "A faction of the Salt Liberation League has agreed to talks. The faction calls itself the Tide Wing."

    assert not together(text, "Salt Liberation League", "Tide Wing")
