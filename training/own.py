"""Scores of the shipped reader on the teaching corpus, and of whole chains on GAP: `python -m training.own`."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from training.corpus_tools import standoff
from training.corpus_tools.load import documents
from training.data import read_jsonl
from training.floors import Scores, run

from whence import pipeline
from whence.model import Document, Layers
from whence.reader import Reading, read
from whence.reader.words import words

Counts = Counter[tuple[str, str]]


def add(counts: Counts, name: str, gold: set[Any], ours: set[Any]) -> None:
    """Count one document's answers of a measure."""
    counts[name, "both"] += len(gold & ours)
    counts[name, "ours"] += len(ours)
    counts[name, "gold"] += len(gold)


def count(record: Mapping[str, Any], reading: Reading, counts: Counts) -> None:
    """Add up one document of the corpus: mentions, speech, claims."""
    gold = {(e["start"], e["end"], e["type"]) for e in record["entities"]}
    named = {(e["start"], e["end"], e["type"]) for e in record["entities"] if e["mention"] == "named"}
    ours = {(p.start, p.end, p.type) for p in reading.phrases}
    add(counts, "mentions", gold, ours)
    add(counts, "mentions: named", named, {(p.start, p.end, p.type) for p in reading.phrases if p.form == "named"})
    _count_speech(record, reading, counts)
    _count_claims(record, reading, counts)


def _count_speech(record: Mapping[str, Any], reading: Reading, counts: Counts) -> None:
    places = [w for a, b in record["sentences"] for w in words(record["text"], a, b)]

    def inside(ranges: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
        kept = list(ranges)
        return {(a, b) for a, b in places if any(c <= a and b <= d for c, d in kept)}

    ours_told = inside(r for f in reading.frames for r in f.told)
    told: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
    for a in record["attributions"]:
        told[bool(a["cue_spans"])] += [(c["start"], c["end"]) for c in a["content_spans"]]
    add(counts, "speech: content (words)", inside(told[True] + told[False]), ours_told)
    # A post under its account's name has no word of speech: it is found by the page's layout, not by the reader.
    uncued = inside(told[False])
    add(counts, "speech: content that a cue tells (words)", inside(told[True]) - uncued, ours_told - uncued)
    sources = {
        (a["cue_spans"][0]["start"], a["source"]["start"], a["source"]["end"])
        for a in record["attributions"]
        if a["cue_spans"] and "source" in a
    }
    ours = set()
    for f in reading.frames:
        held = [x for x in f.fillers if x.role == "source"]
        if f.predicate == "attributes" and held:
            best = max(held, key=lambda x: x.score)
            ours.add((f.start, best.start, best.end))
    add(counts, "speech: source (exact, with its cue)", sources, ours)


def _count_claims(record: Mapping[str, Any], reading: Reading, counts: Counts) -> None:
    gold = {(c["trigger"]["start"], c["predicate"]): c for c in record["claims"]}
    frames = [f for f in reading.frames if f.predicate != "attributes"]
    add(counts, "claims: trigger and predicate", set(gold), {(f.start, f.predicate) for f in frames})

    def held(claim: Mapping[str, Any]) -> frozenset[tuple[str, int, int]]:
        return frozenset((a["role"], a["start"], a["end"]) for a in claim["args"] if "mention" in a)

    roles = dict.fromkeys(gold, frozenset[tuple[str, int, int]]())
    for c in record["claims"]:
        # Of a list each member has a claim of its own, all with one trigger.
        roles[c["trigger"]["start"], c["predicate"]] |= held(c)
    mine = {(f.start, f.predicate): frozenset((x.role, x.start, x.end) for x in f.fillers) for f in frames}
    add(counts, "claims: with all roles", set(roles.items()), set(mine.items()))
    for f in frames:
        claim = gold.get((f.start, f.predicate))
        if claim is not None:
            add(counts, "polarity", {claim["polarity"]}, {"denied" if f.denied else "affirmed"})
            add(counts, "certainty", {claim["certainty"]}, {f.certainty})


def chained(record: Mapping[str, Any]) -> Iterator[tuple[bool, bool]]:
    """For both names of a GAP record: whether the pronoun is theirs, and whether our chains say so."""
    doc = Document.of(record["text"], record["doc_id"])
    layers: Layers = pipeline.annotate_document(doc, {})
    pronoun = next(e for e in record["entities"] if e["id"] == "p")
    mine = [c for c in layers.chains if any(m.start == pronoun["start"] for m in c.mentions)]
    for e in record["entities"]:
        if e["id"] != "p":
            inside = any(m.start < e["end"] and e["start"] < m.end for c in mine for m in c.mentions)
            yield bool(e["coref_with_pronoun"]), inside


def gap(root: Path, part: str) -> tuple[float, int]:
    """F1 (percent) of pronoun and name standing in one chain, and the number of pronouns."""
    counts: Counter[str] = Counter()
    for record in read_jsonl(root / f"gap/{part}.jsonl"):
        counts["cases"] += 1
        for true, ours in chained(record):
            counts["both"] += true and ours
            counts["gold"] += true
            counts["ours"] += ours
    return 200 * counts["both"] / max(1, counts["gold"] + counts["ours"]), counts["cases"]


def marked(records: Iterable[Mapping[str, Any]]) -> Scores:
    """F1 (percent) and number of gold cases of every measure on texts marked as the teaching corpus is."""
    counts: Counts = Counter()
    for record in records:
        count(record, read(record["text"], [tuple(s) for s in record["sentences"]]), counts)
    names = dict.fromkeys(name for name, _ in counts)
    return {
        n: (200 * counts[n, "both"] / max(1, counts[n, "ours"] + counts[n, "gold"]), counts[n, "gold"]) for n in names
    }


def measured(root: Path, part: str) -> Scores:
    """Every measure of the teaching corpus's part and of the real texts', and GAP's development part."""
    found = {f"corpus {part}: {name}": score for name, score in marked(documents(part)).items()}
    real = standoff.documents(part, root)
    found |= {f"real texts {part}: {name}": score for name, score in marked(real).items()}
    return found | {"GAP dev: pronoun and name in one chain": gap(root, "dev")}


if __name__ == "__main__":
    sys.exit(run("own", __doc__, measured))
