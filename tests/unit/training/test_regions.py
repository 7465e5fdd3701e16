"""The teaching pages and the fit of the second opinion on regions."""

from pathlib import Path

import numpy as np
import pytest
from training.regions import PAGES, fit, kinds_of, lesson, load_page, save

from whence.model import Document
from whence.segment.cues import KINDS as KNOWN
from whence.segment.page import Page

SMALL = "outlet: The Skerry Post\nlayout: wire\n\n@navigation\nHome\n@body\nThe ferry sank.\nNobody was\n@tags\nhurt\n"


def test_a_page_is_its_lines_without_the_marks(tmp_path: Path) -> None:
    path = tmp_path / "small.page"
    path.write_text(SMALL, "utf-8")
    layout, text, marks = load_page(path)

    assert (layout, text) == ("wire", "Home\nThe ferry sank.\nNobody was\nhurt\n")
    assert [(text[at:].split()[0], kind) for at, kind in marks] == [
        ("Home", "navigation"),
        ("The", "body"),
        ("Nobody", "body"),
        ("hurt", "tags"),
    ]


def test_a_block_over_two_kinds_is_of_the_longer() -> None:
    text = "Home\nThe ferry sank.\nNobody was\nhurt\n"
    page = Page(Document.of(text))

    assert kinds_of(page, [(0, "navigation"), (5, "body")]) == ["navigation", *["body"] * (len(page) - 1)]


def test_every_line_of_the_teaching_pages_has_a_kind() -> None:
    seen = set()
    for path in PAGES.glob("*.page"):
        layout, _, marks = load_page(path)
        assert layout, path
        assert all(kind in KNOWN for _, kind in marks), path
        seen |= {kind for _, kind in marks}

    assert seen == KNOWN


@pytest.fixture
def lessons() -> list:
    page = Page(Document.of("Home\nNews\nThe ferry sank on Monday.\nNobody was hurt, said the mate.\nSport\n"))
    return [lesson("one", "wire", page, ["navigation", "navigation", "body", "body", "navigation"])]


def test_the_fit_learns_what_it_was_shown_and_repeats_itself(lessons: list, tmp_path: Path) -> None:
    held = fit(lessons * 3)

    assert np.array_equal(held.weights, fit(lessons * 3).weights)
    for kind, row in zip(lessons[0].kinds, lessons[0].features, strict=True):
        chances = held.chances(row)
        assert max(chances, key=chances.__getitem__) == kind

    save(held, tmp_path / "a")
    save(fit(lessons * 3), tmp_path / "b")
    assert (tmp_path / "a" / "kinds.npz").read_bytes() == (tmp_path / "b" / "kinds.npz").read_bytes()


def test_a_block_of_unknown_kind_teaches_nothing(lessons: list) -> None:
    one = lessons[0]
    blank = one._replace(kinds=[*one.kinds[:-1], ""])

    assert "f sport" not in fit([blank, blank]).number
    assert "f sport" in fit([one, one]).number
