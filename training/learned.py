"""Choose from which probability a learned claim is taken: `python -m training.learned --to src/whence/vocab/data`.

The reader's frames on the development documents of the teaching corpus give claims, and those that no pattern gives
too are what a floor decides on. Such a claim is right when the corpus has one of its predicate in its sentence with
the same leading arguments, or when a person read it and found that the sentence states it (`read_claims.csv`: the
corpus leaves out a third of what is true). How likely a claim is right is fitted as a logistic function of its
probability, with an offset for each predicate that a penalty draws to none, because most have a handful of claims;
the floor is where it reaches `--least`. The penalty and the gain over one floor for all are judged on documents that
were left out of the fit. Also prints the table of grammar, model and both.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock
from zlib import crc32

import numpy as np
from training.corpus_tools.load import documents
from training.ridge import fitted, logit

from whence import pipeline
from whence.annotate.claims.scene import Scene
from whence.annotate.learned import frames, made
from whence.annotate.learned.vote import agreeing, leading
from whence.model import Argument, Claim, Document

LEAST = 0.1
NOT_OURS = frozenset({"says"})
READ = Path(__file__).parent / "read_claims.csv"
PENALTY = 5.0
FOLDS = 8


@dataclass(frozen=True)
class Case:
    """One learned claim that no pattern gives: its document, predicate and probability, whether it is right."""

    document: str
    predicate: str
    score: float
    right: bool


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


Read = Mapping[tuple[str, int, str, str], bool]
"""Whether a claim is right by reading: document, start of the sentence, predicate, places of leading arguments."""


def read_claims() -> Read:
    """What a person found of claims that the corpus does not have."""
    with READ.open(encoding="utf-8") as file:
        return {
            (row["document"], int(row["start"]), row["predicate"], row["arguments"]): row["verdict"] == "right"
            for row in csv.DictReader(file)
        }


def judged(claim: Claim, record: Mapping[str, Any], read: Read) -> bool | None:
    """Whether a claim is right, by the corpus or else by reading; None where nobody read it."""
    if any(fits(claim, g) for g in record["claims"]):
        return True
    lead = leading(claim.predicate)
    places = [f"{a.role} {a.span.start if a.span else a.value}" for a in claim.arguments if a.role in lead]
    return read.get((record["doc_id"], claim.evidence.start, claim.predicate, "; ".join(places)))


def cases(split: str) -> list[Case]:
    """Every claim that the frames alone give, whatever its probability; one that nobody judged is left out."""
    found: list[Case] = []
    read = read_claims()
    low: dict[str, Any] = dict.fromkeys(("ALONE", "SURE_OF_TITLE"), LEAST)
    low["floors"] = lambda: {"any": LEAST}
    for record in documents(split):
        doc = Document.of(record["text"], record["doc_id"])

        def spy(scene: Scene, grammar: Sequence[Claim], mine: Sequence[Claim]) -> tuple[Claim, ...]:
            for claim in mine:
                right = judged(claim, record, read)  # noqa: B023
                if right is not None and not agreeing(claim, grammar, scene.lookup):
                    found.append(Case(record["doc_id"], claim.predicate, claim.confidence, right))  # noqa: B023
            return ()

        named = mock.patch.object(frames, "sure_of_name", return_value=LEAST)
        with named, mock.patch.multiple(made, **low), mock.patch.object(pipeline, "vote", spy):
            pipeline.annotate_document(doc, {"published": record["date"]} if record["date"] else {})
    return found


@dataclass(frozen=True)
class Fit:
    """How likely a claim is right: slope and offset on the logit of its probability, and each predicate's offset."""

    slope: float
    offset: float
    own: Mapping[str, float]

    def chance(self, case: Case) -> float:
        """The probability that a claim is right."""
        return float(1 / (1 + np.exp(-self.slope * logit(case.score) - self.offset - self.own.get(case.predicate, 0))))

    def floor(self, predicate: str, least: float) -> float:
        """The probability of a claim at which it is right with the probability `least`."""
        at = (logit(least) - self.offset - self.own.get(predicate, 0)) / self.slope
        return round(float(1 / (1 + np.exp(-at))), 2)


