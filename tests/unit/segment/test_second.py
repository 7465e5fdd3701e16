"""The second opinion on regions: where it is asked, what it may change, and what it must leave alone."""

import shutil
from importlib import resources
from pathlib import Path

import numpy as np
import pytest
from training.seal import seal

from whence.model import Document, Region
from whence.segment import find_regions
from whence.segment.learned import KINDS, Model, Surroundings, features, model
from whence.segment.page import OUTSIDE, Page
from whence.segment.regions import read_page
from whence.segment.second import RULE, Opinion, asks, review

DATA = Path(str(resources.files("whence.segment").joinpath("data")))
TITLE = "Brewer accused of watering the town's beer for nine years"
FIRST = (
    "A brewer in the town of Skerry has been accused of selling water as beer for nine years after inspectors found a "
    "pipe that led from the well to the vat."
)
SECOND = (
    "The brewer, Jon Vik, denied it on Friday. He said that the pipe was older than he was and that his father, who "
    "founded the house in 1961, had laid it for the horses."
)
LAST = "The inspectors, led by Ada Holm, took eleven samples, and the court of Skerry will hear the case in September."


def page_of(*lines: str, **rest: object) -> Page:
    return read_page(Document.of("\n".join(lines), **rest))


def regions_of(*lines: str) -> list[tuple[str, Region]]:
    doc = Document.of("\n".join(lines))
    return [(doc.quote(r.span), r) for r in find_regions(doc)]


def kind_of(line: str, *lines: str) -> str:
    return next(r.kind for words, r in regions_of(*lines) if line in words)


class Fixed(Model):
    """A model that thinks one thing of every block."""

    def __init__(self, kind: str, chance: float) -> None:
        rest = np.log((1 - chance) / (len(KINDS) - 1))
        row = np.array([np.log(chance) if k == kind else rest for k in KINDS])
        super().__init__({"": 0}, row[None, :])


def reviewed(page: Page, kind: str, chance: float = 0.99) -> Page:
    review(page, Opinion(page, Fixed(kind, chance)))
    return page


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("Lees ook", ["Lees ook", "Brouwer opgepakt na inval", "Water uit de put"]),
        ("Brouwer opgepakt na inval", ["Lees ook", "Brouwer opgepakt na inval", "Water uit de put"]),
        ("Más noticias", ["Más noticias", "Cerveza: lo que se sabe", "El pozo de Skerry"]),
        ("Cerveza: lo que se sabe", ["Más noticias", "Cerveza: lo que se sabe", "El pozo de Skerry"]),
    ],
)
def test_a_line_of_the_site_that_no_rule_knows_leaves_the_article(line: str, block: list[str]) -> None:
    top, foot = ("Home", "News", "Sport", TITLE, "By Ida Moe"), ("Share this:", "Facebook", "Twitter", "Privacy policy")
    lines = (*top, FIRST, SECOND, *block, LAST, *foot)
    number, doc = lines.index(line), Document.of("\n".join(lines))

    assert read_page(doc, second=False).kinds[number] not in OUTSIDE
    page = read_page(doc)
    assert page.kinds[number] in OUTSIDE
    assert page.rules[number] == RULE
    assert RULE in {r.maker.rule for r in find_regions(doc)}


@pytest.mark.parametrize(
    "line", ["The pipe", "A pipe from the well", "Who knew?", "“We drank it for years”", "THE COURT"]
)
def test_a_heading_of_the_article_stays_in_it(line: str) -> None:
    assert kind_of(line, TITLE, "By Ida Moe", "3 May 2019", FIRST, line, SECOND, LAST) == "subheading"


@pytest.mark.parametrize(
    "line",
    [
        "The well is dry.",
        "He laughed.",
        "Nobody was hurt.",
        "“It tasted of nothing,” said Holm.",
        "1. The pipe must be cut by the first of May.",
        "VIK, Jon; DOB 4 May 1958; POB Skerry; brewer; listed on 3 June 2019.",
        "Follow the pipe, the inspectors had been told, and it will lead you to the brewer.",
    ],
)
@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_short_line_of_the_article_stays_in_it(line: str, at: int) -> None:
    body = [FIRST, SECOND, LAST]
    body.insert(at, line)

    assert kind_of(line, TITLE, "By Ida Moe", *body) not in OUTSIDE


def test_what_a_sign_decided_is_not_asked() -> None:
    lines = (TITLE, "By Ida Moe", FIRST, "Read more: The long thirst", SECOND, LAST, "Tags: beer, water")
    before = page_of(*lines).kinds

    assert reviewed(page_of(*lines), "boilerplate").kinds[1] == before[1] == "byline"
    assert reviewed(page_of(*lines), "body").kinds[3] == before[3] == "teaser"
    assert reviewed(page_of(*lines), "body").kinds[-1] == before[-1] == "tags"


def test_running_text_between_running_text_is_the_article_whatever_the_model_says() -> None:
    page = reviewed(page_of(TITLE, FIRST, SECOND, LAST), "navigation")

    assert page.kinds[2] == "body"


