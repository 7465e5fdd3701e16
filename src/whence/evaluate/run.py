"""One corpus scored on every layer that it labels, from a case of its own or from one that is there."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from whence.ask.answering import answer
from whence.evaluate.claims import ClaimScore, ClaimScorer
from whence.evaluate.conflicts import score_conflicts
from whence.evaluate.entities import score_entities
from whence.evaluate.gold import Gold
from whence.evaluate.meta import score_meta
from whence.evaluate.questions import score_questions
from whence.pipeline import ingest
from whence.present.exports import Claims, Conflicts, Documents, Entities
from whence.present.plain import plain
from whence.store import CaseView, CaseWriter


@contextmanager
def scored_view(corpus: Path, case: Path | None) -> Iterator[CaseView]:
    """The case to score: `case`, or the corpus read into one that is thrown away."""
    if case is not None:
        with CaseView(case) as view:
            yield view
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "eval.whence"
        with CaseWriter(path) as writer:
            ingest([corpus / "docs"], writer)
        with CaseView(path) as view:
            yield view


def scores(gold: Gold, view: CaseView, level: int) -> tuple[dict[str, Any], ClaimScore]:
    """Every figure of a case against gold, what was missed at `level`, and the score of its claims."""
    gold = gold.read_as({Path(d.source).name: d.text for d in view.documents()})
    claims, entities = list(Claims().rows(view)), list(Entities().rows(view))
    claim = ClaimScorer(gold, claims, entities).score(level)
    entity = score_entities(gold, entities)
    conflict = score_conflicts(gold, Conflicts().rows(view), claims)
    meta = score_meta(gold, Documents().rows(view))
    asked = score_questions(gold, lambda text: plain(answer(view, text)))
    missed = [f"missed claim | {document} | {_row(row)}" for document, row in claim.missed]
    missed += [f"split names | {name} | {one} | {two}" for name, one, two in entity.split]
    missed += [f"merged | {', '.join(names)}" for names in entity.merged.values()]
    missed += [f"missed conflict | {row['kind']} | {row['about']}" for row in conflict.missed]
    missed += [f"look-alike reported | {row['kind']} | {row['about']}" for row in conflict.false_alarms]
    missed += [f"document data | {fault}" for fault in meta.faults]
    missed += [f"question {line}" for line in asked.lines if not line.startswith(("right", "no answer"))]
    result = {
        "claims": {
            "gold": sum(row[0] for row in claim.families.values()),
            **{f"L{k}": round(claim.recall(k), 4) for k in (1, 2, 3)},
            "emitted": claim.emitted,
            "families": {family: list(counts) for family, counts in sorted(claim.families.items())},
        },
        "entities": {
            "gold": entity.gold,
            "name pairs": entity.pairs,
            "together": entity.together,
            "recall": round(entity.recall, 4),
            "names absent": len(entity.absent),
            "false merges": len(entity.merged),
            "emitted": entity.emitted,
        },
        "conflicts": {
            "gold": conflict.wanted,
            "found": conflict.found,
            "look-alikes reported": len(conflict.false_alarms),
            "emitted": conflict.emitted,
            "beyond gold": len(conflict.beyond),
        },
        "meta": {
            "fields": meta.fields,
            "right": meta.right,
            "blocks leaked": meta.leaks,
            "paragraphs": meta.paragraphs,
            "lost": meta.lost,
        },
        "questions": {
            "asked": asked.asked,
            "right": asked.right,
            "wrong and sure": asked.wrong,
            "silent": asked.silent,
            "unanswerable": asked.unanswerable,
            "kept silent": asked.kept_silent,
        },
        "missed": missed,
    }
    return result, claim


def _row(row: Mapping[str, Any]) -> str:
    said = " ".join(str(row[key]) for key in ("s", "p", "o", "role", "of", "to_", "n") if key in row)
    return f"{said} | {row['q']}"


def table(score: ClaimScore) -> Iterator[str]:
    """Claims by predicate family: gold, found (L1), with time (L2), with speaker and certainty (L3)."""
    yield f"{'family':12} {'gold':>5} {'L1':>5} {'L2':>5} {'L3':>5}"
    for family, (gold, *found) in sorted(score.families.items()):
        yield f"{family:12} {gold:5} " + " ".join(f"{n:5}" for n in found)
    recalls = ", ".join(f"L{k} {score.recall(k):.3f}" for k in (1, 2, 3))
    yield f"claims: gold {sum(row[0] for row in score.families.values())}, recall {recalls}; emitted {score.emitted}"
