"""Score the shipped reader on gold words and from raw text, with the number of cases: `python -m training.evaluate`."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from training import data
from training.floors import Scores, run

from whence.reader import Tree, engine, windows
from whence.reader.pieces import pieces, shape

Span = tuple[int, int, str]


def laid_out(text: data.Text) -> tuple[str, list[list[tuple[int, int]]]]:
    """A document's text with its spaces, and where each word of each sentence stands."""
    parts: list[str] = []
    places, at = [], 0
    for s in text.sentences:
        row = []
        for n, (form, spaced) in enumerate(zip(s.forms, s.spaced, strict=True)):
            if parts and (spaced or n == 0):
                parts.append("\n" if n == 0 else " ")
                at += 1
            row.append((at, at + len(form)))
            parts.append(form)
            at += len(form)
        places.append(row)
    return "".join(parts), places


def read(text: data.Text, *, gold_words: bool) -> tuple[str, list[list[tuple[int, int]]], list[Tree], list[Span]]:
    """Read a document by its gold sentences; with `gold_words`, on its gold words too. Spans are the raw layers."""
    raw, places = laid_out(text)
    rows = iter(places)

    def given(_: str, start: int, end: int) -> windows.Words:
        row = next(rows)
        forms = [raw[a:b] for a, b in row]
        spaced = [a == start or raw[a - 1].isspace() for a, _ in row]
        return windows.Words(start, end, tuple(row), tuple(map(pieces, forms)), tuple(map(shape, forms, spaced)))

    spans: list[Span] = []

    def keep(_: str, s: windows.Words, layer: Any) -> Iterator[Any]:
        spans.extend((s.places[c.first][0], s.places[c.last][1], c.type) for c in layer.candidates)
        return iter(())

    ranges = [(row[0][0], row[-1][1]) for row in places]
    with mock.patch.object(engine, "_mentions", keep):
        if gold_words:
            with mock.patch.object(engine, "words_of", given):
                reading = engine.read_text(raw, ranges)
        else:
            reading = engine.read_text(raw, ranges)
    return raw, places, list(reading.trees), spans


def count(text: data.Text, counts: Counter[tuple[str, str]], *, gold_words: bool) -> None:
    """Add up what is right, by the offsets of words, so that other words than the gold ones cost what they cost."""
    _, places, trees, spans = read(text, gold_words=gold_words)
    ours: dict[tuple[int, int], tuple[Any, ...]] = {}
    for tree in trees:
        for t in tree.tokens:
            head = (tree.tokens[t.head].start, tree.tokens[t.head].end) if t.head >= 0 else None
            ours[t.start, t.end] = (t.upos, t.xpos, t.lemma, head, t.deprel)
    gold_spans: set[Span] = set()
    known: set[str] = set()
    for s, row in zip(text.sentences, places, strict=True):
        known |= s.known
        gold_spans |= {(row[a][0], row[b][1], kind) for a, b, kind in s.spans}
        if s.heads is not None:
            _count_tree(s, row, ours, counts)
    counts["tree", "ours"] += len(ours)
    found = {x for x in spans if x[2] in known}
    for kind in known:
        gold, mine = ({x for x in side if x[2] == kind} for side in (gold_spans, found))
        counts[kind, "both"] += len(gold & mine)
        counts[kind, "ours"] += len(mine)
        counts[kind, "gold"] += len(gold)


def _count_tree(
    s: data.Sentence, row: list[tuple[int, int]], ours: dict[tuple[int, int], Any], counts: Counter[tuple[str, str]]
) -> None:
    for i, place in enumerate(row):
        counts["tree", "gold"] += 1
        mine = ours.get(place)
        if mine is None:
            continue
        counts["tree", "word"] += 1
        head = row[s.heads[i]] if s.heads[i] >= 0 else None
        counts["tree", "upos"] += mine[0] == s.upos[i]
        counts["tree", "xpos"] += mine[1] == s.xpos[i]
        counts["tree", "lemma"] += mine[2] == s.lemmas[i]
        counts["tree", "uas"] += mine[3] == head
        counts["tree", "las"] += mine[3] == head and mine[4] == s.deprels[i]


def scores(texts: Iterable[data.Text], *, gold_words: bool) -> Scores:
    """Percent (F1) and number of gold cases of every measure."""
    counts: Counter[tuple[str, str]] = Counter()
    for text in texts:
        count(text, counts, gold_words=gold_words)
    found: Scores = {}
    if counts["tree", "gold"]:
        both = counts["tree", "gold"] + counts["tree", "ours"]
        for k in ("word", "upos", "xpos", "lemma", "uas", "las"):
            found[k] = 200 * counts["tree", k] / both, counts["tree", "gold"]
    kinds = sorted({k for k, _ in counts if k != "tree"})
    groups = {k: [k] for k in kinds}
    for layer in ("name", "np"):
        groups[f"{layer}: person, organization, place"] = [f"{layer}.{t}" for t in ("person", "organization", "place")]
    groups["np: all"] = [k for k in kinds if k.startswith("np.")]
    for name, members in groups.items():
        both, mine, gold = (sum(counts[k, w] for k in members) for w in ("both", "ours", "gold"))
        if gold:
            found[name] = 200 * both / (mine + gold), gold
    return found


def measured(root: Path, part: str) -> Scores:
    """Every measure of GUM and EWT, on gold words and from raw text."""
    peoples = data.peoples_of(
        [s for x in (data.ewt(root, "train"), data.gum(root, "train")) for t in x for s in t.sentences]
    )
    answer: Scores = {}
    for name, texts in {"GUM": data.gum(root, part), "EWT": data.ewt(root, part)}.items():
        data.silver([s for t in texts for s in t.sentences], peoples)
        for gold_words in (True, False):
            title = f"{name} {part}, {'gold sentences and words' if gold_words else 'raw text of gold sentences'}"
            answer |= {f"{title}: {k}": score for k, score in scores(texts, gold_words=gold_words).items()}
    return answer


if __name__ == "__main__":
    sys.exit(run("evaluate", __doc__, measured))
