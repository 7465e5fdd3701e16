"""Whom a pronoun cannot mean by its place in the sentence, and whose it may be besides."""

import pytest
from tests.support import read_body


def antecedents(text: str, word: str) -> set[str]:
    """The names of the chains in which the last `word` of the text stands."""
    doc, layers = read_body(text)
    at = text.rindex(f" {word} ") + 1
    return {chain.name for chain in layers.chains if any(m.start == at for m in chain.mentions) and doc.id}


@pytest.mark.parametrize(
    ("text", "word", "other"),
    [
        ("The trial of Ivo Duda began. On Monday he told the court that Duda had left early.", "he", "Ivo Duda"),
        ("Luis Ortega was the best guard when he helped bring down President Oto Vale in Lima.", "he", "Oto Vale"),
        ("Oto Vale saw the yard on Monday. Luis Ortega sold the boats, he said after the visit.", "he", "Luis Ortega"),
        ("Unlike the earlier mayor, Luis Ortega, he never owned a boat.", "he", "Luis Ortega"),
        ("Oto Vale ran. Praised by Luis Ortega in March, he won.", "he", "Luis Ortega"),
        ("Oto Vale ran. The second son of Luis Ortega, a miner, he won.", "he", "Luis Ortega"),
        ("After his death, Luis Ortega sold the boats of Oto Vale.", "his", "Luis Ortega"),
        ("Ana Duarte sang. Police said that Luis Ortega had asked him for a boat.", "him", "Luis Ortega"),
    ],
)
def test_whom_a_pronoun_cannot_mean(text: str, word: str, other: str) -> None:
    assert other not in antecedents(text, word)


def test_somebody_without_a_name_who_spoke_last_may_be_meant() -> None:
    text = (
        "The guild denied the charges by the mayor Daniel Vale that its men burned the pier. "
        "A spokesman for the guild said that it was false. Later he explained that the boats had left."
    )

    assert antecedents(text, "he") == set()


def test_a_speaker_of_a_quotation_is_not_whoever_is_named_in_it() -> None:
    text = 'Mr Vale\'s lawyer, Aline Duroc, denied it. "My client paid a guide," and then she said no more.'

    assert antecedents(text, "she") <= {"Aline Duroc"}


def test_whose_kin_stands_right_behind_a_name_is_that_ones() -> None:
    text = "Oto Vale was born in Riga, the third child of Emil Vale (1801-1870) and his wife Sara."

    assert antecedents(text, "his") == {"Emil Vale"}


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        (
            "Ana Duarte was born in Riga. The daughter of Rosa Vale and owner of her boat, she sang.",
            "her",
            "Ana Duarte",
        ),
        ("Ana Duarte was born in Riga. In her letters, she thanked Rosa Vale.", "her", "Ana Duarte"),
        ("Rosa Vale saw Ana Duarte. Like her sister Maria, Ana Duarte sang.", "her", "Ana Duarte"),
        ("Ana Lind of the Salt Guild won. Ana Duarte of the Tide Guild lost, and left her seat.", "her", "Ana Duarte"),
        ("Oto Vale saw Ana Duarte. Before his death, Luis Ortega sold the boats.", "his", "Luis Ortega"),
    ],
)
def test_what_stands_in_front_of_a_clause_is_of_whoever_acts_in_it(text: str, word: str, name: str) -> None:
    assert antecedents(text, word) == {name}


def test_the_husband_of_somebody_without_a_name_is_nobody_elses() -> None:
    assert antecedents("Princess Ana stayed away. The queen and her husband visited Riga.", "her") == set()
