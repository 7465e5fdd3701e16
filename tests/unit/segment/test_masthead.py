"""The name at the head of a page, and the headline below it."""

import pytest

from whence.model import Document, Layers
from whence.segment import find_fields, find_regions
from whence.segment.credits import find_dateline
from whence.segment.masthead import is_motto, spells

BODY = (
    "Police on Skerry questioned the owner of the ferry for five hours on Thursday about eleven life rafts that "
    "inspectors could not find.\n\nThe owner has run the line since 2009, and he has never lost a raft before, he said."
)
TITLE = "The rafts that nobody saw"


def read(text: str, **rest: object) -> tuple[str, str, str]:
    """Title, publisher and author, an empty string for what is not found."""
    doc = Document.of(text, **rest)  # type: ignore[arg-type]
    layers = Layers("d", fields=find_fields(doc, find_regions(doc), {}))
    return tuple(f.value if (f := layers.field(n)) else "" for n in ("title", "publisher", "author"))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("TIDEMARK\nOrgan of the Ferrymen's League - Wind and Bread", "TIDEMARK"),
        ("TIDEMARK\nNo. 611 * Thursday 29 July 2010 * 300 crowns", "TIDEMARK"),
        ("Radio Skerry 98.4 FM\nThe voice of the outer islands", "Radio Skerry"),
        ("lowtide notes\nthings washed up on the left bank", "lowtide notes"),
        ("Skerry Abend\nOrmen - independent daily\n\nHome > Harbours > North", "Skerry Abend"),
        ("The Ormen Weekly\n\nHARBOUR | Print edition 18 November 2017", "The Ormen Weekly"),
        ("Tide Watch\n\nHome | Reports | About us | Donate", "Tide Watch"),
        ("OCA - ORMEN CABLE AGENCY          Service: General / EN", "ORMEN CABLE AGENCY"),
        ("Republic of Corvina\nMinistry of Ferries\n3 May 2019", "Ministry of Ferries"),
    ],
)
def test_a_name_alone_at_the_top_is_the_publisher_and_not_the_title(head: str, name: str) -> None:
    assert read(f"{head}\n\n{TITLE}\n\nBy Ada Holm\n\n{BODY}") == (TITLE, name, "Ada Holm")


@pytest.mark.parametrize(
    "head",
    [
        "Ferry owner questioned\nEleven rafts could not be found, inspectors say",
        "MISSING RAFTS TROUBLE FERRY\n3 May 2019",
        "Council split over ferry\n3 May 2019\nThe owner says that he has never lost a raft",
        "Skerry in brief",
        "Communiqué No. 218/VIII/3",
        "The rafts of Skerry\nThe rafts of Skerry",
    ],
)
def test_a_headline_with_a_deck_or_a_date_below_is_no_outlet(head: str) -> None:
    title, publisher, _ = read(f"{head}\n\n{BODY}")

    assert publisher == ""
    assert title in head


def test_a_person_over_a_post_is_no_outlet() -> None:
    post = "Ada Holm\nHead of Rafts at Ormen Lines | Ferries | Views my own\n3w • Edited"

    assert read(f"{post}\n\n{BODY}") == ("", "", "Ada Holm")


def test_a_row_of_sections_is_no_headline() -> None:
    row = "OCA  World  Harbours  Markets  Sport  Pictures"

    assert read(f"{row}\n\n{TITLE}\n\n{BODY}")[0] == TITLE
    assert read(f"Home About Archive Contact\n\n{TITLE}\n\n{BODY}")[0] == TITLE


def test_initials_in_a_dateline_are_spelled_out_by_the_page() -> None:
    story = f"SKERRY, May 3, 2019 (OCA) - {BODY}"

    assert read(f"{TITLE}\n\n{story}\n\n(c) Ormen Cable Agency")[1] == "Ormen Cable Agency"
    assert read(f"{TITLE}\n\n{story}\n\nOld Crown Alley is closed.")[1] == "OCA"
    assert read(f"{TITLE}\n\n{story}")[1] == "OCA"


def test_an_advertisement_above_is_neither_name_nor_title() -> None:
    head = "Contract Ferries Monthly\n\nSPONSORED  Ten ways to paint a raft"

    assert read(f"{head}\n\n{TITLE}\n\nPosted 21 June 2016 by CFM Staff\n\n{BODY}") == (
        TITLE,
        "Contract Ferries Monthly",
        "CFM Staff",
    )


def test_on_a_cover_the_title_in_capitals_stands_above_its_subtitle() -> None:
    cover = "TIDE WATCH\n\nUNDER THE KEEL\nHow rafts paid for the ferry\n\nJune 2013\n\nReport No. 9"

    assert read(f"{cover}\n\n{BODY}")[:2] == ("UNDER THE KEEL", "TIDE WATCH")
    assert (
        read(f"NORTH QUAY\nHow rafts paid for the ferry\n\nBy Ada Holm\n\n{BODY}")[0] == "How rafts paid for the ferry"
    )


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Words: Ada Holm", "Ada Holm"),
        ("Interview: Ada Holm", "Ada Holm"),
        ("Ada Holm, Oslo", "Ada Holm"),
        ("Anna van Holm", "Anna van Holm"),
        ("posted by grumpy_eel on Sunday, May 15, 2016", "grumpy_eel"),
        ("By Gazette Staff", "Gazette Staff"),
        ("Year XII", ""),
        ("By staff reporter", ""),
    ],
)
def test_who_wrote_it_by_a_line_below_the_headline(line: str, author: str) -> None:
    assert read(f"{TITLE}\n\n{line}\n\n{BODY}")[2] == author


