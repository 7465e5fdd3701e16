"""A spreadsheet that somebody keeps, read as claims: headings guessed, every bad row named."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.unit.test_entering import ANA, read_case, rows  # noqa: F401 (a fixture)

from whence.cli import cli
from whence.errors import BadEntry, UnknownName
from whence.spreadsheet import mapped, read_sheet, rows_of
from whence.store import CaseView, CaseWriter

POSTS = """Name,Position,Organisation,From,To,Ref,Page,Notes
Mara Lind,treasurer,Harbour Guild,March 2014,2016,Annual report 2016,12,checked
Ines Prado,secretary,Harbour Guild,3/4/2015,,Annual report 2016,p. 14,
,clerk,Harbour Guild,2015,,,,
Tomas Okafor,chairman,Harbour Guild,2012,2010,,,
"""


def plan_of(path: Path, text: str, **rest: str):  # type: ignore[no-untyped-def]
    path.write_text(text)
    sheet = read_sheet(path)
    return sheet, mapped(sheet, None, {}, rest.get("predicate"), rest.get("date_order", ""))


def test_headings_are_guessed_and_shown(tmp_path: Path) -> None:
    _, plan = plan_of(tmp_path / "a.csv", POSTS)

    assert plan.predicate == "holds_role"
    assert list(plan.columns.values()) == ["subject", "post", "of", "start", "end", "source", "page", "ignore"]
    assert "  'Position' → post" in plan.lines()


def test_bad_rows_are_named_and_good_ones_kept(tmp_path: Path, read_case: Path) -> None:  # noqa: F811
    sheet, plan = plan_of(tmp_path / "a.csv", POSTS)

    with CaseView(read_case) as view:
        good, bad = rows_of(view, sheet, plan)

    assert [(row.number, row.entry.start, row.entry.page) for row in good] == [(2, "2014-03", 12)]
    assert [row.number for row in bad] == [3, 4, 5]
    reasons = [row.reason for row in bad]
    assert "2015-03-04 or 2015-04-03" in reasons[0]
    assert "holder" in reasons[1]
    assert "before it starts" in reasons[2]


def test_the_order_of_dates_can_be_said(tmp_path: Path, read_case: Path) -> None:  # noqa: F811
    sheet, plan = plan_of(tmp_path / "a.csv", POSTS, date_order="day")

    with CaseView(read_case) as view:
        good, _ = rows_of(view, sheet, plan)

    assert [row.entry.start for row in good] == ["2014-03", "2015-04-03"]


def test_a_mapping_names_columns_and_predicates(tmp_path: Path, read_case: Path) -> None:  # noqa: F811
    lines = ("Wer;Was;Wen;Seit", "Salt Line Ltd;zahlt;Pilot League;2015", "Salt Line Ltd;liebt;Pilot League;")
    (tmp_path / "a.csv").write_text("\n".join(lines))
    (tmp_path / "map.yaml").write_text(
        "columns: {Wer: subject, Was: predicate, Wen: object, Seit: start}\npredicates: {zahlt: supports}\n"
    )
    sheet = read_sheet(tmp_path / "a.csv")
    plan = mapped(sheet, tmp_path / "map.yaml", {}, None, "")

    with CaseView(read_case) as view:
        (row,), (bad,) = rows_of(view, sheet, plan)

    assert [(g.role, g.words) for g in row.entry.args] == [
        ("supporter", "Salt Line Ltd"),
        ("supported", "Pilot League"),
    ]
    assert "No predicate is called 'liebt'" in bad.reason


def test_a_wrong_heading_or_meaning_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(POSTS)
    sheet = read_sheet(tmp_path / "a.csv")

    with pytest.raises(UnknownName, match="Did you mean Position"):
        mapped(sheet, None, {"Positio": "post"}, None, "")
    with pytest.raises(UnknownName, match="meaning of a column"):
        mapped(sheet, None, {"Position": "pst"}, None, "")
    (tmp_path / "b.csv").write_text("Foo,Bar\n1,2\n")
    with pytest.raises(BadEntry, match="no column says what is claimed"):
        mapped(read_sheet(tmp_path / "b.csv"), None, {}, None, "")


def test_a_sheet_in_another_encoding_and_with_cells_over_lines(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes('Name;Post\n"Bj\xf6rk\nOlsen";"clerk"\n\nAna;clerk\n'.encode("cp1252"))

    sheet = read_sheet(tmp_path / "a.csv")

    assert sheet.rows == ((2, ("Björk\nOlsen", "clerk")), (5, ("Ana", "clerk")))


def test_the_command_shows_asks_and_writes_once(tmp_path: Path, read_case: Path) -> None:  # noqa: F811
    case = tmp_path / "case.whence"
    shutil.copy(read_case, case)
    (tmp_path / "posts.csv").write_text(POSTS)
    words = ["claim", "import", str(tmp_path / "posts.csv"), "--case", str(case), "--by", ANA]

    shown = CliRunner().invoke(cli, words, input="n\n")
    assert shown.exit_code == 1
    assert "'Name' → subject" in shown.output
    done = CliRunner().invoke(cli, [*words, "--yes"])
    again = CliRunner().invoke(cli, [*words, "--yes"])

    assert "row 4:" in done.output
    assert "1 claims entered, 0 stood already, 3 rows left out." in done.output
    assert "0 claims entered, 1 stood already" in again.output
    with CaseWriter(case) as writer:
        (row,) = [r for r in rows(writer) if r["status"] == "own"]
    assert "posts.csv row 2" in row["source"]
