"""Choose from which probability a learned claim is taken: `python -m training.learned --to src/whence/vocab/data`.

Every claim that the reader's frames give on the development documents of the teaching corpus is right when the corpus
has one of its predicate in its sentence with the same leading arguments. One floor for all predicates is the least at
which the asked share is right; a predicate with enough claims of its own has its own floor. Also prints the table of
grammar, model and both.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from training.corpus_tools.load import documents

from whence import pipeline
from whence.annotate import learned
from whence.model import Argument, Claim, Document
from whence.vocab import predicates

FEW = 12
LEAST = 0.02
NOT_OURS = frozenset({"says"})


@dataclass(frozen=True)
class Case:
    """One claim of one maker: predicate, probability, whether it is right."""

    predicate: str
    score: float
    right: bool


def leading(predicate: str) -> list[str]:
    """The roles that make a claim the same claim."""
    roles = predicates()[predicate].roles
    return [r for r in roles if roles[r].required] or list(roles)[:2]


def stands_for(argument: Argument, gold: Sequence[Mapping[str, Any]]) -> bool:
    """Whether an argument touches one of the gold arguments of its role, or that one's name."""
    for span in (argument.span, argument.antecedent):
        for g in gold:
            for place in (g, g.get("antecedent")):
                if span and place and span.start < place["end"] and place["start"] < span.end:
                    return True
    return False


def fits(claim: Claim, gold: Mapping[str, Any]) -> bool:
    """Whether a claim says what a gold claim says, by sentence, predicate and leading arguments."""
    if claim.predicate != gold["predicate"] or not (
        claim.evidence.start < gold["end"] and gold["start"] < claim.evidence.end
    ):
        return False
    for role in leading(claim.predicate):
        held = [a for a in gold["args"] if a["role"] == role]
        mine = [a for a in claim.arguments if a.role == role]
        if held and not any(stands_for(a, held) for a in mine):
            return False
    return True


def read_all(split: str, only: str | None) -> Iterator[tuple[Mapping[str, Any], Sequence[Claim]]]:
    """Every document of a split with the claims of one maker, or of both."""
    for record in documents(split):
        doc = Document.of(record["text"], record["doc_id"])
        claims = pipeline.annotate_document(doc, {"published": record["date"]} if record["date"] else {}).claims
        if only == "model":
            claims = tuple(c for c in claims if c.seconded or c.maker.stage == "annotate.learned")
        elif only == "grammar":
            claims = tuple(c for c in claims if c.maker.stage != "annotate.learned")
        yield record, [c for c in claims if c.predicate not in NOT_OURS]


def cases(split: str) -> list[Case]:
    """Every claim of the frames, whatever its probability."""
    found = []
    with mock.patch.object(learned, "floors", return_value={"any": LEAST}):
        for record in documents(split):
            doc = Document.of(record["text"], record["doc_id"])
            with mock.patch.object(pipeline, "find_claims", return_value=()):
                claims = pipeline.annotate_document(doc, {}).claims
            mine = [c for c in claims if c.maker.stage == "annotate.learned"]
            found += [Case(c.predicate, c.confidence, any(fits(c, g) for g in record["claims"])) for c in mine]
    return found


def floor(found: Sequence[Case], precision: float) -> float:
    """The least probability from which on at least that share is right, and never less at a higher one."""
    ordered = sorted(found, key=lambda c: -c.score)
    right, best = 0, 1.0
    for n, case in enumerate(ordered, 1):
        right += case.right
        # Two imagined claims at the asked share keep a handful of lucky ones from setting the floor.
        if (right + 2 * precision) / (n + 2) >= precision:
            best = case.score
    return round(best, 3)


def table(split: str) -> Iterator[str]:
    """Grammar alone, model alone, both: claims, share right, share of the gold claims found."""
    for only in ("grammar", "model", None):
        n: Counter[str] = Counter()
        for record, claims in read_all(split, only):
            gold = [g for g in record["claims"] if g["predicate"] not in NOT_OURS]
            n["gold"] += len(gold)
            n["found"] += sum(any(fits(c, g) for c in claims) for g in gold)
            n["claims"] += len(claims)
            n["right"] += sum(any(fits(c, g) for g in gold) for c in claims)
        right, found = n["right"] / max(1, n["claims"]), n["found"] / max(1, n["gold"])
        yield f"{only or 'both':8} {n['claims']:5} claims, {right:.3f} in the gold, {found:.3f} of {n['gold']} found"


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--to", type=Path, help="folder of learned.yaml; without it only the table is printed")
    p.add_argument("--precision", type=float, default=0.85)
    p.add_argument("--part", default="dev", choices=("dev", "test"))
    a = p.parse_args()
    if a.to:
        found = cases("dev")
        floors = {"any": floor(found, a.precision)}
        by: dict[str, list[Case]] = defaultdict(list)
        for case in found:
            by[case.predicate].append(case)
        floors |= {k: floor(v, a.precision) for k, v in sorted(by.items()) if len(v) >= FEW}
        lines = ["# The least probability at which a learned claim is taken, by predicate; `any` for the rest."]
        lines += ["# Written by training/learned.py."] + [f"{k}: {v}" for k, v in floors.items()]
        (a.to / "learned.yaml").write_text("\n".join(lines) + "\n")
        print("\n".join(lines))
        learned.floors.cache_clear()
    print("\n".join(table(a.part)))


if __name__ == "__main__":
    main()
