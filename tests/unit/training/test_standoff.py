"""Marks of texts that are not ours keep no word of them and come back to their place."""

import json
from pathlib import Path

import pytest
from training.corpus_tools import standoff
from training.corpus_tools.marking import compile_text

TEXT = "\tThe  mayor of Lobos ,\nIvo Duda , resigned .\nHe denied it ."
MARKED = """subject: history
genre: wire
publisher: some/train
title: some/1
date: 2000-01-01

@body
The [r1 mayor] of [l2 Lobos] , [p3 Ivo Duda] , resigned .
> holds_role mayor holder=Ivo Duda post=mayor of=Lobos
[p3 He] denied it .
>> denied source=He content=it
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "some").mkdir()
    (tmp_path / "some/train.jsonl").write_text(json.dumps({"doc_id": "some/1", "text": TEXT}) + "\n", "utf-8")
    standoff._set_of.cache_clear()
    return tmp_path


def test_no_word_of_the_text_is_kept(root: Path) -> None:
    made = json.dumps(standoff.kept(compile_text("one", MARKED), root))

    assert not any(word in made for word in ("Lobos", "Duda", "resigned", "denied it"))


def test_offsets_are_those_of_the_source_whatever_its_spaces(root: Path, tmp_path: Path) -> None:
    made = standoff.kept(compile_text("one", MARKED), root)
    folder = tmp_path / "real"
    folder.mkdir()
    (folder / "some.jsonl").write_text(json.dumps(made) + "\n", "utf-8")
    (record,) = standoff.documents(made["split"], root, folder)

    text = record["text"]
    assert text == TEXT
    assert [text[e["start"] : e["end"]] for e in record["entities"]] == ["mayor", "Lobos", "Ivo Duda", "He"]
    assert [text[a:b] for a, b in record["sentences"]] == [
        "The  mayor of Lobos ,\nIvo Duda , resigned .",
        "He denied it .",
    ]
    claim = next(c for c in record["claims"] if c["predicate"] == "holds_role")
    assert {a["role"]: a["text"] for a in claim["args"]} == {
        "holder": "Ivo Duda",
        "post": "mayor",
        "of": "Lobos",
    }
    said = next(c for c in record["claims"] if c["predicate"] == "says")
    assert [a["antecedent"]["text"] for a in said["args"] if a["role"] == "speaker"] == ["Ivo Duda"]
    assert record["date"] is None


def test_a_text_that_was_changed_is_refused(root: Path) -> None:
    with pytest.raises(ValueError, match="does not stand in its source"):
        standoff.kept(compile_text("one", MARKED.replace("resigned", "retired")), root)


def test_what_is_kept_in_the_repository_has_no_text() -> None:
    for path in sorted(standoff.REAL.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            assert '"text"' not in line
            assert json.loads(line)["split"] in ("train", "dev", "test")
