import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.reader.words import words


def forms(text: str) -> list[str]:
    return [text[a:b] for a, b in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don't know.", ["They", "do", "n't", "know", "."]),
        ("They don’t know.", ["They", "do", "n’t", "know", "."]),
        ("Peru's envoy", ["Peru", "'s", "envoy"]),
        ("Peru’s envoy", ["Peru", "’s", "envoy"]),
        ("Peru‘s envoy", ["Peru", "‘s", "envoy"]),
        ("the miners' union", ["the", "miners", "'", "union"]),
        ("PERU'S ENVOY", ["PERU", "'S", "ENVOY"]),
        ("She'd gone; I'm here", ["She", "'d", "gone", ";", "I", "'m", "here"]),
        ("Sa'd and Qur'an", ["Sa'd", "and", "Qur'an"]),
        ("cannot", ["can", "not"]),
        ("Al--Amin", ["Al", "--", "Amin"]),
        ("al-Amin", ["al", "-", "Amin"]),
        ("re-elected", ["re-elected"]),
        ("an F-16 jet", ["an", "F-16", "jet"]),
        ("the U.S. Navy", ["the", "U.S.", "Navy"]),
        ("on Dec. 14, 2016.", ["on", "Dec.", "14", ",", "2016", "."]),
        ("(1980-88)", ["(", "1980", "-", "88", ")"]),
        ("at 10:30 on 11/28/2000", ["at", "10:30", "on", "11/28/2000"]),
        ("$1,500.50", ["$", "1,500.50"]),
        ("wait... what?!", ["wait", "...", "what", "?!"]),
        ("a@b.org said", ["a@b.org", "said"]),
        ("“Stop,” he said", ["“", "Stop", ",", "”", "he", "said"]),
        ("👨\u200d👩\u200d👧 ok", ["👨\u200d👩\u200d👧", "ok"]),
        ("", []),
        (" \n\t", []),
    ],
)
def test_words_are_parted_as_in_the_treebanks(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


@given(st.text() | st.text(alphabet="İsSß'’‘-. aäa\u0301\u200d\u200f\x00👩الب1,n't\n"))
def test_every_visible_character_is_in_exactly_one_word(text: str) -> None:
    covered = [i for a, b in words(text) for i in range(a, b)]

    assert covered == sorted(set(covered))
    assert set(covered) >= {m.start() for m in re.finditer(r"\S", text)}
    assert all(text[a:b].strip() and a < b for a, b in words(text))


def test_a_part_of_a_text_is_parted_with_the_offsets_of_the_whole() -> None:
    text = "Nobody. They don't know."

    assert [text[a:b] for a, b in words(text, 8, 18)] == ["They", "do", "n't"]


def test_a_long_run_of_one_sign_is_parted_in_little_time() -> None:
    for sign in ("'", "-", "a", "a'", "a-", "1.", "👩\u200d", ".", "a.", "@a-", "w.w-"):
        assert list(words(sign * 5_000))
