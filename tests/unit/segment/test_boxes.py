"""Boxes between an article's paragraphs state nothing: polls, letters, sponsors, archives, forms."""

import pytest

from whence.model import Document
from whence.segment import find_regions

PARAGRAPHS = (
    "The harbour board of Osk chose a new chief pilot on Monday after a search of six months in three countries.",
    "The board's chairman said that two of its nine members had voted against her, and that both have left since.",
    "The new pilot will start in May, when the ice has gone from the outer channel and the tankers come back.",
)


def kinds(box: str) -> dict[str, str]:
    """The kind of region in which each line of an article's middle stands."""
    text = "\n\n".join(["Board picks pilot", PARAGRAPHS[0], PARAGRAPHS[1], box, PARAGRAPHS[2]]) + "\n"
    doc = Document.of(text, source="test")
    regions = find_regions(doc)
    lines = [*PARAGRAPHS, *box.split("\n")]
    return {line: next(r.kind for r in regions if r.span.start <= text.index(line) < r.span.end) for line in lines}


@pytest.mark.parametrize(
    "box",
    [
        "READERS' POLL\nDid the mayor take the money?\nYes, he did (61%)\n2,318 votes cast. Voting is closed.",
        'WHAT YOU TOLD US\n"The mayor\'s wife owns half of the ferry, everybody knows that." – Rinus, Osk West',
        "SPONSORED\nWhy 40,000 trust Baring Oak\nBaring Oak was founded by Hugo Lantz, now its president.",
        "ON THIS DAY\n1944 British troops occupied Osk.\n1981 Mayor Aage Holt was shot dead by his driver.",
        "The briefing you will read\nJoin 52,000 people. Today: why Minister Pop resigned.\nEnter your email\nSIGN UP",
        "What I'm reading\nA profile of Senator Brand, who bought the railway in 1999.",
    ],
)
def test_a_box_is_no_part_of_the_article(box: str) -> None:
    found = kinds(box)

    assert {found[p] for p in PARAGRAPHS} == {"body"}
    assert {found[line] for line in box.split("\n")} & {"body", "subheading"} == set()


def test_a_list_in_an_article_stays() -> None:
    last = "The boat, which was sold in May, belongs to the pilots' own fund and not to the board."
    found = kinds(f"The board asked three things.\n{last}")

    assert found[last] == "body"


def parted(*lines: str) -> dict[str, str]:
    """The kind of region of each line where blank lines part all of them."""
    text = "\n\n".join(["Board picks pilot", PARAGRAPHS[0], PARAGRAPHS[1], *lines, PARAGRAPHS[2]]) + "\n"
    regions = find_regions(Document.of(text, source="test"))
    return {
        line: next(r.kind for r in regions if r.span.start <= text.index(line) < r.span.end)
        for line in (*PARAGRAPHS, *lines)
    }


@pytest.mark.parametrize(
    "lines",
    [
        (
            "--- ADVERTISEMENT ---",
            "Dentist from Osk cures 200 patients with one leaf",
            "--- ARTICLE CONTINUES BELOW ---",
        ),
        ("Who sold the tanker?", "a) Mayor Aage Holt sold it", "b) The pilots' fund sold it in May"),
        ("Quick reads", "➤ Mayor Aage Holt charged with perjury", "➤ Two rowers drown", "➤ Osk bank buys ferry line"),
        ("LIVE", "14:32", "Holt arrested in the harbour office", "14:10", "Guards storm the customs house"),
    ],
)
def test_a_box_whose_lines_stand_apart_is_no_part_of_the_article(lines: tuple[str, ...]) -> None:
    found = parted(*lines)

    assert {found[p] for p in PARAGRAPHS} == {"body"}
    assert {found[line] for line in lines[1:]} & {"body", "subheading"} == set()


def test_paragraphs_between_two_advertisements_stay() -> None:
    found = parted("ADVERTISEMENT", PARAGRAPHS[1].replace("chairman", "treasurer"), "Article continues below")

    assert found[PARAGRAPHS[1].replace("chairman", "treasurer")] == "body"


def test_points_that_answer_no_question_stay() -> None:
    found = parted("The board wants two things:", "a) The pilots must sail in ice", "b) The fund must sell the tug")

    assert found["b) The fund must sell the tug"] != "navigation"


def test_an_account_of_a_day_by_its_hours_is_no_ticker() -> None:
    told = "At 14:32 the pilot boarded the tanker, and an hour later she had brought it to the north quay alone."
    found = parted("How it happened", told)

    assert found[told] == "body"


def test_a_short_sentence_below_a_ticker_is_the_articles() -> None:
    found = parted(
        "As it happened", "16.40 Holt attacked on the quay", "16.05 Guards storm the bank", "Holt thanked them."
    )

    assert found["16.05 Guards storm the bank"] == "teaser"
    assert found["Holt thanked them."] == "body"


def test_a_sentence_under_an_hour_is_the_tickers() -> None:
    lines = ("LIVE", "14:32", "Holt leaves", "14:10", "Guards storm the bank", "13:50", "Holt came to the quay alone.")
    found = parted(*lines)

    assert {found[line] for line in lines} & {"body", "subheading"} == set()
    assert found[PARAGRAPHS[2]] == "body"
