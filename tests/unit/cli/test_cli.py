"""The command line: what it prints, what it returns, what it loads."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import whence
from whence.cli import cli
from whence.errors import BadCase, UnknownName

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(whence.__file__).parents[1])}
ASKING = [
    ["brief"],
    ["who", "Ana Duarte"],
    ["posts"],
    ["timeline"],
    ["sources"],
    ["search", "harbour"],
    ["network"],
    ["conflicts"],
    ["why", "Ana Duarte", "Oslo"],
    ["problems"],
    ["review", "--list"],
    ["judgements", "list"],
]


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in args])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.txt").write_text("The harbour opened on 3 May 2019. Everybody came to see the ships that day.")
    (folder / "b.txt").write_text("The harbour closed again. Nobody came to see that, not even the mayor herself.")
    return folder


@pytest.mark.parametrize("command", ASKING, ids=" ".join)
def test_every_question_has_a_text_and_a_json_answer(handmade_case: Path, command: list[str]) -> None:
    text = run(*command, "--case", handmade_case)
    answer = json.loads(run(*command, "--case", handmade_case, "--json").stdout)

    assert text.exit_code == 0
    assert text.stdout.startswith(answer["title"])
    assert {"title", "sections", "citations", "remarks"} == answer.keys()


def test_a_question_is_answered_as_text_and_as_json(handmade_case: Path) -> None:
    asked = ["ask", "When did Ana Duarte become chair of the Harbour Board?", "--case", handmade_case]

    reply = json.loads(run(*asked, "--json").stdout)
    lines = run(*asked).stdout.splitlines()

    assert {"question", "answer", "sure", "citations", "runner_up", "remarks"} == reply.keys()
    assert {"text", "entity", "edtf", "said_by", "claims"} <= reply["answer"][0].keys()
    assert (len(reply["answer"]), reply["sure"]) == (2, False)
    assert lines[0] == "When did Ana Duarte become chair of the Harbour Board?"
    assert "Answer, not sure" in lines
    assert "  2017-03 – according to The Post [1]" in lines


def test_a_question_without_an_answer_says_so(handmade_case: Path) -> None:
    done = run("ask", "Who", "attacked", "Oslo?", "--case", handmade_case)

    assert done.exit_code == 0
    assert done.stdout.splitlines()[:2] == ["Who attacked Oslo?", "The case does not say."]
    assert "whence search 'Oslo'" in done.stdout
    assert json.loads(run("ask", "Who attacked Oslo?", "--case", handmade_case, "--json").stdout)["answer"] is None


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from whence.cli import cli\n"
        "try: cli.main(['--help'], prog_name='whence')\n"
        "except SystemExit: pass\n"
        "print(sorted({m.split('.')[0] for m in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=ENVIRONMENT)

    assert "Usage: whence" in done.stdout
    for heavy in ("rich", "yaml", "sqlite3", "numpy", "onnxruntime", "rapidfuzz", "lxml", "multiprocessing"):
        assert repr(heavy) not in done.stderr


def test_reading_twice_adds_nothing(folder: Path, tmp_path: Path) -> None:
    case = tmp_path / "c.whence"

    first = json.loads(run("ingest", folder, "--case", case, "--json").stdout)
    second = json.loads(run("ingest", folder, "--case", case, "--json").stdout)

    assert (first["added"], first["known"]) == (2, 0)
    assert (second["added"], second["known"], second["reread"]) == (0, 2, 0)


def test_new_data_about_a_document_has_it_read_again(folder: Path, tmp_path: Path) -> None:
    case = tmp_path / "c.whence"
    run("ingest", folder, "--case", case)

    again = json.loads(run("ingest", folder, "--case", case, "--publisher", "The Post", "--json").stdout)

    assert again["reread"] == 2
    assert "The Post" in run("sources", "--case", case).stdout


def test_an_ingest_that_reads_nothing_fails_and_says_why(tmp_path: Path) -> None:
    done = run("ingest", tmp_path / "nowhere", "--case", tmp_path / "c.whence")

    assert done.exit_code == 1
    assert "nowhere" in done.stderr


def test_one_bad_file_stops_nothing_and_is_listed(folder: Path, tmp_path: Path) -> None:
    (folder / "c.txt").write_bytes(b"")

    done = run("ingest", folder, "--case", tmp_path / "c.whence")

    assert done.exit_code == 0
    assert "2 documents added" in done.stdout
    assert "c.txt" in run("problems", "--case", tmp_path / "c.whence").stdout


def test_removed_documents_are_gone_and_merged_ones_there(folder: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "1.whence", tmp_path / "2.whence"
    run("ingest", folder / "a.txt", "--case", one)
    run("ingest", folder / "b.txt", "--case", two)

    assert "New: 1 document," in run("merge", two, "--case", one).stdout
    assert len(json.loads(run("search", "harbour", "--case", one, "--json").stdout)["citations"]) == 2
    assert run("remove", "a.txt", "--case", one).exit_code == 0
    assert len(json.loads(run("search", "harbour", "--case", one, "--json").stdout)["citations"]) == 1
    assert isinstance(run("remove", "z.txt", "--case", one).exception, UnknownName)


def test_rebuild_needs_a_case(tmp_path: Path) -> None:
    assert isinstance(run("rebuild", "--case", tmp_path / "none.whence").exception, BadCase)
    assert not (tmp_path / "none.whence").exists()


def test_export_writes_to_a_file_or_to_the_output(handmade_case: Path, tmp_path: Path) -> None:
    run("export", "entities", "--case", handmade_case, "-o", tmp_path / "e.jsonl")

    assert (tmp_path / "e.jsonl").read_text("utf-8") == run("export", "entities", "--case", handmade_case).stdout


def test_a_name_that_is_not_there_leaves_no_case_behind(tmp_path: Path) -> None:
    done = run("ingest", tmp_path / "nowhere", "--case", tmp_path / "new.whence")

    assert done.exit_code == 1
    assert "nowhere: No such file" in done.stderr
    assert "no case was made" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_name_tells_what_to_do(handmade_case: Path) -> None:
    near = str(run("who", "Lindkvist", "--case", handmade_case).exception)
    far = str(run("who", "Zzz", "--case", handmade_case).exception)

    assert "Did you mean" in near
    assert "Lindqvist" in near
    assert "whence brief" in far
    assert "whence search Zzz" in far


def test_annotate_prints_layers_with_offsets_and_makers(folder: Path) -> None:
    done = run("annotate", folder / "a.txt", folder / "b.txt", "--json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]

    assert [row["layer"] for row in rows].count("sentences") == 4
    for row in rows:
        text = Path(row["source"]).read_text()
        assert row["start"] is None or text[row["start"] : row["end"]] == row["text"]
        assert row["layer"] == "chains" or "@" in row["maker"]
    assert "regions:" in run("annotate", folder / "a.txt").stdout


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["--limit", "page=3"], 1, "Did you mean pages"),
        (["--limit", "pages=many"], 2, "NAME=NUMBER"),
        (["--published", "someday"], 1, "is not a date"),
    ],
)
def test_a_wrong_option_is_explained(folder: Path, tmp_path: Path, args: list[str], code: int, message: str) -> None:
    command = ["ingest", str(folder), "--case", str(tmp_path / "c.whence"), *args]
    script = "from whence.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", script, *command], capture_output=True, text=True, check=False, env=ENVIRONMENT
    )

    assert done.returncode == code
    assert message in done.stderr
    assert "Traceback" not in done.stderr
