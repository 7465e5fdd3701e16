from collections.abc import Callable

import pytest

from whence.model import Document
from whence.read import Found, Limits

Read = Callable[..., list[Found]]
Make = Callable[..., bytes]

BODY = [
    "The commission met on Monday in the harbour office and found that the inter-",
    "national company had paid nobody for three years, although its well-",
    "known director, Olaf Brek, had promised it in public more than once.1",
    "It asked the ministry for all international contracts and for a list of the well-known",
    "creditors of the port.",
]


def page(number: int, lines: list[str]) -> list[tuple[float, float, float, str, str]]:
    placed = [(60, 810, 9, "F1", f"Port Commission - Report {2000 + number}")]
    placed += [(60, 740 - 14 * i, 11, "F1", line) for i, line in enumerate(lines)]
    return [
        *placed,
        (60, 80, 8, "F1", f"{number} See annex {'ABC'[number - 1]}."),
        (290, 30, 9, "F1", f"Page {number} of 3"),
    ]


def kinds(document: Document) -> list[tuple[str, str]]:
    ends = [start for start, _ in document.lines[1:]] + [len(document.text)]
    return [(kind, document.text[s:e].strip()) for (s, kind), e in zip(document.lines, ends, strict=True)]


@pytest.fixture
def report(read: Read, make_pdf: Make) -> Document:
    first = [*page(1, BODY), (60, 770, 20, "F2", "The port and its debts")]
    second = page(2, ["A second paragraph begins on this page, runs to its very end, and then goes on,"])
    third = page(3, ["without a stop, on the next page, where it ends.", "", "Findings"])
    third[-3] = (60, 700, 11, "F2", "Findings")
    found = read(
        "report.pdf", make_pdf([first, second, third], "/Title (Port report) /CreationDate (D:20190304120000Z)")
    )
    assert [f.problem for f in found if f.problem] == []
    return next(f.document for f in found if f.document)


def test_lines_become_paragraphs_and_hyphens_go_only_where_the_word_has_none(report: Document) -> None:
    text = report.text

    assert "found that the international company" in text
    assert "although its well-known director" in text
    assert "creditors of the port.\n" in text
    offsets = [int(n) for n in report.meta["dehyphenated"].split()]
    assert [text[o - 5 : o + 8] for o in offsets] == ["international"]


def test_headline_footnotes_and_running_lines_are_told_apart_and_kept(report: Document) -> None:
    found = kinds(report)

    assert ("headline", "The port and its debts") in found
    assert ("subheading", "Findings") in found
    assert [words for kind, words in found if kind == "footnote"] == [
        "1 See annex A.",
        "2 See annex B.",
        "3 See annex C.",
    ]
    assert [words for kind, words in found if kind == "boilerplate"].count("Page 2 of 3") == 1
    assert ("boilerplate", "Port Commission - Report 2003") in found


def test_a_paragraph_goes_on_over_the_page_and_every_word_knows_its_page(report: Document) -> None:
    start = report.text.index("A second paragraph")

    assert "and then goes on, without a stop, on the next page" in report.text
    assert report.page(start) == 2
    assert report.page(report.text.index("without a stop")) == 3
    assert report.page(report.text.index("The commission met")) == 1
    assert report.page(report.text.index("Page 1 of 3")) == 1


def test_the_file_tells_about_itself(report: Document) -> None:
    assert report.meta["title"] == "Port report" and report.meta["created"] == "2019-03-04"
    assert report.meta["pages"] == "3" and report.media_type == "application/pdf"


def test_two_columns_are_read_one_after_the_other(read: Read, make_pdf: Make) -> None:
    left = [
        (60, 700 - 14 * i, 11, "F1", t) for i, t in enumerate(["The first column says a little and", "then it stops."])
    ]
    right = [(320, 700 - 14 * i, 11, "F1", t) for i, t in enumerate(["The other column begins a new", "thought."])]

    document = read("a.pdf", make_pdf([[*left, *right]]))[0].document

    assert document and document.text == (
        "The first column says a little and then it stops.\nThe other column begins a new thought.\n"
    )


def test_a_scan_is_a_problem(read: Read, make_pdf: Make) -> None:
    found = read("scan.pdf", make_pdf([[], []]))

    assert [(f.document, f.problem.kind) for f in found if f.problem] == [(None, "no text")]


def test_pages_without_text_are_named(read: Read, make_pdf: Make) -> None:
    line = [(60, 700, 11, "F1", "One page has words on it, the others have none at all.")]

    found = read("part.pdf", make_pdf([line, [], [], line, []]))

    assert found[0].document
    assert [f.problem.reason for f in found if f.problem] == ["no text on page 2-3, 5"]


def test_too_many_pages_are_not_read_in_part(read: Read, make_pdf: Make) -> None:
    line = [(60, 700, 11, "F1", "Words.")]

    found = read("long.pdf", make_pdf([line] * 5), Limits(pages=4))

    assert [f.problem.kind for f in found if f.problem] == ["too large"] and not found[0].document


@pytest.mark.parametrize("cut", [20, 200, 600])
def test_a_broken_file_never_raises(read: Read, make_pdf: Make, cut: int) -> None:
    found = read("a.pdf", make_pdf([[(60, 700, 11, "F1", "Words.")]])[:cut])

    assert len(found) >= 1 and all(f.problem is None or f.problem.next_step for f in found)


def test_an_encrypted_file_says_so(read: Read, make_pdf: Make) -> None:
    data = make_pdf([[(60, 700, 11, "F1", "Secret words.")]])
    handler = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (
        b"11" * 32,
        b"22" * 32,
    )

    found = read("a.pdf", data.replace(b"/Root 1 0 R", b"/Root 1 0 R " + handler))

    assert [f.problem.kind for f in found if f.problem] == ["encrypted"]
