"""Folding and finding words as labels do."""

from pathlib import Path

import pytest

from whence.evaluate.gold import Gold, fold, squash, window


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


def gold(text: str) -> Gold:
    return Gold(Path(), {"a.html": text}, {}, [], [], [], {})


def test_labels_are_sought_where_the_case_read_the_words() -> None:
    labels = gold("The pier burned.").read_as({"a.html": "Menu. The pier burned.", "b.html": "Other."})

    assert labels.place("a.html", "pier burned") == (5, 22)
    assert labels.place("a.html", "ship sank") is None


def test_words_that_were_not_read_stand_nowhere() -> None:
    assert gold("The pier burned.").read_as({"a.html": "Menu."}).place("a.html", "pier burned") == (0, 0)


def test_without_a_case_the_labelled_text_counts() -> None:
    assert gold("The pier burned.").place("a.html", "pier burned") == (0, 16)
