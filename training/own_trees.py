"""Check our own trees: `python -m training.own_trees`; `--score` also scores the shipped reader on their dev part."""

import argparse
import itertools
import json
import sys
from collections.abc import Iterator
from importlib import resources

from training import data
from training.evaluate import laid_out, scores

from whence.reader.words import words


def problems(s: data.Sentence, labels: dict[str, list[str]]) -> Iterator[str]:
    """What is wrong with a tree: roots, cycles, labels the reader does not know, words the wheel parts otherwise."""
    roots = [i for i, h in enumerate(s.heads) if h == -1]
    if len(roots) != 1:
        yield f"{len(roots)} roots"
    if [d == "root" for d in s.deprels] != [h == -1 for h in s.heads]:
        yield "the label root is on another word than the root"
    for i, h in enumerate(s.heads):
        if not -1 <= h < len(s.forms):
            yield f"word {i + 1} has a head outside the sentence"
            return
    if loose := [i + 1 for i in range(len(s.forms)) if not _reaches_root(s.heads, i)]:
        yield f"words {loose} hang in a cycle"
    for name, values in {"upos": s.upos, "xpos": s.xpos, "deprels": s.deprels}.items():
        if unknown := sorted(set(values) - set(labels[name])):
            yield f"{name} {unknown} are not among the reader's"
    raw, _ = laid_out(data.Text(s.id, [s]))
    if (ours := [raw[a:b] for a, b in words(raw)]) != s.forms:
        yield f"the wheel parts it as {ours}"


def crossings(s: data.Sentence) -> int:
    """How many pairs of arcs cross; 0 is a projective tree."""
    arcs = [tuple(sorted((i, h))) for i, h in enumerate(s.heads) if h >= 0]
    return sum(a < c < b < d or c < a < d < b for (a, b), (c, d) in itertools.combinations(arcs, 2))


def known_labels() -> dict[str, list[str]]:
    """The classes of the shipped reader."""
    return json.loads(resources.files("whence.reader").joinpath("data/labels.json").read_text("utf-8"))


def _reaches_root(heads: list[int], i: int) -> bool:
    for _ in heads:
        i = heads[i]
        if i == -1:
            return True
    return False


def main() -> int:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--score", action="store_true")
    a = p.parse_args()
    labels, bad = known_labels(), 0
    for part in ("train", "dev"):
        sentences = [s for t in data.own_trees(part) for s in t.sentences]
        crossed = [s.id for s in sentences if crossings(s)]
        print(f"{part}: {len(sentences)} sentences, {sum(len(s.forms) for s in sentences):,} words", end=", ")
        print(f"{len(crossed)} not projective: {' '.join(crossed)}")
        for s in sentences:
            for problem in problems(s, labels):
                print(f"{s.id}: {problem}")
                bad += 1
    if a.score:
        for kind, texts in itertools.groupby(data.own_trees("dev"), key=lambda t: t.name.split("-")[0]):
            print(kind, {k: round(v, 1) for k, (v, _) in scores(texts, gold_words=True).items()})
        whole = scores(data.own_trees("dev"), gold_words=True)
        n = next(iter(whole.values()))[1]
        print(f"plain, {n} words:", {k: round(v, 1) for k, (v, _) in whole.items()})
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
