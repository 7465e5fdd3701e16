import pytest

from whence.reader.lemmas import lemma, script


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
