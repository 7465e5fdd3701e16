"""Labels before a colon: the turns of an interview, and lines that open with their teller."""

import pytest
from tests.support import read_body, words

TALK = """LOBOS WEEKLY: Ms Mor, was the pier sold? And to whom?

MOR: The Harbour Board sold it to Meridian Freight. We have never owned it.

LOBOS WEEKLY: Your deputy, Ivo Duda, left in May. Why?

MOR: Duda was not dismissed. He met Luis Ortega in Osh.

Ana Mor was born in 1962.
"""


def told(text: str) -> list[tuple[str, str]]:
    """(speaker, what is told) of each claim that somebody says something."""
    doc, layers = read_body(text)
    found = [words(doc, c) for c in layers.claims if c.predicate == "says"]
    return [(w["speaker"][0], w["content"][0].strip(" .")) for w in found]


def test_whoever_answers_says_each_sentence_of_a_turn() -> None:
    assert told(TALK) == [
        ("MOR", "The Harbour Board sold it to Meridian Freight"),
        ("MOR", "We have never owned it"),
        ("MOR", "Duda was not dismissed"),
        ("MOR", "He met Luis Ortega in Osh"),
    ]


def test_what_stands_in_an_answer_has_its_speaker_and_what_stands_outside_has_none() -> None:
    doc, layers = read_body(TALK)
    chains = {
        c.predicate: [doc.quote(k.span) for k in c.attribution if k.span is not None]
        for c in layers.claims
        if c.predicate in ("meets", "born")
    }

    assert chains == {"meets": ["MOR"], "born": []}


@pytest.mark.parametrize(
    ("line", "speaker", "content"),
    [
        ("Dock Radio: Guards shell a village near Osh", "Dock Radio", "Guards shell a village near Osh"),
        ("The Lobos Herald: “The mayor took bribes.”", "Lobos Herald", "The mayor took bribes"),
        ("Al-Fanar: The troops killed two men", "Al-Fanar", "The troops killed two men"),
        ("Minister: We did not sell the pier", "Minister", "We did not sell the pier"),
        ("Report: The pier was unsafe for years", "Report", "The pier was unsafe for years"),
    ],
)
def test_a_line_may_open_with_its_teller(line: str, speaker: str, content: str) -> None:
    assert told(line) == [(speaker, content)]


@pytest.mark.parametrize(
    "line",
    [
        "Osh: The troops killed two men",
        "Correction: The mayor took no bribes",
        "Football: The coach was dismissed",
        "People of Osh: I thank you for your help.",
        "Director: Ana Mor",
        "Tides: A History of the Pier",
        "Guards: Who killed the mayor?",
    ],
)
def test_other_labels_tell_nothing(line: str) -> None:
    assert told(line) == []


def test_whoever_is_interviewed_says_what_stands_behind_the_letter_of_answers() -> None:
    intro = "Ana Mor, director of the pier, talks about its sale.\n\n"
    turns = "Q: Was the pier sold?\nA: The Harbour Board sold it in May.\n\nQ: To whom?\nA: We sold it to Ivo Duda.\n"

    assert told(intro + turns)[0] == ("Ana Mor", "The Harbour Board sold it in May")
    assert told("The pier of Osh and its sale.\n\n" + turns) == []


def test_a_form_is_no_talk() -> None:
    form = "NAME: Ana Mor\nPOST: She heads the Board.\nNAME: Ivo Duda\nPOST: He heads the League.\n"

    assert told(form) == []
