import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.reader.pieces import SHAPES, pieces, shape, vocabulary


def names(word: str) -> list[str]:
    by_number = {n: p for p, n in vocabulary().items()}
    return [by_number[n] for n in pieces(word)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Ambassador", ["ambassador"]),
        ("São", ["sao"]),
        ("n’t", ["n", "'", "t"]),
        ("embassies", ["em", "##bas", "##sies"]),
        ("unloadable", ["un", "##load", "##able"]),
        ("\x00", ["[UNK]"]),
        ("\u200b", ["[UNK]"]),
        ("a" * 100, ["[UNK]"]),
    ],
)
def test_a_word_is_cut_into_the_longest_known_pieces(word: str, expected: list[str]) -> None:
    assert names(word) == expected


@given(st.text(min_size=1))
def test_every_word_has_pieces(word: str) -> None:
    assert 1 <= len(pieces(word)) <= 16
    assert 0 <= shape(word, True) < SHAPES // 2


def test_the_shape_tells_what_lower_case_hides() -> None:
    assert len({shape(w, True) for w in ("iran", "Iran", "IRAN", "eBay", "I", "12", "-", "ایران")}) == 8
    assert shape("Iran", True) != shape("Iran", False)
