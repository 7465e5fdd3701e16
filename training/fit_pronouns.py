"""Fit the weights by which a pronoun's bearer is found: `python -m training.fit_pronouns`, some ten minutes.

Read are every fourth document of the teaching corpus's training part and, for people, GAP's. The reader was taught on
both, so its own shares are worth less on other texts than here: what their features weigh is taken `TRUST` times,
chosen on the corpus's development part, and the other weights are fitted again beside it.
"""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
from numpy.typing import NDArray
from training.corpus_tools.load import documents
from training.data import read_jsonl

from whence import pipeline
from whence.link import rivals
from whence.link.nearby import BODIES, NOUNS, PEOPLE, Kind, Nearby
from whence.model import Document, Mention

TRUST = 0.65
EVERY = 4
OF_THE_READER = ("log_share", "tied", "nobody_log_share")
NOBODY = ("nobody", "nobody_log_share", *rivals.SIGNS)
NAMES = (*(f.__name__ for f in rivals.FEATURES), *NOBODY)
OF_NOUNS = (*(n for n in NAMES[NAMES.index("called") : -len(NOBODY)]), *rivals.SIGNS)
NOT_OF = {
    "person": ("is_place", *OF_NOUNS),
    "body": ("agrees", "differs", "ending", "first", *OF_NOUNS),
    "noun": ("agrees", "differs", "ending", "is_place", "fronted"),
}
WEIGHTS = Path("src/whence/vocab/data/pronoun_weights.yaml")
HEAD = "# Weights by which a pronoun's bearer is found, in log-odds; link/rivals.py says what each feature means.\n"

Floats = NDArray[np.float64]
Asked = tuple[Mention, Mapping[int, rivals.Rival], float, list[str], Any]
"""A word as `link` weighs it: rivals, share of nobody, signs of nobody, what the text names of the kind."""

Case = tuple[Floats, Floats, float]
"""A word: features of each rival and of nobody, which of them is right, and how much the case counts."""


def asked(kind: Kind, text: str, name: str) -> Iterator[Asked]:
    """Each word of a kind as `link` weighs it."""
    found: list[Asked] = []
    weigh = Nearby._rivals

    def keep(self: Any, pronoun: Any, gender: str, binding: Any) -> Mapping[int, rivals.Rival]:
        mine: Mapping[int, rivals.Rival] = weigh(self, pronoun, gender, binding)
        if self._of_kind is kind:
            unknown = 1 - sum(self._bearers.shares(pronoun.span).values())
            found.append((pronoun, mine, unknown, self._signs(pronoun), self))
        return mine

    with mock.patch.object(Nearby, "_rivals", keep):
        pipeline.annotate_document(Document.of(text, name), {})
    yield from found


def case(word: Asked, gold: list[tuple[int, int]], weight: float, *, lost: bool = False) -> Case:
    """One word, whose bearer's names stand at `gold`; nobody's where none do, or `lost` and none is weighed."""
    _, mine, unknown, signs, nearby = word
    x = np.zeros((len(mine) + 1, len(NAMES)))
    for row, rival in enumerate(mine.values()):
        x[row, : len(rivals.FEATURES)] = rivals.values(rival)
    told = (float(sign in signs) for sign in rivals.SIGNS)
    x[-1, len(rivals.FEATURES) :] = 1, np.log(max(unknown, rivals.LEAST)), *told
    spans = [(p.site.start, end, p.group) for p, end in zip(nearby._names, nearby._ends, strict=True)]
    right = {g for start, end, g in spans if any(start < b and a < end for a, b in gold)}
    nobody = not gold or (lost and not right & set(mine))
    return x, np.array([*(float(i in right) for i in mine), float(nobody)]), weight


def of_gap(root: Path) -> Iterator[Case]:
    """GAP's pronouns that mean one of the two names."""
    for record in read_jsonl(root / "gap/train.jsonl"):
        gold = [(e["start"], e["end"]) for e in record["entities"] if e.get("coref_with_pronoun")]
        at = record["entities"][0]["start"]
        for word in asked(PEOPLE, record["text"], record["doc_id"]) if gold else ():
            if word[0].span.start == at:
                yield case(word, gold, 0.5)


def of_corpus(kind: Kind) -> Iterator[Case]:
    """The teaching corpus's pronouns; an "it" that is not marked means nobody."""
    for record in list(documents("train"))[::EVERY]:
        of = {e["id"]: e for e in record["entities"]}
        chains = {m: chain for chain in record["coref"] for m in chain}
        marked = {_place(kind, e["start"], e["end"]): e["id"] for e in of.values() if e["mention"] == kind.form}
        for word in asked(kind, record["text"], record["doc_id"]):
            at = marked.get(_place(kind, word[0].span.start, word[0].span.end))
            if at is not None or kind is BODIES:
                names = [of[m] for m in chains.get(at or "", ()) if of[m]["mention"] == "named"]
                gold = [(e["start"], e["end"]) for e in names]
                yield case(word, gold, 1.0, lost=kind is not PEOPLE)


def _place(kind: Kind, start: int, end: int) -> int:
    """Where a word is looked up: the corpus marks a common noun with what stands before it."""
    return end if kind is NOUNS else start


def fitted(data: list[Case], start: Floats, free: Floats, *, steps: int = 700, rate: float = 0.05) -> Floats:
    """Weights of the greatest likelihood (Adam, with a small ridge); only those that are `free` move."""
    ends = np.cumsum([0] + [len(y) for _, y, _ in data])
    x, y = np.concatenate([d[0] for d in data]), np.concatenate([d[1] for d in data])
    rows = np.repeat(np.arange(len(data)), np.diff(ends))
    counts = np.array([d[2] for d in data])[rows]
    w, mean, square = start.copy(), np.zeros(len(NAMES)), np.zeros(len(NAMES))

    def shares(scores: Floats) -> Floats:
        parts = np.exp(scores - np.maximum.reduceat(scores, ends[:-1])[rows])
        return np.asarray(parts / np.add.reduceat(parts, ends[:-1])[rows])

    for step in range(1, steps + 1):
        p = shares(x @ w)
        right = p * y
        right /= np.maximum(np.add.reduceat(right, ends[:-1]), 1e-12)[rows]
        slope = (x.T @ ((p - right) * counts) + 2 * w) * free
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope * slope
        w -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return w


def weighed(kind: Kind, data: list[Case]) -> str:
    """The weights of one kind, as they are written."""
    free = 1.0 - np.isin(NAMES, NOT_OF[kind.name])
    w = fitted(data, np.zeros(len(NAMES)), free)
    of_reader = np.isin(NAMES, OF_THE_READER)
    w = fitted(data, np.where(of_reader, TRUST * w, w), free * ~of_reader, steps=500)
    rows = zip(NAMES, w, strict=True)
    return f"{kind.name}:\n" + "".join(f"  {n}: {x:.3f}\n" for n, x in rows if n not in NOT_OF[kind.name])


def main() -> None:
    """Read, fit, write; the table of nouns, which is fitted on other cases, stays."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", type=Path, default=Path("../shared/data"))
    people = [*of_corpus(PEOPLE), *of_gap(p.parse_args().data)]
    tables = [weighed(k, [c for c in d if c[1].any()]) for k, d in ((PEOPLE, people), (BODIES, [*of_corpus(BODIES)]))]
    nouns = WEIGHTS.read_text("utf-8").partition("noun:\n")
    WEIGHTS.write_text(HEAD + "".join(tables) + nouns[1] + nouns[2], "utf-8")


if __name__ == "__main__":
    main()
