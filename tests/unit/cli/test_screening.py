"""A case against lists of our own making: candidates are questions, a person's judgement makes one a match."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from whence.cli import cli
from whence.errors import BadInput, UnknownName, WhenceError
from whence.resolve import read_list
from whence.store import CaseView

from .harbour import write

ROW = {
    "id": "ofac-900001",
    "schema": "Person",
    "name": "OKELLO, Joseph",
    "aliases": [{"type": "aka", "name": "OKELO, J."}],
    "programs": ["HARBOUR"],
    "dob": ["1961"],
    "nationality": ["Kenya"],
}
BODY = {
    "id": "un-900002", "schema": "Organization", "name": "KISUMU HARBOUR BOARD", "aliases": [], "list": "Harbours",
    "reference": "HAe.001",
}  # fmt: skip
FAR = {"id": "ofac-900003", "schema": "Person", "name": "MUSTERMANN, Erika", "aliases": [], "programs": ["X"]}


def run(*args: str | Path, input: str | None = None) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in args], input=input, env={"WHENCE_BY": "Ines"})


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("screened")
    docs = write(folder / "docs")
    assert run("ingest", docs, "--case", folder / "c.whence", "--workers", "1").exit_code == 0
    (folder / "list.jsonl").write_text("\n".join(json.dumps(r) for r in (ROW, BODY, FAR)), "utf-8")
    return folder


@pytest.fixture
def case(read: Path, tmp_path: Path) -> Path:
    """A case, its documents and a list beside it."""
    shutil.copytree(read, tmp_path / "x")
    return tmp_path / "x" / "c.whence"


def screen(case: Path, *args: str) -> dict:
    return json.loads(run("screen", case.parent / "list.jsonl", "--case", case, "--json", *args).stdout)


def test_candidates_come_with_score_reasons_entry_programme_and_identifiers(case: Path) -> None:
    answer = screen(case)

    lines = {line["text"]: line for line in answer["sections"][0]["lines"]}
    man = lines["Joseph Okello = OKELLO, Joseph (OFAC SDN, ofac-900001)?"]
    body = lines["Kisumu Harbour Board = KISUMU HARBOUR BOARD (UN Harbours, un-900002)?"]
    assert float(man["when"]) > 0.9 and man["status"] == "candidate"
    assert "programme HARBOUR" in man["note"] and "on the list" in man["note"] and "dates 1961" in man["note"]
    assert "identifiers HAe.001" in body["note"]
    assert not any("MUSTERMANN" in text for text in lines)
    quotes = {c["number"]: c["quote"] for c in answer["citations"]}
    assert "Joseph Okello" in quotes[man["citations"][0]]
    assert answer["remarks"][0].startswith("3 entries read")


def test_a_higher_threshold_shows_fewer(case: Path) -> None:
    assert len(screen(case, "--threshold", "0.99")["sections"][0]["lines"]) < len(screen(case)["sections"][0]["lines"])


def confirmed(case: Path) -> list[str]:
    answer = json.loads(run("who", "Joseph Okello", "--case", case, "--json").stdout)
    return [x["text"] + " | " + x["note"] for s in answer["sections"] if "lists" in s["title"] for x in s["lines"]]


def test_a_confirmed_match_is_a_judgement_and_stands_in_the_dossier(case: Path) -> None:
    screen(case)
    assert confirmed(case) == []

    done = run("judge", "same", "Joseph Okello", "ofac-900001", "--why", "same post", "--case", case)

    assert "Joseph Okello is OKELLO, Joseph (OFAC SDN, ofac-900001) (Ines)" in done.stdout
    (line,) = confirmed(case)
    assert line.startswith("OFAC SDN: OKELLO, Joseph (ofac-900001) | programme HARBOUR")
    assert "match confirmed by Ines; same post" in line
    assert screen(case)["sections"][0]["lines"][0]["status"] in ("confirmed", "candidate")
    states = {x["text"]: x["status"] for x in screen(case)["sections"][0]["lines"]}
    assert states["Joseph Okello = OKELLO, Joseph (OFAC SDN, ofac-900001)?"] == "confirmed"


@pytest.mark.slow
@pytest.mark.parametrize("accident", ["rebuild", "read again", "taken out and back", "screened with another list"])
def test_a_confirmed_match_outlives(case: Path, accident: str) -> None:
    screen(case)
    run("judge", "same", "Joseph Okello", "ofac-900001", "--case", case)

    if accident == "rebuild":
        run("rebuild", "--case", case)
    elif accident == "read again":
        run("ingest", case.parent / "docs", "--again", "--case", case)
    elif accident == "taken out and back":
        for name in ("a.txt", "b.txt", "c.txt"):
            run("remove", name, "--case", case)
        assert "Waiting" in run("judgements", "list", "--case", case).stdout
        run("ingest", case.parent / "docs", "--case", case)
    else:
        (case.parent / "list.jsonl").write_text(json.dumps(FAR), "utf-8")
        screen(case)

    assert len(confirmed(case)) == 1


def test_a_refused_match_is_asked_no_more_and_undo_asks_again(case: Path) -> None:
    screen(case)
    asked = "Joseph Okello = OKELLO, Joseph?"
    assert asked in run("review", "--list", "--case", case).stdout

    run("judge", "different", "Joseph Okello", "ofac-900001", "--why", "born later", "--case", case)
    assert asked not in run("review", "--list", "--case", case).stdout
    assert confirmed(case) == []
    assert "Joseph Okello is not OKELLO, Joseph" in run("who", "Joseph Okello", "--case", case).stdout
    run("judge", "undo", "Joseph Okello", "ofac-900001", "--case", case)
    assert asked in run("review", "--list", "--case", case).stdout


def test_a_match_is_confirmed_by_a_key_in_review(case: Path) -> None:
    screen(case)

    done = run("review", "--kind", "listing", "--case", case, input="s sure of it\nd\nq\n")

    assert "programme HARBOUR" in done.stdout and "s it is the listed one" in done.stdout
    with CaseView(case) as view:
        made = [(j.kind, j.verdict, j.why) for j in view.judgements()]
    assert made[:2] == [("listing", "positive", "sure of it"), ("listing", "negative", "")]


def test_an_entry_is_judged_from_a_list_without_screening(case: Path) -> None:
    path = case.parent / "list.jsonl"

    assert run("judge", "same", "Joseph Okello", "ofac-900001", "--list", path, "--case", case).exit_code == 0
    assert len(confirmed(case)) == 1
    error = run("judge", "same", "Joseph Okello", "ofac-9", "--list", path, "--case", case).exception
    assert isinstance(error, UnknownName)


def test_a_later_list_takes_the_place_of_the_one_before(case: Path) -> None:
    screen(case)
    (case.parent / "list.jsonl").write_text(json.dumps(FAR), "utf-8")
    assert screen(case)["sections"] == []

    assert "OKELLO, Joseph" not in run("review", "--list", "--case", case).stdout


def test_what_is_no_list_is_told(case: Path) -> None:
    assert isinstance(run("screen", case.parent / "docs" / "a.txt", "--case", case).exception, BadInput)
    assert isinstance(run("screen", case.parent / "none.xml", "--case", case).exception, WhenceError)


def test_a_list_that_cannot_be_read_leaves_the_last_screening_as_it_was(case: Path) -> None:
    screen(case)
    empty = case.parent / "empty.json"
    empty.write_text("[]", "utf-8")

    error = run("screen", empty, "--case", case).exception

    assert isinstance(error, BadInput) and str(empty) in str(error)
    assert "Joseph Okello = OKELLO, Joseph?" in run("review", "--list", "--case", case).stdout


SDN = """<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML"><publshInformation>
<Publish_Date>11/20/2026</Publish_Date></publshInformation><sdnEntry><uid>900001</uid><firstName>Joseph</firstName>
<lastName>OKELLO</lastName><sdnType>Individual</sdnType><programList><program>HARBOUR</program></programList>
<idList><id><uid>1</uid><idType>Passport</idType><idNumber>Z1</idNumber><idCountry>Kenya</idCountry></id></idList>
</sdnEntry></sdnList>"""
UN = """<?xml version="1.0" encoding="utf-8"?><CONSOLIDATED_LIST dateGenerated="2026-11-20T05:00:00Z"><INDIVIDUALS/>
<ENTITIES><ENTITY><DATAID>900002</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>KISUMU HARBOUR BOARD</FIRST_NAME>
<UN_LIST_TYPE>Harbours</UN_LIST_TYPE><REFERENCE_NUMBER>HAe.001</REFERENCE_NUMBER><LISTED_ON>2019-01-01</LISTED_ON>
<COMMENTS1/><LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE><ENTITY_ALIAS><QUALITY/><ALIAS_NAME/></ENTITY_ALIAS>
<ENTITY_ADDRESS><COUNTRY>Kenya</COUNTRY></ENTITY_ADDRESS><SORT_KEY/></ENTITY></ENTITIES></CONSOLIDATED_LIST>"""
CSV = """"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones",\
"emails","program_ids","dataset","first_seen","last_seen","last_change"
"NK-1","Person","Joseph Okello","J. Okello;Okello Joseph","1961-02-02","ke","","ID 7","List of 2020","","","KE-1","x",\
"","",""
""".replace("\\\n", "")
FTM = json.dumps(
    {"id": "NK-1", "caption": "Joseph Okello", "schema": "Person", "datasets": ["x"],
     "properties": {"name": ["Joseph Okello"], "passportNumber": ["ID 7"], "programId": ["KE-1"]}}
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "entry", "told"),
    [
        (SDN, "Joseph Okello", "ofac-900001", "OFAC SDN: OKELLO, Joseph (ofac-900001)"),
        (UN, "Kisumu Harbour Board", "un-900002", "UN Harbours: KISUMU HARBOUR BOARD (un-900002)"),
        (CSV, "Joseph Okello", "NK-1", "x: Joseph Okello (NK-1)"),
        (FTM, "Joseph Okello", "NK-1", "x: Joseph Okello (NK-1)"),
    ],
    ids=["OFAC XML", "UN XML", "targets.simple.csv", "FollowTheMoney"],
)
def test_each_format_is_screened_confirmed_and_stands_in_the_dossier(
    case: Path, text: str, name: str, entry: str, told: str
) -> None:
    path = case.parent / "list"
    path.write_text(text, "utf-8")
    assert f"{entry})?" in run("screen", path, "--case", case).stdout

    run("judge", "same", name, entry, "--why", "same post", "--case", case)
    dossier = run("who", name, "--case", case).stdout

    assert "On lists, confirmed by a person" in dossier and told in dossier
    assert "match confirmed by Ines; same post" in dossier
    programme = {"NK-1": "programme KE-1", "ofac-900001": "identifiers Passport Z1 (Kenya)", "un-900002": "HAe.001"}
    assert programme[entry] in dossier


def test_an_entry_in_two_files_is_asked_once_and_judged_by_its_bare_number(case: Path) -> None:
    shutil.copy(case.parent / "list.jsonl", case.parent / "newer.jsonl")
    screen(case)
    run("screen", case.parent / "newer.jsonl", "--case", case)

    shown = run("review", "--list", "--kind", "listing", "--case", case).stdout
    assert shown.count("Joseph Okello = OKELLO, Joseph?") == 1
    done = run("judge", "same", "Joseph Okello", "900001", "--case", case)
    assert "Joseph Okello is OKELLO, Joseph (OFAC SDN, ofac-900001)" in done.stdout
    assert "Okello = OKELLO" not in run("review", "--list", "--kind", "listing", "--case", case).stdout
    rows = [json.loads(line) for line in run("export", "entities", "--case", case).stdout.splitlines()]
    (listed,) = [row["listed"] for row in rows if "listed" in row]
    assert [(m["id"], m["list"], m["by"]) for m in listed] == [("ofac-900001", "OFAC SDN", "Ines")]


def test_a_list_that_is_not_there_is_told(case: Path) -> None:
    done = run("judge", "same", "Joseph Okello", "1", "--list", case.parent / "nope.xml", "--case", case)

    assert done.exit_code == 1 and "nope.xml cannot be read: No such file" in str(done.exception)


def test_json_lines_with_bare_aliases_and_ids_are_read(tmp_path: Path) -> None:
    row = {"id": 7, "schema": "Person", "name": "OKELLO, Joseph", "aliases": ["OKELO, J."], "programs": ["HARBOUR"]}
    (tmp_path / "l.jsonl").write_text(json.dumps(row))

    (entry,) = read_list(tmp_path / "l.jsonl")

    assert (entry.id, entry.list, entry.aliases) == ("7", "OFAC SDN", ("OKELO, J.",))
