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
    assert "1 claim entered, 0 stood already, 3 rows left out." in done.output
    assert "0 claims entered, 1 stood already" in again.output
    with CaseWriter(case) as writer:
        (row,) = [r for r in rows(writer) if r["status"] == "own"]
    assert "posts.csv row 2" in row["source"]


def columns(plan) -> list[str]:  # type: ignore[no-untyped-def]
    return list(plan.columns.values())


@pytest.mark.parametrize(
    "data",
    [
        "Name\tPost\r\nBjörk\tclerk\r\n".encode("utf-16"),
        "Name;Post\nBjörk;clerk\n".encode("utf-8-sig"),
        "sep=|\nName|Post\nBjörk|clerk\n".encode(),
        "Name;Post;;\r\n;;;\r\nBjörk;clerk;;\r\n".encode("cp1252"),
        "Posts of 2014;;\n;;\nName;Post;\nBjörk;clerk;\n".encode(),
    ],
    ids=["utf-16", "mark", "sep line", "empty columns and rows", "a title over it"],
)
def test_what_excel_saves_is_read(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.csv").write_bytes(data)

    sheet = read_sheet(tmp_path / "a.csv")

    assert columns(mapped(sheet, None, {}, None, "")) == ["subject", "post"]
    ((_, cells),) = sheet.rows
    assert cells[:2] == ("Björk", "clerk")


def test_a_workbook_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04...")

    with pytest.raises(BadEntry, match=r"a.xlsx is a workbook, not CSV. Save its sheet"):
        read_sheet(tmp_path / "a.xlsx")


def test_two_columns_of_one_heading_are_refused_and_of_one_meaning_the_first_is_taken(tmp_path: Path) -> None:
    with pytest.raises(BadEntry, match="'Name' stands over several columns"):
        plan_of(tmp_path / "a.csv", "Name,Post,Name\nA B,clerk,C D\n")
    _, plan = plan_of(tmp_path / "b.csv", "Name,Post,Source,URL\nA B,clerk,Register,http://example.org/1\n")
    assert columns(plan) == ["subject", "post", "source", "ignore"]
    assert "another column is the source" in plan.lines()[-2]

    sheet = read_sheet(tmp_path / "b.csv")
    assert columns(mapped(sheet, None, {"URL": "source"}, None, "")) == ["subject", "post", "ignore", "source"]
    with pytest.raises(BadEntry, match="'Source' and 'URL' are both said to hold the source"):
        mapped(sheet, None, {"URL": "source", "Source": "source"}, None, "")


def test_addresses_are_a_source_whatever_their_heading(tmp_path: Path) -> None:
    text = "From,Relation,To,Link\nSalt Line,owns,Pilot League,http://example.org/1\n"

    assert columns(plan_of(tmp_path / "a.csv", text)[1]) == ["subject", "predicate", "to", "source"]


def test_the_predicate_is_the_one_that_has_all_the_roles(tmp_path: Path) -> None:
    _, plan = plan_of(tmp_path / "a.csv", "Attacker,Target,Killed,Date\nPilot League,Salt Pier,21,2016\n")
    assert plan.predicate == "attacks"
    with pytest.raises(BadEntry, match=r"a.csv: no column says what is claimed \('Date' is the date\)"):
        plan_of(tmp_path / "a.csv", "Date,Colour\n2016,red\n")


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        ("2014.0", "present", ("2014", None)),
        ("20140301", "n/a", ("2014-03-01", None)),
        ("unknown", "2016", (None, "2016")),
        ("2014-03-01 00:00:00", "?", ("2014-03-01", None)),
        ("2014-03-01T00:00:00", "-", ("2014-03-01", None)),
    ],
)
def test_dates_as_they_come_out_of_programs_and_cells_that_say_nothing(
    tmp_path: Path,
    read_case: Path,  # noqa: F811
    start: str,
    end: str,
    wanted: tuple[str | None, str | None],
) -> None:
    sheet, plan = plan_of(tmp_path / "a.csv", f"Name,Post,Start,End,Page\nMara Lind,clerk,{start},{end},n/a\n")

    with CaseView(read_case) as view:
        (row,), bad = rows_of(view, sheet, plan)

    assert not bad and (row.entry.start, row.entry.end) == wanted


def test_excels_number_of_a_day_is_told_as_the_day_and_not_guessed(tmp_path: Path, read_case: Path) -> None:  # noqa: F811
    sheet, plan = plan_of(tmp_path / "a.csv", "Name,Post,Start\nMara Lind,clerk,43466\n")

    with CaseView(read_case) as view:
        good, (bad,) = rows_of(view, sheet, plan)

    assert not good
    assert bad.reason.startswith("'43466' is Excel's number of a day, 2019-01-01. Format the column as dates")


@pytest.mark.parametrize(
    ("heading", "cell", "wanted"),
    [
        ("Polarity", "denied", "denied"), ("Polarity", "yes", "affirmed"), ("Affirmed or denied", "no", "denied"),
        ("Negated", "yes", "denied"), ("Negated", "no", "affirmed"), ("Polarity", "", None),
    ],
)  # fmt: skip
def test_a_column_may_say_what_is_affirmed_or_what_is_negated(
    tmp_path: Path,
    read_case: Path,  # noqa: F811
    heading: str,
    cell: str,
    wanted: str | None,
) -> None:
    sheet, plan = plan_of(tmp_path / "a.csv", f"Name,Post,{heading}\nMara Lind,clerk,{cell}\n")

    with CaseView(read_case) as view:
        (row,), _ = rows_of(view, sheet, plan)

    assert row.entry.polarity == wanted


@pytest.mark.parametrize(
    ("text", "told"),
    [(None, "cannot be read: No such file"), ("columns: [a", "map.yaml is no YAML"), ("columns: [a]", "is no table")],
)
def test_a_mapping_that_cannot_be_used_is_told(tmp_path: Path, text: str | None, told: str) -> None:
    (tmp_path / "a.csv").write_text(POSTS)
    if text is not None:
        (tmp_path / "map.yaml").write_text(text)

    with pytest.raises(BadEntry, match=told):
        mapped(read_sheet(tmp_path / "a.csv"), tmp_path / "map.yaml", {}, None, "")


def test_a_dry_run_says_what_would_be_entered_and_writes_nothing(tmp_path: Path, read_case: Path) -> None:  # noqa: F811
    case = tmp_path / "case.whence"
    shutil.copy(read_case, case)
    (tmp_path / "posts.csv").write_text(POSTS)
    words = ["claim", "import", str(tmp_path / "posts.csv"), "--case", str(case), "--by", ANA, "--dry-run"]

    done = CliRunner().invoke(cli, words)

    assert "Nothing was written. 1 row can be entered, 3 cannot." in done.output
    assert "posts.csv, row 3: '3/4/2015' may be" in done.output
    assert "or say which comes first with --date-order" in done.output
    with CaseView(case) as view:
        assert list(view.judgements()) == []
