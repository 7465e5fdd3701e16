"""Who says what, how much of it is told, and whose the time and the hedge are."""

import pytest
from tests.support import read_body, words

from whence.model import Claim


def claims(text: str, predicate: str) -> list[tuple[Claim, dict[str, list[str]]]]:
    doc, layers = read_body(text, published="2014-05-12")
    return [(c, words(doc, c)) for c in layers.claims if c.predicate == predicate]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The ministry said in a report that Tomas Okafor had met Ana Duarte in Lima.",
            "The ministry",
            "Tomas Okafor had met Ana Duarte in Lima",
        ),
        ("Human rights monitors said on Friday that Tomas Okafor met Ana Duarte in Lima.", "Human rights monitors", ""),
        ("The confessor, Gocha Shonia, told his lawyer that he had been beaten in Osh.", "Gocha Shonia", ""),
        (
            "Kovac said that the pier, which was built in 2001, is unsafe, and that it would be closed.",
            "Kovac",
            "the pier, which was built in 2001, is unsafe, and that it would be closed",
        ),
        (
            "The opposition bloc, whose candidate in Osh, Ada Kvara, is an aunt of two, says the arrests are wrong.",
            "opposition bloc",
            "the arrests are wrong",
        ),
        ("The pier is unsafe, Kovac said, and it should be closed.", "Kovac", "The pier is unsafe"),
    ],
)
def test_a_saying_has_its_speaker_and_all_that_is_told(text: str, speaker: str, content: str) -> None:
    found = [args for _, args in claims(text, "says")]

    assert speaker in found[0]["speaker"][0]
    assert content in ("", found[0]["content"][0])


def test_what_a_report_tells_stands_in_the_voice_of_its_teller() -> None:
    [(claim, _)] = claims("The ministry said in a report that Tomas Okafor had met Ana Duarte in Lima.", "meets")

    assert [link.cue for link in claim.attribution] == ["said"]


def test_the_day_of_the_telling_is_not_the_day_of_what_is_told() -> None:
    text = "Human rights monitors said on Friday that Tomas Okafor met Ana Duarte in Lima."

    [(met, _)] = claims(text, "meets")
    [(said, _)] = claims(text, "says")

    assert met.valid.edtf is None
    assert said.valid.edtf == "2014-05-09"


def test_the_year_of_a_comparison_is_no_date() -> None:
    [(claim, _)] = claims("Rebels launched the largest attack since 2010 on the Lobos airfield.", "attacks")

    assert claim.valid.edtf is None


def test_the_years_after_a_title_are_not_those_of_what_its_holder_heads() -> None:
    [(claim, _), *_] = claims(
        "The Harvest Party bloc headed by former prime minister Ana Duarte (2006-14) walked out.", "commands"
    )

    assert claim.valid.edtf is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Tomas Okafor was killed in combat near Osh.", "weapon"),
        ("The ongoing protests in Peru challenge the party, killing hundreds of protesters and activists.", "killer"),
    ],
)
def test_a_battle_is_no_weapon_and_a_protest_no_killer(text: str, role: str) -> None:
    found = [args for _, args in claims(text, "kills")]

    assert found
    assert all(role not in args for args in found)
