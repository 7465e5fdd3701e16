import pytest

from whence.reader.lemmas import lemma, mended, script, verb_base
from whence.reader.pieces import vocabulary


@pytest.mark.parametrize(
    ("word", "base"),
    [("attacked", "attack"), ("Said", "say"), ("was", "be"), ("Brigades", "Brigade"), ("n’t", "not"), ("LED", "lead")],
)
def test_an_edit_leads_from_the_word_to_its_lemma(word: str, base: str) -> None:
    assert lemma(word, script(word, base)) == base


def test_an_edit_carries_over_to_other_words() -> None:
    assert lemma("funded", script("attacked", "attack")) == "fund"
    assert lemma("militias", script("rockets", "rocket")) == "militia"


def test_an_edit_that_cuts_too_much_leaves_the_word() -> None:
    assert lemma("a", script("attacked", "attack")) == "a"


@pytest.mark.parametrize(
    ("base", "word", "expected"),
    [
        ("prais", "praised", "praise"),
        ("bann", "banned", "ban"),
        ("allie", "allied", "ally"),
        ("fund", "funded", "fund"),
        ("zzq", "zzqs", "zzq"),
        ("villager", "villagers", "villager"),
        ("Front", "Fronts", "Front"),
    ],
)
def test_a_lemma_that_is_no_word_is_mended_to_one(base: str, word: str, expected: str) -> None:
    assert mended(base, word, {"praise", "ban", "village", "ally", "fund", "funded", "zzqs" * 2}) == expected


@pytest.mark.parametrize(
    ("past", "base"), [("bombed", "bomb"), ("fired", "fire"), ("hopped", "hop"), ("need", "need"), ("exceed", "exceed")]
)
def test_a_past_form_without_an_edit_gets_its_verb(past: str, base: str) -> None:
    assert verb_base(past, vocabulary()) == base
