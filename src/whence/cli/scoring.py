"""The command that scores: a corpus is read, and what was read is laid beside its labels."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from whence.cli.shared import json_option, print_json

if TYPE_CHECKING:
    from whence.evaluate import ClaimScore, Gold
    from whence.store import CaseView


@click.command(name="eval")
@click.argument("corpus", type=click.Path(path_type=Path))
@click.option(
    "--case", type=click.Path(dir_okay=False, path_type=Path), help="Score this case; do not read docs/ anew."
)
@click.option("--level", type=click.IntRange(1, 3), default=1, show_default=True, help="Misses are told at this level.")
@click.option("--misses/--no-misses", default=True, help="Print each label that was missed.")
@json_option
def evaluate(corpus: Path, case: Path | None, level: int, misses: bool, as_json: bool) -> None:
    """Score a corpus with labels (docs/ and gold/): claims by family, entities, conflicts, document data.

    L1: found. L2: with its time. L3: with its speaker and certainty.
    """
    from whence.evaluate import load_gold

    gold = load_gold(corpus)
    with _view(corpus, case) as view:
        result, claims = _scores(gold, view, level)
    if as_json:
        print_json(result)
        return
    for line in _table(claims):
        click.echo(line)
    for name in ("entities", "conflicts", "meta"):
        click.echo(f"{name}: " + ", ".join(f"{k} {v}" for k, v in result[name].items() if not isinstance(v, list)))
    if misses:
        for line in result["missed"]:
            click.echo(line)


@contextmanager
def _view(corpus: Path, case: Path | None) -> Iterator[CaseView]:
    from tempfile import TemporaryDirectory

    from whence.pipeline import ingest
    from whence.store import CaseView, CaseWriter

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


def _scores(gold: Gold, view: CaseView, level: int) -> tuple[dict[str, Any], ClaimScore]:
    from whence.evaluate import ClaimScorer, score_conflicts, score_entities, score_meta
    from whence.present.exports import Claims, Conflicts, Documents, Entities

    claims, entities = list(Claims().rows(view)), list(Entities().rows(view))
    claim = ClaimScorer(gold, claims, entities).score(level)
    entity = score_entities(gold, entities)
    conflict = score_conflicts(gold, Conflicts().rows(view), claims)
    meta = score_meta(gold, Documents().rows(view))
    missed = [f"missed claim | {document} | {_row(row)}" for document, row in claim.missed]
    missed += [f"split names | {name} | {one} | {two}" for name, one, two in entity.split]
    missed += [f"merged | {', '.join(names)}" for names in entity.merged.values()]
    missed += [f"missed conflict | {row['kind']} | {row['about']}" for row in conflict.missed]
    missed += [f"look-alike reported | {row['kind']} | {row['about']}" for row in conflict.false_alarms]
    missed += [f"document data | {fault}" for fault in meta.faults]
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
        "missed": missed,
    }
    return result, claim


def _row(row: Any) -> str:
    said = " ".join(str(row[key]) for key in ("s", "p", "o", "role", "of", "to_", "n") if key in row)
    return f"{said} | {row['q']}"


def _table(score: ClaimScore) -> Iterator[str]:
    yield f"{'family':12} {'gold':>5} {'L1':>5} {'L2':>5} {'L3':>5}"
    for family, (gold, *found) in sorted(score.families.items()):
        yield f"{family:12} {gold:5} " + " ".join(f"{n:5}" for n in found)
    recalls = ", ".join(f"L{k} {score.recall(k):.3f}" for k in (1, 2, 3))
    yield f"claims: gold {sum(row[0] for row in score.families.values())}, recall {recalls}; emitted {score.emitted}"


COMMANDS = (evaluate,)
