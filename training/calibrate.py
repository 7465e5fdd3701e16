"""Fit the probability of each span layer on the development parts: `python -m training.calibrate --to FOLDER`."""

import argparse
import json
import math
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from unittest import mock

import numpy as np
from training import data
from training.corpus_tools import standoff
from training.corpus_tools.load import documents
from training.evaluate import laid_out
from training.ridge import logit
from training.seal import seal
from training.train import load

from whence.reader import engine, read, windows
from whence.reader.heads import stretches
from whence.reader.pieces import pieces, shape

STEEP = 20.0
FLOOR = -4.0
"""Spans below this score are not looked at: they are no candidates for a mention."""


def collected(texts: list[data.Text]) -> dict[str, list[tuple[float, bool]]]:
    """Score and truth of every span near or above zero, by layer."""
    net = engine.network()
    found: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for text in texts:
        raw, places = laid_out(text)
        sentences = []
        for row in places:
            forms = [raw[a:b] for a, b in row]
            spaced = [n == 0 or raw[a - 1].isspace() for n, (a, _) in enumerate(row)]
            sentences.append(
                windows.Words(
                    row[0][0], row[-1][1], tuple(row), tuple(map(pieces, forms)), tuple(map(shape, forms, spaced))
                )
            )
        for runs in windows.windows(sentences):
            scores = net.run(runs, sentences)
            for run, here in zip(runs, stretches(runs), strict=True):
                s = text.sentences[run.sentence]
                part = net.heads.span_table(scores["span_sides"][here], scores["span_edges"][here])
                for kind, a, b in zip(*np.nonzero(part > FLOOR), strict=True):
                    name = net.labels["spans"][kind]
                    if name in s.known and name != "content":  # whether a word is told is the frames' to say
                        truth = (run.first + int(a), run.first + int(b), name) in s.spans
                        found[name].append((float(part[kind, a, b]), truth))
    return found


def frames(root: Path) -> dict[str, list[tuple[float, bool]]]:
    """Score and truth of the predicates and roles that the reader gives on marked development documents."""
    net = engine.network()
    plain = replace(net, heads=replace(net.heads, calibration={}))
    found: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    with mock.patch.object(engine, "network", return_value=plain):
        for record in (*documents("dev"), *standoff.documents("dev", root)):
            gold = {(c["trigger"]["start"], c["predicate"]): c for c in record["claims"]}
            for frame in read(record["text"], [tuple(s) for s in record["sentences"]]).frames:
                if frame.predicate == "attributes":
                    continue
                claim = gold.get((frame.start, frame.predicate))
                found["predicate"].append((logit(frame.score), claim is not None))
                held = {(a["role"], a["start"], a["end"]) for a in claim["args"]} if claim else set()
                if claim:
                    found["role"] += [(logit(f.score), (f.role, f.start, f.end) in held) for f in frame.fillers]
    return found


def fit(cases: list[tuple[float, bool]]) -> tuple[float, float]:
    """Slope and offset of a logistic curve by Newton's method, held near the middle by a small penalty."""
    x = np.array([[s, 1.0] for s, _ in cases])
    y = np.array([float(t) for _, t in cases])
    start = np.array([1.0, 0.0])

    def loss(w: np.ndarray) -> float:
        return float(np.logaddexp(0, x @ w).sum() - y @ (x @ w) + 0.05 * ((w - start) ** 2).sum())

    w = start
    for _ in range(100):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -500, 500)))
        slope = x.T @ (p - y) + 0.1 * (w - start)
        bend = (x * (p * (1 - p))[:, None]).T @ x + 0.1 * np.eye(2)
        step = np.linalg.solve(bend, slope)
        while np.abs(step).max() > 1e-6 and loss(w - step) > loss(w):
            step = step / 2  # a full step may jump over the lowest point
        w = w - step
        if np.abs(step).max() < 1e-6:
            break
    if not (np.isfinite(w).all() and 0 < w[0] < STEEP):
        return 1.0, 0.0  # too few errors among the cases to tell
    return round(float(w[0]), 4), round(float(w[1]), 4)


def error(cases: list[tuple[float, bool]], curve: tuple[float, float]) -> float:
    """Expected calibration error over ten bins of the kept spans."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for score, truth in cases:
        if score > 0:
            chance = 1 / (1 + math.exp(-(curve[0] * score + curve[1])))
            bins[min(9, int(chance * 10))].append((chance, truth))
    total = sum(map(len, bins.values()))
    return sum(abs(sum(c for c, _ in b) - sum(t for _, t in b)) for b in bins.values()) / max(1, total)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", type=Path, default=Path("../shared/data"))
    p.add_argument("--to", type=Path, required=True)
    a = p.parse_args()
    _, dev, _ = load(a.data)
    cases = collected([t for texts in dev.values() for t in texts]) | frames(a.data)
    curves = {name: fit(found) for name, found in sorted(cases.items())}
    for name, found in sorted(cases.items()):
        before, after = error(found, (1.0, 0.0)), error(found, curves[name])
        print(f"{name:20} {len(found):6} spans, slope and offset {curves[name]}, error {before:.3f} -> {after:.3f}")
    (a.to / "calibration.json").write_text(json.dumps(curves, indent=0) + "\n")
    print(seal(a.to))


if __name__ == "__main__":
    main()