def fit(found: Sequence[Case], penalty: float) -> Fit:
    """Logistic regression with a ridge on the predicates' offsets."""
    names = sorted({c.predicate for c in found})
    x = np.zeros((len(found), 2 + len(names)))
    for row, case in zip(x, found, strict=True):
        row[:2] = logit(min(case.score, 0.999)), 1
        row[2 + names.index(case.predicate)] = 1
    y = np.array([case.right for case in found], dtype=float)
    ridge = np.array([0.01, 0.01, *[penalty] * len(names)])
    w = fitted(x, y, ridge)
    return Fit(w[0], w[1], dict(zip(names, w[2:], strict=True)))


def left_out(found: Sequence[Case], penalty: float) -> list[tuple[Case, Fit]]:
    """Each case with the fit of the other documents."""
    folds = [crc32(case.document.encode()) % FOLDS for case in found]
    fits = [fit([c for c, f in zip(found, folds, strict=True) if f != n], penalty) for n in range(FOLDS)]
    return [(case, fits[fold]) for case, fold in zip(found, folds, strict=True)]


def comparison(found: Sequence[Case], least: float) -> Iterator[str]:
    """On documents that were left out: one floor for all, floors drawn together, a floor for each predicate."""
    for name, penalty in (("one floor", 1e6), ("drawn together", PENALTY), ("each its own", 0.3)):
        pairs = left_out(found, penalty)
        loss = -np.mean([np.log(f.chance(c) if c.right else 1 - f.chance(c)) for c, f in pairs])
        taken = [c for c, f in pairs if c.score >= f.floor(c.predicate, least)]
        right = sum(c.right for c in taken) / max(1, len(taken))
        yield f"{name:14} log loss {loss:.4f}; {len(taken)} of {len(found)} taken, {right:.3f} right"


def table(split: str) -> Iterator[str]:
    """Grammar alone, model alone, both: claims, share in the gold and right by reading, share of the gold found."""
    read = read_claims()
    for only in ("grammar", "model", None):
        n: Counter[str] = Counter()
        for record, claims in read_all(split, only):
            gold = [g for g in record["claims"] if g["predicate"] not in NOT_OURS]
            n["gold"] += len(gold)
            n["found"] += sum(any(fits(c, g) for c in claims) for g in gold)
            n["claims"] += len(claims)
            n["in gold"] += sum(any(fits(c, g) for g in gold) for c in claims)
            n.update(str(judged(c, record, read)) for c in claims)
        known, found = n["True"] + n["False"], n["found"] / max(1, n["gold"])
        yield (
            f"{only or 'both':8} {n['claims']:5} claims, {n['in gold'] / max(1, n['claims']):.3f} in the gold, "
            f"{n['True'] / max(1, known):.3f} right ({n['None']} not read), {found:.3f} of {n['gold']} found"
        )


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--to", type=Path, help="folder of learned.yaml; without it only the table is printed")
    p.add_argument("--least", type=float, default=0.7, help="how likely the claim at a floor is right")
    p.add_argument("--part", default="dev", choices=("dev", "test"))
    a = p.parse_args()
    if a.to:
        found = cases("dev")
        print("\n".join(comparison(found, a.least)))
        best = fit(found, PENALTY)
        floors = {"any": best.floor("", a.least)} | {k: best.floor(k, a.least) for k in sorted(best.own)}
        lines = ["# The least probability at which a learned claim is taken, by predicate; `any` for the rest."]
        lines += ["# Written by training/learned.py."] + [f"{k}: {v}" for k, v in floors.items()]
        (a.to / "learned.yaml").write_text("\n".join(lines) + "\n")
        print("\n".join(lines))
        made.floors.cache_clear()
    print("\n".join(table(a.part)))


if __name__ == "__main__":
    main()
