"""Whom "he" and "her" mean among those who are named nearby."""

import pytest
from tests.support import read_body

from whence.link.nearby import quotations


def meant(text: str, word: str) -> set[str]:
    """The names of the chains in which the last `word` of the text stands."""
    _, layers = read_body(text)
    at = text.rindex(f" {word} ") + 1
    return {chain.name for chain in layers.chains if any(m.start == at for m in chain.mentions)}


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Carla Duarte met the press. In his youth, Ivo Duda had sung in a choir.", "his", "Ivo Duda"),
        ("Emilia Santos met Ivo Duda on the pier. He sold the boat on Monday.", "He", "Ivo Duda"),
        ("Ivo Duda blamed Emilia Santos for the fire. She denied it.", "She", "Emilia Santos"),
        ("Ivo Duda praised himself in a letter to Oto Vale.", "himself", "Ivo Duda"),
    ],
)
def test_whom_a_pronoun_means(text: str, word: str, name: str) -> None:
    assert meant(text, word) == {name}


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The Harbour Guild said that it had sold its boats to Delta Freight.", "it", "Harbour Guild"),
        ("The Harbour Guild, founded in Riga, also said that it had won.", "it", "Harbour Guild"),
        ("Delta Freight sued the Harbour Guild. It wants two million dollars.", "It", "Delta Freight"),
    ],
)
def test_which_body_it_means(text: str, word: str, name: str) -> None:
    assert meant(text, word) == {name}


def test_a_thing_is_no_body() -> None:
    assert meant("The Harbour Guild met in Riga. Ana Duarte wrote a memorandum; then it was returned.", "it") == set()


def test_who_says_a_quotation_is_not_he_in_it() -> None:
    text = 'Ivo Duda sold the mill in May. "On Friday he lost nothing but patience," Oto Vale told the court.'

    assert meant(text, "he") == {"Ivo Duda"}


def test_of_a_man_alone_no_woman_is_meant() -> None:
    assert meant("Emilia Santos spoke in Riga. Police said that he had fled to Lima.", "he") == set()


def test_marks_that_do_not_pair_open_no_quotation() -> None:
    text = 'The 12" pipe burst.\nThe guard said “stop” and "go".'

    assert [text[a:b] for a, b in quotations(text)] == ["“stop”", '"go"']


def test_who_went_on_speaking_is_not_he_either() -> None:
    text = 'Ivo Duda sold the mill. "We lost," Oto Vale told the court. "On Friday he will pay."'

    assert "Oto Vale" not in meant(text, "he")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The mayor, Ivo Duda, spoke in Lobos. Robbers seized a retired pharmacist and his wife near Osh.", "his"),
        ("Ivo Duda spoke in Lobos. He left. Smugglers shot a clerk of the port after taking him to Osh.", "him"),
    ],
)
def test_where_one_without_a_name_may_be_meant_nobody_is(text: str, word: str) -> None:
    assert meant(text, word) == set()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('Oto Vale met Ivo Duda in Riga. "Mr Duda lied to us," he said.', "he"),
        ('Oto Vale met Ivo Duda in Riga. He said: "Mr Duda lied to all of us."', "He"),
    ],
)
def test_whoever_speaks_is_not_named_in_his_own_words(text: str, word: str) -> None:
    assert meant(text, word) == {"Oto Vale"}
