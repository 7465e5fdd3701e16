from math import log

import pytest

from whence.reader import RawMention
from whence.reader.namesakes import one_type_a_name

LABELS = ["person", "organization", "place"]


def types_of(text: str, *mentions: tuple[str, tuple[float, float, float]], form: str = "named") -> list[str]:
    """The types that the mentions get, one after another in the text, each with the chances given."""
    phrases, at = [], 0
    for words, chances in mentions:
        at = text.index(words, at)
        best = LABELS[max(range(3), key=chances.__getitem__)]
        phrases.append(RawMention(at, at + len(words), best, form, 0.9))
        at += 1
    return [p.type for p in one_type_a_name(text, phrases, [[log(c) for c in x] for _, x in mentions], LABELS)]


def test_a_name_that_two_sentences_know_is_not_another_thing_in_the_third() -> None:
    text = "Lovell paid. Lovell bought a mill. LOVELL SELLS MILL"
    told = [("Lovell", (0.1, 0.85, 0.05)), ("Lovell", (0.2, 0.7, 0.1)), ("LOVELL", (0.6, 0.3, 0.1))]

    assert types_of(text, *told) == ["organization"] * 3


@pytest.mark.parametrize(
    ("longer", "alone"),
    [((0.8, 0.1, 0.1), "person"), ((0.1, 0.8, 0.1), "organization")],
    ids=["a person's", "a firm's"],
)
def test_the_last_word_of_a_persons_name_is_the_persons(longer: tuple[float, float, float], alone: str) -> None:
    found = types_of("Ines Tavira met Tavira.", ("Ines Tavira", longer), ("Tavira", (0.3, 0.6, 0.1)))

    assert found[1] == alone


def test_common_nouns_have_a_type_of_their_own_each() -> None:
    told = [("guard", (0.8, 0.1, 0.1)), ("guard", (0.1, 0.8, 0.1))]

    assert types_of("the guard and the guard", *told, form="nominal") == ["person", "organization"]
