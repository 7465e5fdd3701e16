"""``whence eval`` scores a corpus with labels and says what was missed."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from whence.cli import cli
from whence.errors import BadGold

GOLD = {
    "claims.yaml": "- {d: 0, s: Ana Duarte, p: holds_role, role: mayor, of: Oslo, q: Ana Duarte}\n",
    "entities.yaml": "Ana Duarte: {type: person, names: [Ana Duarte]}\nOslo: {type: place, names: [Oslo]}\n",
    "conflicts.yaml": "[]\n",
    "questions.yaml": "- {ask: Who was the mayor of Oslo?, answer: [Ana Duarte], from: [0]}\n",
    "unanswered.yaml": "- {ask: Who was the mayor of Bergen?, why: not said, near: [a]}\n",
    "meta.yaml": "0: {title: The harbour opens, not_body: []}\n",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "gold").mkdir()
    text = "The harbour opens\n\nA long day of speeches on the pier was opened by Ana Duarte, the mayor of Oslo.\n"
    (tmp_path / "docs" / "a.txt").write_text(text)
    for name, content in GOLD.items():
        (tmp_path / "gold" / name).write_text(content)
    return tmp_path


def test_a_corpus_is_scored_by_family_and_layer(corpus: Path) -> None:
    done = CliRunner().invoke(cli, ["eval", str(corpus)])

    assert done.exit_code == 0
    assert done.stdout.splitlines()[0].split() == ["family", "gold", "L1", "L2", "L3"]
    assert "claims: gold 1, recall L1" in done.stdout
    assert "meta: fields 1, right 1" in done.stdout
    assert "questions: asked 1, right 1, wrong and sure 0, silent 0, unanswerable 1, kept silent 1" in done.stdout


def test_figures_are_there_for_programs_too(corpus: Path) -> None:
    result = json.loads(CliRunner().invoke(cli, ["eval", str(corpus), "--json"]).stdout)

    assert result["claims"]["gold"] == 1
    assert result["meta"] == {"fields": 1, "right": 1, "blocks leaked": 0, "paragraphs": 1, "lost": 0}


def test_a_case_that_is_there_is_scored_as_it_stands(corpus: Path) -> None:
    case = corpus / "c.whence"
    CliRunner().invoke(cli, ["ingest", str(corpus / "docs"), "--case", str(case), "--published", "2019"])

    result = json.loads(CliRunner().invoke(cli, ["eval", str(corpus), "--case", str(case), "--json"]).stdout)

    assert result["meta"]["right"] == 1


def test_a_folder_without_labels_is_refused(tmp_path: Path) -> None:
    assert isinstance(CliRunner().invoke(cli, ["eval", str(tmp_path)]).exception, BadGold)
