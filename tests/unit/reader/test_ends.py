"""The second opinion on sentence ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.reader.ends import SURE, chance, places
from whence.segment.sentences import cut

ODD = 'aZ.!?…”’)" \n\t“(1Éß日'


def test_places_stand_between_a_sign_and_more_words() -> None:
    text = "It rained. “Yes!” she said … 3.5 km. "

    assert [text[:at].split()[-1] for at in places(text, 0, len(text))] == ["rained.", "“Yes!”", "…"]


@pytest.mark.parametrize("text", ["The clerk watched from the ninth row. She left.", "He sold it! Nobody knew why."])
def test_a_plain_end_is_likely(text: str) -> None:
    (at,) = places(text, 0, len(text) - 1)

    assert chance(text, at) > SURE


@pytest.mark.parametrize(
    "text",
    [
        "He met Mr. Ek there",
        "It is run by J. Ek now",
        "He asked “why?” and left",
        "“Who paid?” he asked",
        "The Yahoo! site closed",
    ],
)
def test_a_sign_inside_a_sentence_is_unlikely_to_end_it(text: str) -> None:
    (at,) = places(text, 0, len(text))

    assert chance(text, at) < SURE


@given(st.text(alphabet=ODD, max_size=60))
def test_a_second_opinion_only_parts_what_the_rules_found(text: str) -> None:
    rules, both = cut(text, 0, len(text), second=False), cut(text, 0, len(text))

    assert {a for a, _ in rules} <= {a for a, _ in both} and {b for _, b in rules} <= {b for _, b in both}
    assert "".join("".join(text[a:b].split()) for a, b in both) == "".join(text.split())
