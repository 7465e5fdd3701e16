"""Fit a claim's confidence on what strict readers said: `python -m training.verdicts --to src/whence/vocab/data`.

`verdicts.csv` holds no text: the set and the document, where the claim's sentence begins, its predicate, where each
argument begins, and the verdict (right: a careful analyst would sign all of it). The documents are read again by the
program as it is; a claim that is no longer made, or reads otherwise, is left out. A logistic regression with a penalty
on what a predicate and a rule add; judged on documents left out of the fit (ten folds), with a reliability table.
"""

import argparse
import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import numpy as np
import yaml
from training.corpus_tools.standoff import text_of
from training.ridge import fitted

from whence import pipeline
from whence.annotate import confidence
from whence.annotate.claims.scene import Scene
from whence.model import Claim, Document, Span

READ = Path(__file__).parent / "verdicts.csv"
FOLDS = 10
SIGN, OWN = 4.0, 12.0  # penalties of the standardised signs, and of predicates and rules
LONGEST = 9000  # code points of a document that were read
OFTEN = 4  # verdicts from which on a predicate or a rule has an offset


@dataclass(frozen=True)
class Case:
    """A judged claim: its document, predicate and rule, its signs, and whether a reader signed it."""

    document: str
    predicate: str
    rule: str
    signs: Mapping[str, float]
    right: bool


def arguments_of(claim: Claim) -> str:
    """Where each argument begins, by role; what stands nowhere by its value."""
    return "; ".join(sorted(f"{a.role} {a.span.start if a.span else a.value}" for a in claim.arguments))


def cases(root: Path, place: Path = READ) -> list[Case]:
    """Every judged claim that the program makes today."""
    judged: dict[tuple[str, str], dict[tuple[int, str, str], bool]] = {}
    with place.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            here = judged.setdefault((row["set"], row["document"]), {})
            here[int(row["start"]), row["predicate"], row["arguments"]] = row["verdict"] == "right"
    found: list[Case] = []
    for (source, name), verdicts in judged.items():
        doc = Document.of(text_of(root, source, name)[:LONGEST], name)

        def spy(scene: Scene, claims: Sequence[Claim]) -> tuple[Claim, ...]:
            held: dict[Span, int] = {}
            for c in claims:
                held[c.evidence] = held.get(c.evidence, 0) + 1
            for c in claims:
                right = verdicts.get((c.evidence.start, c.predicate, arguments_of(c)))  # noqa: B023
                if right is not None:
                    seen = confidence.signs(scene, c, held[c.evidence])
                    found.append(Case(name, c.predicate, confidence.rule_of(c), seen, right))  # noqa: B023
            return tuple(claims)

        with mock.patch.object(pipeline, "rated", spy):
            pipeline.annotate_document(doc, {})
    return found


class Table:
    """Cases as numbers: the signs, standardised, and one column for each predicate and rule of several cases."""

    def __init__(self, found: Sequence[Case]) -> None:
        raw = np.array([[c.signs[k] for k in confidence.SIGNS] for c in found])
        self.mean, self.spread = raw.mean(0), raw.std(0) + 1e-9
        self.predicates = _frequent([c.predicate for c in found])
        self.rules = _frequent([c.rule for c in found])
        penalties = [0.0, *[SIGN] * raw.shape[1], *[OWN] * (len(self.predicates) + len(self.rules))]
        self.penalties = np.array(penalties)

    def rows(self, found: Sequence[Case]) -> np.ndarray:
        """One row a case: 1, the signs, then 1 at its predicate and at its rule."""
        raw = np.array([[c.signs[k] for k in confidence.SIGNS] for c in found])
        return np.hstack(
            [
                np.ones((len(found), 1)),
                (raw - self.mean) / self.spread,
                np.array([[c.predicate == p for p in self.predicates] for c in found], float),
                np.array([[c.rule == r for r in self.rules] for c in found], float),
            ]
        )

    def fit(self, found: Sequence[Case]) -> np.ndarray:
        """The weights of the columns."""
        return fitted(self.rows(found), np.array([c.right for c in found], float), self.penalties)


def _frequent(names: Sequence[str]) -> list[str]:
    return sorted({n for n in names if names.count(n) >= OFTEN})


def held_out(found: Sequence[Case]) -> np.ndarray:
    """The chance of each case by weights that were fitted on other documents."""
    documents = sorted({c.document for c in found})
    fold = {d: n % FOLDS for n, d in enumerate(documents)}
    chance = np.zeros(len(found))
    for k in range(FOLDS):
        rest = [c for c in found if fold[c.document] != k]
        here = [n for n, c in enumerate(found) if fold[c.document] == k]
        table = Table(rest)
        chance[here] = 1 / (1 + np.exp(-table.rows([found[n] for n in here]) @ table.fit(rest)))
    return chance


def report(found: Sequence[Case]) -> Iterator[str]:
    """How well the chances of documents left out hold."""
    right, chance = np.array([c.right for c in found], float), held_out(found)
    share = right.mean()
    loss = -np.mean(right * np.log(chance) + (1 - right) * np.log(1 - chance))
    one = -(share * np.log(share) + (1 - share) * np.log(1 - share))
    yield f"{len(found)} claims of {len({c.document for c in found})} documents, {share:.3f} right"
    yield f"log loss {loss:.3f}; with one confidence for all {one:.3f}"
    for low, high in ((0, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1)):
        here = (chance >= low) & (chance < high)
        if here.any():
            yield f"{low:.1f} to {high:.1f}: {int(here.sum())} claims, {right[here].mean():.2f} right"


def written(found: Sequence[Case]) -> str:
    """The weights on signs as they are, with the offsets, as YAML."""
    table = Table(found)
    w = table.fit(found)
    k = len(confidence.SIGNS)
    signs = w[1 : k + 1] / table.spread
    predicates, rules = np.split(w[k + 1 :], [len(table.predicates)])
    made = {
        "base": round(float(w[0] - signs @ table.mean), 4),
        "signs": {n: round(float(v), 4) for n, v in zip(confidence.SIGNS, signs, strict=True)},
        "predicates": {n: round(float(v), 4) for n, v in zip(table.predicates, predicates, strict=True)},
        "rules": {n: round(float(v), 4) for n, v in zip(table.rules, rules, strict=True)},
    }
    head = "# How likely a claim is right by its signs (annotate/confidence.py). Written by training/verdicts.py.\n"
    return head + yaml.safe_dump(made, sort_keys=False)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--to", type=Path, help="folder of confidence.yaml; without it only the table is printed")
    p.add_argument("--data", type=Path, default=Path("../shared/data"))
    a = p.parse_args()
    found = cases(a.data)
    print("\n".join(report(found)))
    if a.to:
        (a.to / "confidence.yaml").write_text(written(found), "utf-8")


if __name__ == "__main__":
    main()
