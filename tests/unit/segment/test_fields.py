"""What a document says about itself."""

import pytest

from whence.model import DocField, Document, Layers
from whence.segment import find_fields, find_regions

BODY = (
    "Police on Skerry questioned the owner of the ferry for five hours on Thursday about eleven life rafts that "
    "inspectors could not find.\n\nThe owner has run the line since 2009, and he has never lost a raft before, he said."
)


def fields(text: str, given: dict[str, str] | None = None, **rest: object) -> tuple[DocField, ...]:
    doc = Document.of(text, **rest)  # type: ignore[arg-type]
    return find_fields(doc, find_regions(doc), given or {})


def best(name: str, text: str) -> str | None:
    found = Layers("d", fields=fields(text)).field(name)
    return found.value if found else None


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("This article was first published by the Skerry Post", "Skerry Post"),
        ("Published in The Skerry Post, July 2nd, 2014.", "Skerry Post"),
        ("© 2019 The Skerry Post. All rights reserved.", "Skerry Post"),
        ("About The Skerry Post\n\nThe Skerry Post is a weekly newspaper.", "Skerry Post"),
        ("(AFP)", "AFP"),
        ("Source: Harbour News", "Harbour News"),
        ("Our Standards: The Thomson Reuters Trust Principles.", "Thomson Reuters"),
        ("You are receiving this email because you signed up for Sund Brief.", "Sund Brief"),
    ],
)
def test_the_publisher_by_a_line_below_the_article(line: str, publisher: str) -> None:
    assert best("publisher", f"The missing rafts\n\n{BODY}\n\n{line}") == publisher


def test_an_authors_employer_is_the_publisher_only_as_an_inference() -> None:
    text = f"The missing rafts\n\n{BODY}\n\nAda Holm is a research analyst at the Institute for Coastal Security."
    (found,) = [f for f in fields(text) if f.name == "publisher"]

    assert (found.value, found.inferred, found.reason) == (
        "Institute for Coastal Security",
        True,
        "where the author works",
    )


def test_a_byline_that_is_an_outlet_is_the_publisher_and_no_author() -> None:
    text = f"By Delun Watch\n\nDecember 20, 2021\n\n{BODY}\n\nAbout Delun Watch\n\nDelun Watch is a platform."

    assert [(f.name, f.value) for f in fields(text)] == [("published", "2021-12-20"), ("publisher", "Delun Watch")]


def test_every_value_from_the_text_has_the_span_it_came_from() -> None:
    text = f"The missing rafts\n\nBy Ada Holm | May 3, 2019\n\n{BODY}"
    doc = Document.of(text)
    found = {f.name: doc.quote(f.span) for f in find_fields(doc, find_regions(doc), {}) if f.span}

    assert found == {"title": "The missing rafts", "author": "Ada Holm", "published": "May 3, 2019"}


def test_what_is_given_what_the_file_declares_and_what_the_text_says_are_all_kept() -> None:
    text = f"The missing rafts\n\nBy Ada Holm\n\n{BODY}"
    found = fields(text, {"author": "A. Holm", "url": "https://www.skerry.example/1"}, meta={"author": "holm"})

    assert [(f.value, f.origin) for f in found if f.name == "author"] == [
        ("A. Holm", "given"),
        ("holm", "metadata"),
        ("Ada Holm", "text"),
    ]
    assert [(f.value, f.inferred) for f in found if f.name == "publisher"] == [("skerry.example", True)]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("May 3, 2019", "2019-05-03"),
        ("Published: 3rd May 2019, 10:14 am", "2019-05-03"),
        ("March 2019", "2019-03"),
        ("2019-05-03T10:00:00Z", "2019-05-03"),
        ("13/05/2019", "2019-05-13"),
        ("03/05/2019", None),
        ("31 February 2019", None),
        ("Last updated 3 hours ago", None),
    ],
)
def test_the_day_of_publication_only_where_the_line_is_plain(line: str, published: str | None) -> None:
    assert best("published", f"The missing rafts\n\n{line}\n\n{BODY}") == published


def test_a_guessed_date_of_the_file_is_inferred() -> None:
    (found,) = fields(BODY, meta={"published": "2019-05-03", "published_from": "guess"})

    assert (found.value, found.inferred) == ("2019-05-03", True)


@pytest.mark.parametrize(
    "line",
    ["Report on the Raid of 7 May 1995", "Cause list for Monday 6 May 2019", "Minutes for 3 May 2019"],
)
def test_a_day_that_a_title_tells_of_is_not_its_publication(line: str) -> None:
    assert best("published", f"{line}\n\n{BODY}") is None
    assert best("published", f"{line}\n\n16 April 2020\n\n{BODY}") == "2020-04-16"


def test_a_date_amid_the_text_or_in_a_note_is_not_its_publication() -> None:
    note = "[21] Marriage register, seen by the Post on 12 January 2015."
    text = f"The missing rafts\n\n{BODY}\n\nHOLM, Ada\nDOB: 30/06/1977. POB: Skerry.\n\n{note}\n\n{BODY}"

    assert best("published", text) is None


def test_a_sites_own_name_is_cut_from_the_title_of_a_page_with_another_headline() -> None:
    meta = {"title": "Ferry line loses its rafts | Skerry Post", "site_name": "Skerry Post"}
    found = fields(f"The missing rafts\n\n{BODY}", meta=meta)

    assert next(f.value for f in found if f.name == "title") == "Ferry line loses its rafts"
