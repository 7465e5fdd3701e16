import io
from pathlib import Path

from whence import ask
from whence.ask import Answer, Citation, Line, Section
from whence.present.terminal import as_lines, show
from whence.store import CaseView

CITED = Citation(1, "d", "in/[a].pdf", "A title", "The Post", "2019", True, 3, 2, 5, 9, "it\n is")


def test_a_line_shows_when_by_whom_and_its_citation() -> None:
    line = Line("Ana visits Oslo", when="2019", note="suspected", citations=(1,))
    answer = Answer("T", (Section("Contacts", (line,), more=2, see="whence timeline"),), (CITED,), ("A remark.",))

    assert list(as_lines(answer)) == [
        "T",
        "A remark.",
        "",
        "Contacts",
        "  Ana visits Oslo (2019) – suspected [1]",
        "  … and 2 more: whence timeline",
        "",
        "Citations",
        "  [1] “it is” – A title, The Post, 2019 (inferred); in/[a].pdf, page 3, sentence 2, characters 5-9",
    ]


def test_what_a_person_can_do_stands_below_the_lines() -> None:
    section = Section("Waiting", (Line("A = B?"),), step="Decide: whence review")

    assert list(as_lines(Answer("T", (section,))))[-1] == "  → Decide: whence review"


def test_a_citation_that_stands_in_the_note_is_not_repeated() -> None:
    line = Line("when", note="2017 [1] or 2018 [2]", citations=(1, 2, 3))

    assert list(as_lines(Answer("T", (Section("S", (line,)),))))[-1] == "  when – 2017 [1] or 2018 [2] [3]"


def test_brackets_in_a_text_are_not_taken_for_markup() -> None:
    out = io.StringIO()

    show(Answer("a [bold]title[/bold]"), out)

    assert out.getvalue() == "a [bold]title[/bold]\n"


def test_a_brief_is_the_same_text_twice(handmade_case: Path) -> None:
    with CaseView(handmade_case) as view:
        assert list(as_lines(ask.brief(view))) == list(as_lines(ask.brief(view)))
