"""Agencies in the credits of pictures: what a caption says comes through them."""

import pytest

from whence.annotate.agencies import find_credits
from whence.model import CREDIT, Document, Maker, Region


def credits_of(*captions: str) -> list[tuple[str, str]]:
    """(agency, what it is the credit of) of captions, one a paragraph."""
    doc = Document.of("\n\n".join(captions), source="test")
    regions, at = [], 0
    for words in captions:
        regions.append(Region(doc.span(at, at + len(words)), "caption", Maker("test", "1")))
        at += len(words) + 2
    found = find_credits(doc, regions)
    assert all(v.source is None and v.manner == CREDIT for v in found)
    return [(doc.quote(v.medium), doc.quote(v.content)) for v in found if v.medium]


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("The mayor opens the yard in Bergen, 4 May 2022. (AFP)", "AFP"),
        ("The mayor opens the yard. (Photo by Ada Quay/Getty Images)", "Getty Images"),
        ("(AP Photo/Ada Quay) The mayor opens the yard.", "AP"),
        ("The mayor opens the yard. REUTERS/Ada Quay", "REUTERS"),
        ("The mayor opens the yard. Photo: Reuters", "Reuters"),
        ("The mayor opens the yard. Photograph: Ada Quay/AFP via Getty Images", "AFP"),
        ("The mayor opens the yard [Ada Quay/Reuters]", "Reuters"),
        ("The mayor opens the yard | Xinhua", "Xinhua"),
        ("The mayor opens the yard. © EPA", "EPA"),
        ("Photo: Reuters", "Reuters"),
        ("File photo: AP", "AP"),
    ],
)
def test_an_agency_is_the_medium_of_its_caption(words: str, agency: str) -> None:
    assert credits_of(words) == [(agency, words)]


@pytest.mark.parametrize(
    "words",
    [
        "The mayor opens the yard. (Photo by Petra Novak)",  # Petra is an agency too
        "The mayor opens the yard (left) with Ada Quay.",
        "The mayor opens the yard. Photo: Ada Quay",
        "The mayor of Reuters Bay opens the yard.",
        "Reuters opens an office in Bergen, 4 May 2022.",
        "The ap store in Bergen (ap)",
    ],
)
def test_a_photographer_or_a_word_of_the_text_is_none(words: str) -> None:
    assert credits_of(words) == []


def test_a_credit_that_stands_alone_is_its_neighbours() -> None:
    first, second = "The mayor opens the yard.", "Dockers wait at the gate. (AFP)"

    assert credits_of(first, "Photo: Reuters") == [("Reuters", first)]
    assert credits_of("Photo: Reuters", first) == [("Reuters", first)]
    assert credits_of(second, "Photo: Reuters") == [("AFP", second), ("Reuters", "Photo: Reuters")]
