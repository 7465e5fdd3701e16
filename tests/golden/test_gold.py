"""The labels hold together, the documents are those they were written on, the shared scorers agree with gold."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import check  # noqa: E402
import golden_corpus as corpus  # noqa: E402
import golden_traps  # noqa: E402
import make_documents  # noqa: E402

from whence.evaluate import load_gold, score_questions  # noqa: E402

SHARED = Path(os.environ.get("WHENCE_SHARED") or HERE.parents[1].parent / "shared")
CASES = [corpus.HERE / n for names in corpus.splits().values() for n in names]
needs_scorers = pytest.mark.skipif(
    not (SHARED / "measure").is_dir(), reason="the shared scorers are not here; set WHENCE_SHARED to their folder"
)
ANSWER = """#!{python}
import json, sys
known = json.load(open(sys.argv[sys.argv.index("--case") + 1], encoding="utf-8"))
said = known.get(sys.argv[2])
answer = said and [{{"text": x, "claims": ["c:0"]}} for x in said]
print(json.dumps({{"answer": answer, "sure": bool(said), "citations": []}}))
"""


@pytest.fixture(scope="module", params=CASES, ids=lambda p: p.name)
def case(request: pytest.FixtureRequest) -> corpus.Case:
    return corpus.load_case(request.param)


@pytest.fixture(scope="module")
def exported(case: corpus.Case, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp(case.name)
    corpus.write(case, out)
    return out


def score(name: str, *arguments: Path | str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SHARED / "measure" / f"{name}.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_no_label_is_wrong(case: corpus.Case) -> None:
    assert list(check.faults(case)) == []


def test_a_case_is_large_and_mixed_enough(case: corpus.Case) -> None:
    found = check.counts(case)

    assert 12 <= found["documents"] <= 20
    assert found["outlets"] >= 4
    assert found["claims"] >= 8 * found["documents"]


def test_the_documents_are_made_from_the_gold_texts(case: corpus.Case) -> None:
    for path, data in make_documents.make(case).items():
        if path.suffix != ".docx":  # the bytes of a docx depend on the version of python-docx
            assert path.read_bytes() == data


def test_nobody_touched_the_corpus_without_saying_so() -> None:
    assert check.DIGEST.read_text("utf-8") == check.digest(corpus.load_cases())


@needs_scorers
def test_every_gold_claim_is_found_with_time_and_speaker(case: corpus.Case, exported: Path) -> None:
    files = exported / "texts", exported / "claims.jsonl", exported / "entities.jsonl"

    done = score("score_claims", case.path / "gold", *files, "--verbose")

    assert "recall L1 1.000, L2 1.000, L3 1.000" in done.stdout, done.stdout + done.stderr


@needs_scorers
def test_all_names_are_together_and_nobody_is_merged(case: corpus.Case, exported: Path) -> None:
    done = score("score_entities", case.path / "gold", exported / "entities.jsonl", "--verbose")

    assert "(1.000), names absent 0, false merges 0" in done.stdout, done.stdout + done.stderr


@needs_scorers
def test_every_disagreement_is_found_and_no_look_alike(case: corpus.Case, exported: Path) -> None:
    arguments = (case.path / "gold", exported / "texts", exported, "--min", "1", "--verbose")

    done = score("score_conflicts", *arguments)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "look-alikes reported 0" in done.stdout


@needs_scorers
def test_document_data_and_regions_are_right(case: corpus.Case, exported: Path) -> None:
    done = score("score_meta", case.path / "gold", exported / "texts", exported / "documents.jsonl", "--inferred")

    assert done.returncode == 0, done.stdout + done.stderr


@needs_scorers
def test_the_exports_keep_the_contract(exported: Path) -> None:
    done = score("contract", exported, exported / "texts")

    assert done.returncode == 0, done.stdout + done.stderr


@needs_scorers
def test_every_question_is_answered_by_gold(case: corpus.Case, tmp_path: Path) -> None:
    answers = {q["ask"]: [a[0] if isinstance(a, list) else a for a in q["answer"]] for q in case.gold["questions"]}
    (tmp_path / "known.json").write_text(corpus.json.dumps(answers), "utf-8")
    command = tmp_path / "whence"
    command.write_text(ANSWER.format(python=sys.executable), "utf-8")
    command.chmod(0o755)

    done = score("score_questions", case.path / "gold", tmp_path / "known.json", command, "--min", "1", "--verbose")

    assert done.returncode == 0, done.stdout + done.stderr
    assert f"right {len(answers)}, wrong and sure 0, silent 0" in done.stdout


def test_questions_score_full_marks_on_gold_and_none_is_answered_that_has_no_answer(case: corpus.Case) -> None:
    """Our own scorer of questions, the one of the gate, on answers taken from the labels."""
    known = {q["ask"]: [a[0] if isinstance(a, list) else a for a in q["answer"]] for q in case.gold["questions"]}

    def ask(text: str) -> dict[str, object]:
        said = known.get(text)
        return {"answer": said and [{"text": str(a), "claims": ["c:0"]} for a in said], "sure": True}

    score = score_questions(load_gold(case.path), ask)

    assert (score.right, score.wrong, score.silent) == (len(known), 0, 0)
    assert score.kept_silent == score.unanswerable == len(case.gold["unanswered"])


def test_a_guess_at_what_the_case_does_not_say_is_noticed(case: corpus.Case) -> None:
    guess = {"answer": [{"text": "somebody", "claims": ["c:0"]}], "sure": True}

    score = score_questions(load_gold(case.path), lambda _: guess)

    assert (score.right, score.kept_silent) == (0, 0)


def test_a_careless_reader_steps_into_every_trap(case: corpus.Case) -> None:
    """Each trap can be stepped in: exported as a claim of its own it is caught."""
    asserted = [{**trap, "c": trap.get("c", "asserted")} for trap in case.gold["traps"]]
    careless = corpus.export_claims(corpus.Case(case.path, {**case.gold, "claims": asserted}))

    missed = [t for t, c in zip(case.gold["traps"], careless, strict=True) if not golden_traps.stepped_in(case, t, [c])]

    assert missed == []


def test_a_wrong_label_is_noticed(case: corpus.Case) -> None:
    row = {**case.gold["claims"][0], "q": "these words stand nowhere", "from": "2019-02-30"}
    broken = corpus.Case(case.path, {**case.gold, "claims": [row, *case.gold["claims"]]})

    assert [f for f in check.faults(broken) if "these words stand nowhere" in f]


def test_a_quote_that_the_reader_lost_can_only_be_missed() -> None:
    text = corpus.scoring_text("One line.", ["One line", "a lost line"])

    assert text == "One line.\na lost line"
    assert corpus.sentence(text, "a lost line") == (10, 21)


def test_dev_and_test_are_apart() -> None:
    split = yaml.safe_load((HERE / "splits.yaml").read_text("utf-8"))

    assert not set(split["dev"]) & set(split["test"])
