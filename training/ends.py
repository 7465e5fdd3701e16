"""Fit the second opinion on sentence ends: `python -m training.ends --to src/whence/reader/data`.

Taught on the places inside a paragraph where a sign stands before white space, of the training parts of EWT, GUM and
the teaching corpus; scored on their development parts beside the rules.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import numpy as np
from training import data
from training.corpus_tools.load import documents

from whence.reader import ends
from whence.reader.ends import features, places
from whence.segment.sentences import cut

SEEN = 4
"""A feature is kept when it stood at this many places."""
SURE = (0.5, 0.7, 0.9, 0.97)


class Case(NamedTuple):
    """A place that may end a sentence, by its features, and whether one ends there."""

    features: list[str]
    gold: bool


def paragraphs(root: Path, name: str, part: str) -> Iterator[tuple[str, set[int]]]:
    """Paragraphs with the ends of their sentences."""
    if name == "corpus":
        for r in documents(part):
            yield from _lines(r["text"], {b for _, b in r["sentences"]})
    elif name == "gum":
        records = {r["doc_id"].split("/", 1)[1]: r for r in data.read_jsonl(root / f"gum/{part}.jsonl")}
        for text in data.gum(root, part):
            raw = records[text.name]["text"]
            yield from _lines(raw, {row[-1][1] for row in data.offsets(text, raw)})
    else:
        for text in data.ewt(root, part):
            yield from _lines(*_joined(text))


def _joined(text: data.Text) -> tuple[str, set[int]]:
    """EWT has no paragraphs: a sentence without a sign at its end stood on a line of its own."""
    raw, found = "", set()
    for s in text.sentences:
        for n, (form, spaced) in enumerate(zip(s.forms, s.spaced, strict=True)):
            raw += " " * (spaced and n > 0) + form
        found.add(len(raw))
        raw += " " if raw.rstrip("\"'”’»)]")[-1:] in ".!?…" else "\n"
    return raw, found


def _lines(raw: str, found: set[int]) -> Iterator[tuple[str, set[int]]]:
    at = 0
    for line in raw.splitlines(keepends=True):
        yield line.strip("\n"), {e - at for e in found if at < e <= at + len(line)}
        at += len(line)


def cases(root: Path, name: str, part: str) -> Iterator[Case]:
    """The places of one part of a set, those where the rules see an end with the others."""
    for text, true in paragraphs(root, name, part):
        yield from (Case(features(text, at), at in true) for at in places(text, 0, len(text)))


def fit(lessons: list[Case], steps: int = 400, rate: float = 0.1, pull: float = 1e-5) -> dict[str, float]:
    """Weights of a logistic model, by Adam on all cases at once, pulled towards nought."""
    seen = Counter(f for c in lessons for f in c.features)
    names = ["", *sorted(f for f, n in seen.items() if n >= SEEN)]
    number = {f: n for n, f in enumerate(names)}
    rows = [[0, *(number[f] for f in c.features if f in number)] for c in lessons]
    columns = np.array([n for row in rows for n in row])
    of = np.repeat(np.arange(len(rows)), [len(r) for r in rows])
    gold = np.array([c.gold for c in lessons], dtype=float)
    w, mean, square = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, steps + 1):
        score = np.bincount(of, w[columns], len(rows))
        wrong = (1 / (1 + np.exp(-score)) - gold) / len(rows)
        slope = np.bincount(columns, wrong[of], len(names)) + pull * w
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        w -= rate * (1 - step / steps) * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {f: round(float(x), 3) for f, x in zip(names, w, strict=True) if abs(x) >= 0.01}


def table(root: Path, name: str) -> Iterator[str]:
    """Precision, recall and F1 of ends inside paragraphs of a development part: the rules', and with second opinion."""
    held = list(paragraphs(root, name, "dev"))
    for sure in (None, *SURE):
        both = ours = gold = 0
        for text, whole in held:
            with mock.patch.object(ends, "SURE", sure):
                found = {b for _, b in cut(text, 0, len(text), second=sure is not None)}
            last = len(text.rstrip())
            found, true = found - {last}, whole - {last}
            both, ours, gold = both + len(found & true), ours + len(found), gold + len(true)
        p, r = 100 * both / max(1, ours), 100 * both / max(1, gold)
        label = "rules" if sure is None else f"{sure:.2f}"
        yield f"{label:6} P {p:6.2f} R {r:6.2f} F1 {2 * p * r / (p + r):6.2f} of {gold}"


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", type=Path, default=Path("../shared/data"))
    p.add_argument("--to", type=Path)
    a = p.parse_args()
    sets = ("ewt", "gum", "corpus")
    held = fit([c for name in sets for c in cases(a.data, name, "train")])
    print(f"{len(held):,} weights")
    for name in sets:
        with mock.patch.object(ends, "weights", return_value=held):
            print(name, *table(a.data, name), sep="\n  ")
    if a.to:
        (a.to / "ends.json").write_text(json.dumps(held, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
