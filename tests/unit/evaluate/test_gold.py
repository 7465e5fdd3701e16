"""Folding and finding words as labels do."""

import pytest

from whence.evaluate.gold import fold, squash, window


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The Harbour Board", "harbour board"),
        ("al-Hakimi", "al Hakimi"),
        ("Sílva’s", "Silva s"),
        ("A. B. Corp.", "B Corp"),
    ],
)
def test_names_that_differ_in_writing_only_fold_alike(one: str, two: str) -> None:
    assert fold(one) == fold(two)


def test_white_space_is_folded_and_offsets_lead_back() -> None:
    text = "  one \n\n two"

    folded, back = squash(text)

    assert folded == "one two"
    assert [text[i] for i in back if not text[i].isspace()] == list("onetwo")


def test_the_window_is_the_sentence_that_holds_the_words() -> None:
    text = "First one. The pier burned\tdown at night. Last one."

    start, end = window(text, "pier burned down") or (0, 0)

    assert text[start:end].strip() == "The pier burned\tdown at night."


def test_words_that_do_not_stand_there_have_no_window() -> None:
    assert window("Nothing here.", "pier") is None
