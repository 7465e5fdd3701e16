"""Domain packs: what is wrong in one is named by line and key; what is right is read, kept in the case and recorded."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from whence.cli import cli
from whence.derivation import derive
from whence.errors import BadPack
from whence.packing import check, validate
from whence.store import CaseView, CaseWriter
from whence.vocab import predicates
from whence.vocab.packs import in_force, line_of, open_pack, use

SAMPLE = Path(__file__).parents[3] / "examples" / "packs" / "salt-coast"
ONE = """Petrel taken off the rocks

Saltmouth Herald, 3 June 2017

The Wreckers of Nine Rocks salvaged the Petrel in May 2017. Ysolde Marr, harbour reeve of Saltmouth, thanked the
Brotherhood of the Lamp. The Lampers met on 2 June 2017.
"""
OTHER = """Money for the lights

Saltmouth Herald, 9 July 2018

Captain Quay visited Saltmouth on 3 July 2018. Ines Prado funds the Lampers.
"""


@pytest.fixture(autouse=True)
def no_packs() -> Iterator[None]:
    yield
    use(())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SAMPLE, tmp_path / "pack")
    return tmp_path / "pack"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "one.txt").write_text(ONE)
    (tmp_path / "docs" / "other.txt").write_text(OTHER)
    return tmp_path / "docs"


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text()
    assert old in text
    (folder / file).write_text(text.replace(old, new))


WRONG = [
    ("titles.yaml", "posts: [", "pots: [", 2, "pots", "none of posts, ranks, styles"),
    ("titles.yaml", "styles: [goodman]", "styles: goodman", 4, "styles", "not a list of words"),
    ("bodies.yaml", "facility:", "facilty:", 3, "facilty", "no mention type"),
    ("predicates/custody.yaml", "types: [place, facility]", "types: [plce]", 9, "role place", "no such type: plce"),
    ("predicates/custody.yaml", "lasts: false", "last: false", 2, "salvages", "needs gloss, lasts and roles"),
    ("predicates/custody.yaml", "salvages:", "owns:", 2, "owns", "already; give this one another name"),
    ("patterns/custody.yaml", "{salvor: subject", "{salver: subject", 1, "salvages.verb", "has no role salver"),
    ("patterns/custody.yaml", "predicate: salvages", "predicate: salvage", 1, "salvages.verb", "no predicate salvage"),
    ("families.yaml", "[salvages]", "salvages", 2, "sanction", "is a str, not a list"),
    ("aliases.yaml", "[Lampers, BotL]", "[Lampers, BotL", 2, "the whole file", "expected ',' or ']'"),
    ("pack.yaml", "name: salt-coast", "name: Salt Coast", 1, "name", "lower-case"),
]


@pytest.mark.parametrize(("file", "old", "new", "line", "key", "problem"), WRONG)
def test_what_is_wrong_is_named_by_file_line_and_key(
    folder: Path, file: str, old: str, new: str, line: int, key: str, problem: str
) -> None:
    change(folder, file, old, new)

    with pytest.raises(BadPack) as raised:
        validate([open_pack(folder)])

    assert str(raised.value).startswith((f"salt-coast/{file}", f"pack/{file}"))
    assert raised.value.line == line
    assert key in raised.value.where
    assert problem in str(raised.value)
    assert in_force() == ()


def test_a_file_that_is_none_of_a_packs_is_refused(folder: Path) -> None:
    (folder / "alias.yaml").write_text("a: [b]\n")

    with pytest.raises(BadPack, match=r"alias.yaml: is no file of a pack; a pack may have .*aliases.yaml"):
        open_pack(folder)


@pytest.mark.slow
def test_the_sample_reads_every_example_of_its_own() -> None:
    pack, failures, unsaid = check(SAMPLE)

    assert (pack.name, failures, unsaid) == ("salt-coast", [], [])
    assert "salvages" not in predicates()


@pytest.mark.slow
def test_an_example_that_is_not_read_is_named_with_its_line(folder: Path) -> None:
    change(folder, "patterns/custody.yaml", "verb: [salvage]", "verb: [rescue]")

    _, (failure,), _ = check(folder)

    assert str(failure).startswith("salt-coast/patterns/custody.yaml, line 1, salvages.verb: 'The Wreckers")
    assert "gives no salvages" in str(failure)


@pytest.mark.slow
def test_a_predicate_without_a_pattern_is_named_and_one_whose_example_fails_too(folder: Path) -> None:
    change(folder, "predicates/custody.yaml", "salvaged the Petrel in May", "looked at the Petrel in May")
    _, (failure,), unsaid = check(folder)
    assert unsaid == []
    assert str(failure).startswith("salt-coast/predicates/custody.yaml, line 2, salvages: ")

    (folder / "patterns" / "custody.yaml").unlink()
    assert check(folder)[1:] == ([], ["salvages"])


def test_a_file_in_another_encoding_is_named_with_its_line(folder: Path) -> None:
    (folder / "aliases.yaml").write_bytes(b"Ana Quay: [Quay]\nJos\xe9 Quay: [Pepe]\n")

    with pytest.raises(BadPack, match=r"/aliases.yaml, line 2: is not UTF-8. Edit the file"):
        open_pack(folder)


def test_the_digest_is_of_the_content_not_the_place(folder: Path) -> None:
    assert open_pack(folder).mark == open_pack(SAMPLE).mark
    change(folder, "titles.yaml", "goodman", "goodwife")
    assert open_pack(folder).mark != open_pack(SAMPLE).mark


def test_a_line_is_found_by_its_key() -> None:
    assert line_of("a:\n  b: c\n- name: x.y\n", "x.y") == 3
    assert line_of("a:\n  b: c\n", "b") == 2
    assert line_of("a: b\n", "zz") is None


def run(*args: str | Path) -> Result:
    done = CliRunner().invoke(cli, [str(a) for a in args])
    assert done.exit_code == 0, (done.output, done.exception)
    return done


def claims(case: Path) -> dict[str, dict[str, str]]:
    rows = [json.loads(line) for line in run("export", "claims", "--case", case).stdout.splitlines()]
    return {r["predicate"]: {a["role"]: a.get("name") or a.get("value", "") for a in r["args"]} for r in rows}


@pytest.mark.slow
def test_a_case_read_by_a_pack_keeps_it_and_needs_its_folder_no_more(folder: Path, docs: Path, tmp_path: Path) -> None:
    case = tmp_path / "case.whence"
    run("ingest", docs, "--case", case, "--workers", 1, "--pack", folder)
    shutil.rmtree(folder)
    use(())

    found = claims(case)
    assert found["salvages"] == {"salvor": "Wreckers of Nine Rocks", "wreck": "Petrel"}
    assert found["holds_role"]["post"] == "harbour reeve"
    assert found["visits"]["visitor"] == "Ysolde Marr"
    assert found["supports"]["supported"] == "Brotherhood of the Lamp"
    assert "Wreckers of Nine Rocks salvages Petrel" in run("brief", "--case", case).stdout
    assert "salt-coast" in run("packs", "--case", case).stdout
    with CaseView(case) as view:
        before = list(view.dump_derived())
    mark = open_pack(SAMPLE).mark
    assert any(mark in row for row in before if row.startswith('["derived_from"'))
    with CaseWriter(case) as writer:
        derive(writer)
        assert list(writer.view().dump_derived()) == before


@pytest.mark.slow
def test_packs_come_and_go_and_the_documents_are_read_again(docs: Path, tmp_path: Path) -> None:
    case = tmp_path / "case.whence"
    run("ingest", docs, "--case", case, "--workers", 1)
    assert "salvages" not in claims(case)

    assert "2 documents read again" in run("rebuild", "--case", case, "--pack", SAMPLE).stdout
    assert "salvages" in claims(case)
    assert "read again" not in run("rebuild", "--case", case).stdout

    run("rebuild", "--case", case, "--drop-pack", "salt-coast")
    assert "salvages" not in claims(case)
    assert in_force() == ()


@pytest.mark.slow
def test_two_cases_in_one_process_are_read_each_by_its_own(docs: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.whence", tmp_path / "other.whence"
    run("ingest", docs, "--case", one, "--workers", 1, "--pack", SAMPLE)
    run("ingest", docs, "--case", other, "--workers", 1)

    assert "salvages" in claims(one)
    assert "salvages" not in claims(other)
    run("merge", one, "--case", other)
    assert "salt-coast" in run("packs", "--case", other).stdout


@pytest.mark.slow
def test_annotate_and_check_take_a_folder(docs: Path) -> None:
    assert "salvages" in run("annotate", docs / "one.txt", "--only", "claims", "--pack", SAMPLE).stdout
    use(())
    assert "Every example is read." in run("packs", "check", SAMPLE).stdout