def test_a_model_that_is_not_sure_changes_nothing() -> None:
    lines = (TITLE, "By Ida Moe", FIRST, SECOND, LAST, "The well is dry.")

    assert reviewed(page_of(*lines), "boilerplate", 0.8).kinds == page_of(*lines).kinds
    assert reviewed(page_of(*lines), "boilerplate", 0.97).kinds != page_of(*lines).kinds


def test_a_list_of_lines_and_a_text_in_another_language_are_left_to_the_rules() -> None:
    assert not asks(Page(Document.of("Home\nNews\nSport\nThe well is dry.")))
    assert not asks(Page(Document.of(f"{FIRST}\n{SECOND}", language="fr")))
    assert asks(Page(Document.of(f"{FIRST}\n{SECOND}")))


def test_a_comment_that_goes_on_keeps_its_writer() -> None:
    page = page_of(TITLE, FIRST, SECOND, LAST, "The well is dry.", "It is.")
    page.mark(4, "comment", "comment_head", author="old salt", force=True)
    page.mark(5, "body", "paragraph", force=True)

    reviewed(page, "comment")

    assert (page.kinds[5], page.authors[5], page.joined[5]) == ("comment", "old salt", True)


def test_the_headline_is_the_likelier_line_and_not_the_first_one() -> None:
    words = [(w, r.kind) for w, r in regions_of("Skerry Portal Online", "Abonnement", TITLE, FIRST, SECOND, LAST)]

    assert (TITLE, "headline") in words


def test_the_headline_that_the_file_names_is_not_doubted() -> None:
    title = "Skerry Portal Online"
    page = page_of(title, "Notice of works", TITLE, FIRST, SECOND, LAST, meta={"og:title": title})

    assert page.kinds[0] == "headline"


def test_a_motto_below_the_name_of_the_outlet_is_no_headline() -> None:
    page = page_of("The Skerry Ledger", "beer, and what is in it", "", TITLE, "", "By Ida Moe", "", FIRST, SECOND, LAST)

    assert page.kinds[[b.text for b in page.blocks].index("beer, and what is in it")] != "headline"


def test_opinions_do_not_hang_on_the_order_of_asking() -> None:
    page = Page(
        Document.of("\n".join(("Home", TITLE, "By Ida Moe", FIRST, SECOND, LAST, "Share this", "Más noticias")))
    )
    forward, back = Opinion(page), Opinion(page)
    numbers = range(len(page))

    assert [forward.chances(n) for n in numbers] == [back.chances(n) for n in reversed(numbers)][::-1]
    assert all(abs(sum(forward.chances(n).values()) - 1) < 1e-9 for n in numbers)


def test_every_fact_of_a_block_is_told_once_more_the_same() -> None:
    page = Page(Document.of("\n".join((TITLE, FIRST, SECOND))))

    assert all(
        sorted(features(Surroundings(page), n)) == sorted(features(Surroundings(page), n)) for n in range(len(page))
    )


def test_the_files_are_sealed_and_small(tmp_path: Path) -> None:
    copy = shutil.copytree(DATA, tmp_path / "data")

    assert seal(copy) == (DATA / "version.txt").read_text("utf-8").strip()
    assert sum(f.stat().st_size for f in DATA.iterdir()) < 300_000
    assert model().weights.shape == (len(model().number), len(KINDS))


POST = f"{FIRST} {SECOND} I have drunk there since I was nineteen, and so has everybody who ever wrote for this blog."


@pytest.mark.parametrize(
    "lines",
    [
        ("finally somebody writes it!!! thieves all of them", "The pipe is older than that, 1949."),
        ("@holm get your facts right", "the well is poisoned since 2004, it is a disgrace"),
    ],
)
def test_replies_without_a_head_below_a_post_stand_or_fall_together(lines: tuple[str, ...]) -> None:
    assert {kind_of(line, TITLE, POST, *lines) for line in lines} == {"comment"}


def test_last_sentences_of_a_report_are_no_replies() -> None:
    lines = ("The court will hear the case in September.", "Nobody was hurt.")

    assert {kind_of(line, TITLE, POST, *lines) for line in lines} == {"body"}


def test_a_signature_in_capitals_is_no_reply() -> None:
    lines = ("WE TAKE THIS OPPORTUNITY TO THANK ALL.", "[SIGNED] THE BREWERS OF SKERRY")

    assert {kind_of(line, TITLE, POST, *lines) for line in lines} & {"comment"} == set()


def test_whoever_signs_an_appeal_is_no_reader_of_it() -> None:
    lines = (
        "The mill and the bank mean hunger. Everyone must go to the square.",
        "central board of the Salt League -- wardens Ivo Duda, Ada Vale, Ana Mor",
    )

    assert {kind_of(line, TITLE, POST, *lines) for line in lines} == {"body"}


def test_points_of_a_list_leave_the_article_together_or_not_at_all() -> None:
    lines = ("* Eleven samples taken on Friday", "* The vat is sealed until the court has heard the inspectors")
    kinds = {kind_of(line, TITLE, FIRST, SECOND, *lines, LAST) for line in lines}

    assert kinds == {"body"}
