"""Sentences: where they end, and where they do not."""

import pytest

from whence.model import Document
from whence.segment import find_regions, find_sentences


def sentences(text: str) -> list[str]:
    doc = Document.of(text)
    return [doc.quote(s.span) for s in find_sentences(doc, find_regions(doc))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Brig. Gen. Ada Holm met Lt. Col. Jon Vik at the depot on Friday morning.",
        "The U.S. Coast Guard took over the pier after the talks in Port Ansel.",
        "Resolution No. 12 was read out by Capt. Hugo Stiles in the council on Dec. 14.",
        "He joined the staff of Adm. Kasper Vane in Sept. 2013 and left it a year later.",
        "Northgate Inc. and Palisade Ltd. leased the boats, i.e. the whole fleet, for five years.",
        "“We were told nothing.”",
    ],
)
def test_an_abbreviation_does_not_end_a_sentence(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


def test_a_sentence_may_end_in_an_abbreviation() -> None:
    assert sentences("She has lived in the U.S. The guards came later, in the spring of that year.") == [
        "She has lived in the U.S.",
        "The guards came later, in the spring of that year.",
    ]


def test_a_sentence_that_opens_as_the_one_before_is_another() -> None:
    assert sentences("Osh Mills Ltd sold the yard to Lind Timber Ltd. Osh Mills kept the boats.") == [
        "Osh Mills Ltd sold the yard to Lind Timber Ltd.",
        "Osh Mills kept the boats.",
    ]
    whole = "Osh Mills sold the yard to Lind Timber Ltd. Director Ada Holm in May."
    assert sentences(whole) == [whole]


def test_an_end_that_the_rules_miss_is_found() -> None:
    """nupunkt takes "reports." before a name for an abbreviation."""
    text = "The talks begin in September, Northern News reports. Rosalind Tarn, the elder, will lead them."

    assert sentences(text) == [
        "The talks begin in September, Northern News reports.",
        "Rosalind Tarn, the elder, will lead them.",
    ]


@pytest.mark.parametrize(
    "text", ["“Stop!” the guard shouted twice.", "He read it to Prof. Ek.", "The text is in vol. 4, no. 2 of it."]
)
def test_a_second_opinion_leaves_alone_what_plainly_goes_on(text: str) -> None:
    assert sentences(text) == [text]


def test_closing_marks_stay_with_their_sentence() -> None:
    text = (
        "The chair said: “The session is closed.” Nobody moved. (The doors had been locked.) Then the lights went out."
    )

    assert sentences(text) == [
        "The chair said: “The session is closed.”",
        "Nobody moved.",
        "(The doors had been locked.)",
        "Then the lights went out.",
    ]


def test_the_number_of_a_note_stays_with_what_it_stands_behind() -> None:
    text = "He ran the mill until 1931.[4] His widow sold it. [17][18] The buyer was a bank."
    assert sentences(text) == ["He ran the mill until 1931.[4]", "His widow sold it. [17][18]", "The buyer was a bank."]


def test_paragraphs_end_sentences_even_without_a_full_stop() -> None:
    assert sentences("What the filings show\n\nThe lease passed to a firm that nobody in Halden had heard of.") == [
        "What the filings show",
        "The lease passed to a firm that nobody in Halden had heard of.",
    ]


def test_a_hard_wrapped_sentence_is_one_sentence() -> None:
    text = (
        "The guards of the upper dam have been paid by nobody for the past four\n"
        "years, and they take what they need from the lorries that cross the\n"
        "crest. The power board has not replied to any of the questions that we\n"
        "sent in the spring.\n"
    )

    assert [s.replace("\n", " ") for s in sentences(text)] == [
        "The guards of the upper dam have been paid by nobody for the past four years, and they take what they need "
        "from the lorries that cross the crest.",
        "The power board has not replied to any of the questions that we sent in the spring.",
    ]


def test_a_sentence_does_not_cross_a_region() -> None:
    text = "PORT ANSEL, May 3 (Reuters) - The pilots walked out on Friday, the owners of the line said."
    doc = Document.of(text)
    regions = find_regions(doc)

    assert [(s.kind, doc.quote(s.span)) for s in find_sentences(doc, regions)] == [
        ("dateline", "PORT ANSEL, May 3 (Reuters) -"),
        ("body", "The pilots walked out on Friday, the owners of the line said."),
    ]