def test_an_interview_is_not_by_whom_it_speaks_of() -> None:
    assert read(f"{TITLE}\n\nInterview: Ada Holm\n\n{BODY} Holm laughs.")[2] == ""


def test_a_register_in_a_footnote_is_no_author() -> None:
    assert read(f"{TITLE}\n\n{BODY}\n\n[21] Marriage register, seen by the Post on 12 January 2015.")[2] == ""


def test_the_files_title_that_names_the_site_is_the_publisher() -> None:
    text = f"{TITLE}\n\n{BODY}\n\n© Tide Talk. All rights reserved."

    assert read(text, meta={"title": "Tide Talk"})[:2] == (TITLE, "Tide Talk")
    assert read(f"{TITLE}\n\n{BODY}", meta={"title": "What became of the rafts"})[0] == "What became of the rafts"


@pytest.mark.parametrize(
    ("line", "motto"),
    [
        ("Organ of the Ferrymen's League", True),
        ("The daily of the capital", True),
        ("Weekly of Ormen - English version by our readers", True),
        ("Daily of the coast, founded 1911", True),
        ("Ferry owner questioned over missing life rafts", False),
        ("The owner of the daily ferry was questioned", False),
        ("News in brief from Corvina", False),
    ],
)
def test_a_motto_tells_what_the_outlet_is(line: str, motto: bool) -> None:
    assert is_motto(line) is motto


def test_initials_leave_small_words_out() -> None:
    assert spells("OCA", "Ormen Cable Agency") and spells("ACO", "Agence des Câbles d’Ormen")
    assert not spells("OCA", "Ormen Cable")


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("Final report of the Commission of Inquiry into the Lost Rafts", "Commission of Inquiry into the Lost Rafts"),
        ("Letter dated 3 May 2019 from the Panel on Ferries addressed to the Council", "Panel on Ferries"),
        ("A report of the theft of eleven rafts reaches Ormen", ""),
    ],
)
def test_an_official_title_names_the_body_that_speaks(title: str, publisher: str) -> None:
    assert read(f"{title}\n\n{BODY}")[:2] == (title, publisher)


def test_a_state_alone_or_the_writers_own_name_is_no_publisher() -> None:
    assert read(f"REPUBLIC OF CORVINA\n\n{TITLE}\n\n{BODY}")[1] == ""
    assert read(f"From: ada@ormen.example (Ada Holm)\nSubject: {TITLE}\n\n{BODY} Ada rows.\n\nAda")[1] == ""


def test_a_name_over_a_handle_is_the_author() -> None:
    assert read(f"Ada Holm\n@adaholm\n\n{TITLE}\n\n{BODY}")[1:] == ("", "Ada Holm")


def test_a_short_path_of_sections_is_no_headline() -> None:
    assert read(f"Front page > City hall\n\n{TITLE}\n\n{BODY}")[0] == TITLE


def test_the_years_of_a_life_may_stand_in_a_headline() -> None:
    assert read(f"Ormen Valley Echo\n22 January 2015\n\nHana Breuer, 1928-2015\n\nAda Holm\n\n{BODY}") == (
        "Hana Breuer, 1928-2015",
        "Ormen Valley Echo",
        "Ada Holm",
    )


def test_a_town_a_date_and_a_dash_open_a_release() -> None:
    line = find_dateline("Ormen, March 12, 2007 - Ormen Rafts Corp. is pleased to announce a raft.")

    assert line and line.date and line.date.edtf == "2007-03-12"


def test_a_town_may_have_its_country_behind_it() -> None:
    line = find_dateline("Ormen (Corvina), 12 March 2007 (Salt Wire) - Rafts are pleased to announce a raft.")

    assert line and line.agency and line.date and line.date.edtf == "2007-03-12"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("PRESS RELEASE No. 211/14", (TITLE, "")),
        ("COVER STORY", (TITLE, "")),
        ("THE ORMEN COURANT\nWednesday, October 7, 1998", (TITLE, "THE ORMEN COURANT")),
        ("SPECIAL COURT FOR CORVINA\nTrial Chamber II\n\nCase No. SCC-04-11-T", (TITLE, "SPECIAL COURT FOR CORVINA")),
    ],
)
def test_labels_chambers_and_numbers_of_cases_are_no_headline(head: str, expected: tuple[str, str]) -> None:
    assert read(f"{head}\n\n{TITLE}\n\n{BODY}")[:2] == expected


def test_unknown_initials_give_way_to_the_owner_of_the_rights() -> None:
    text = f"{TITLE}\n\nSKERRY, May 3, 2019 (ONX) - {BODY}\n\nCopyright 2019 Ormen News Exchange"

    assert read(text)[1] == "Ormen News Exchange"
    assert read(text.replace("(ONX)", "(Reuters)"))[1] == "Reuters"


def test_a_town_over_a_date_and_a_reporters_post_are_nobody() -> None:
    assert read(f"{TITLE}\n\nOrmen City, 25 November 2014\n\n{BODY}")[2] == ""
    assert read(f"{TITLE}\n\nBy Ada Holm\nCourant Staff Writer\n\n{BODY}")[1:] == ("", "Ada Holm")
