"""The figures of `whence eval` are those of the shared scorers, on exports with and without faults."""

import json
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.shared import MEASURE, SEEDS, needs_shared

from whence.evaluate import ClaimScorer, load_gold, score_conflicts, score_entities, score_meta, score_questions
from whence.evaluate.gold import window

FORMS = {"said": "says", "designated": "designates", "attacked": "attacks", "killed": "kills", "met": "meets"}


def exports(seed: int) -> dict[str, list[dict[str, Any]]]:
    """Gold made into exports, then spoilt at random: claims dropped, shifted, their times and names changed."""
    gold, dice = load_gold(SEEDS), random.Random(seed)
    entities = []
    for k, v in gold.entities.items():
        names = [n for n in (v.get("names") or [k]) if dice.random() < 0.9] or [k]
        entities.append({"id": k, "name": names[0], "type": v["type"], "names": names, "mentions": 1, "documents": []})
    if seed:
        entities[1]["names"] += entities[4]["names"]
    claims = []
    for i, row in enumerate(gold.claims):
        if dice.random() < 0.2:
            continue
        document = gold.document(row["d"])
        start, end = window(gold.texts[document], row["q"]) or (0, 1)
        objects = row.get("o") if isinstance(row.get("o"), list) else [row.get("o")]
        args = [{"role": "subject", "entity": row["s"], "text": row["s"]}]
        args += [{"role": "object", "entity": o, "text": str(o)} for o in objects if o and dice.random() < 0.9]
        args += [{"role": r, "value": str(row[r])} for r in ("role", "of", "to_", "n", "at") if r in row]
        claims.append(
            {
                "id": str(i),
                "predicate": FORMS.get(row["p"], row["p"]),
                "args": [a for a in args if a.get("entity") in gold.entities or "entity" not in a or a.pop("entity")],
                "valid": {"start": str(row["from"])[: dice.choice([4, 7, 10])] if "from" in row else None, "end": None},
                "polarity": "affirmed",
                "certainty": row.get("c", "asserted") if dice.random() < 0.8 else "asserted",
                "attribution": [{"entity": s, "name": s} for s in row.get("src", []) if dice.random() < 0.8],
                "source": document,
                "start": start,
                "end": end,
                "quote": gold.texts[document][start:end],
            }
        )
    conflicts = []
    for i, row in enumerate(gold.conflicts):
        if dice.random() < 0.7:
            sides = [_side(gold, s, claims) for s in row["sides"] if s.get("q")]
            conflicts.append({"id": str(i), "kind": row["kind"], "about": row["about"], "sides": sides})
    documents = [
        {"source": n, "title": "Iraq", "publisher": "Track Persia", "regions": _regions(t, dice)}
        for n, t in gold.texts.items()
    ]
    return {"claims": claims, "entities": entities, "conflicts": conflicts, "documents": documents}


def _side(gold: Any, side: dict[str, Any], claims: list[dict[str, Any]]) -> dict[str, Any]:
    document = gold.document(side["d"])
    here = window(gold.texts[document], side["q"]) or (0, 0)
    ids = [c["id"] for c in claims if c["source"] == document and c["start"] < here[1] and c["end"] > here[0]]
    return {"value": side.get("value"), "claims": ids, "documents": [document]}


def _regions(text: str, dice: random.Random) -> list[dict[str, Any]]:
    kinds = ["body", "body", "body", "headline", "comment"]
    return [{"kind": dice.choice(kinds), "start": m.start(), "end": m.end()} for m in re.finditer(r"[^\n]+", text)]


def shared(script: str, *args: str) -> str:
    run = subprocess.run([sys.executable, str(MEASURE / script), *args], capture_output=True, text=True, check=False)
    return run.stdout.strip().splitlines()[-1]


@needs_shared
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_every_layer_scores_as_the_shared_scorers_score_it(seed: int, tmp_path: Path) -> None:
    rows = exports(seed)
    for kind, group in rows.items():
        (tmp_path / f"{kind}.jsonl").write_text("".join(json.dumps(r) + "\n" for r in group), "utf-8")
    labels = load_gold(SEEDS)
    mine = ClaimScorer(labels, rows["claims"], rows["entities"]).score()
    e = score_entities(labels, rows["entities"])
    c = score_conflicts(labels, rows["conflicts"], rows["claims"])
    m = score_meta(labels, rows["documents"])
    gold, docs, out = str(SEEDS / "gold"), str(SEEDS / "docs"), str(tmp_path)

    claims = shared("score_claims.py", gold, docs, f"{out}/claims.jsonl", f"{out}/entities.jsonl")
    entities = shared("score_entities.py", gold, f"{out}/entities.jsonl")
    conflicts = shared("score_conflicts.py", gold, docs, out)
    meta = shared("score_meta.py", gold, docs, f"{out}/documents.jsonl")

    levels = ", ".join(f"L{k} {mine.recall(k):.3f}" for k in (1, 2, 3))
    assert f"recall {levels}; emitted {mine.emitted}" in claims
    assert f"name pairs {e.pairs}, together {e.together} ({e.recall:.3f}), names absent {len(e.absent)}" in entities
    assert f"false merges {len(e.merged)};" in entities
    assert f"gold {c.wanted}, found {c.found}, look-alikes reported {len(c.false_alarms)};" in conflicts
    fields = f"meta: {m.right} of {m.fields} right, {m.leaks} blocks leaked into body"
    assert meta == f"{fields}, {m.lost} of {m.paragraphs} body paragraphs lost"


REPLY = """#!{python}
import json, sys
print(json.dumps(json.load(open(sys.argv[sys.argv.index("--case") + 1], encoding="utf-8"))[sys.argv[2]]))
"""


@needs_shared
@pytest.mark.parametrize("seed", [0, 1])
def test_questions_score_as_the_shared_scorer_scores_them(seed: int, tmp_path: Path) -> None:
    labels, dice = load_gold(SEEDS), random.Random(seed)
    replies = {q["ask"]: _reply(q["answer"], dice) for q in labels.questions}
    (tmp_path / "replies.json").write_text(json.dumps(replies), "utf-8")
    command = tmp_path / "whence"
    command.write_text(REPLY.format(python=sys.executable), "utf-8")
    command.chmod(0o755)
    mine = score_questions(labels, lambda text: replies[text])

    theirs = shared("score_questions.py", str(SEEDS / "gold"), str(tmp_path / "replies.json"), str(command))

    assert theirs == (f"questions: {mine.asked}, right {mine.right}, wrong and sure {mine.wrong}, silent {mine.silent}")
    assert 0 < mine.right < mine.asked


def _reply(gold: list[Any], dice: random.Random) -> dict[str, Any]:
    """The gold answer, or one that is spoilt: null, short of one, another, without claims, far too many."""
    texts = [a[0] if isinstance(a, list) else a for a in gold]
    how = dice.choice(["right", "right", "null", "short", "other", "bare", "many"])
    texts = {"short": texts[1:], "other": ["somebody"], "many": texts + ["x"] * 9}.get(how, texts)
    answer = [{"text": str(t), "entity": None, "edtf": None, "claims": [] if how == "bare" else ["c"]} for t in texts]
    return {"answer": None if how == "null" else answer, "sure": dice.random() < 0.7, "citations": []}
