"""The corpus as the JSON shape of the shared data sets (one record a document) plus claims, and its splits."""

import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import yaml
from training.corpus_tools.marking import Argument, Attribution, Claim, Marked, Mention, compile_file, sources

CORPUS = Path(__file__).resolve().parent.parent / "corpus"


@cache
def _splits(root: Path) -> dict[str, Any]:
    return dict(yaml.safe_load((root / "splits.yaml").read_text("utf-8")))


def split_of(doc: Marked, root: Path = CORPUS) -> str:
    """``train``, ``dev`` or ``test``: by subject and genre where splits.yaml says so, else by author batch."""
    rules = _splits(root)
    if doc.meta["subject"] in rules["test_subjects"] or doc.meta["genre"] in rules["test_genres"]:
        return "test"
    for split in ("test", "dev"):
        if doc.meta["batch"] in rules[f"{split}_batches"]:
            return split
    # Within a batch of mixed subjects one document in twelve is held out, by the digest of its name.
    return "dev" if crc32(doc.name.encode()) % 12 == 0 else "train"


def _span(doc: Marked, span: tuple[int, int]) -> dict[str, Any]:
    return {"start": span[0], "end": span[1], "text": doc.quote(span)}


def _argument(doc: Marked, arg: Argument) -> dict[str, Any]:
    made: dict[str, Any] = {"role": arg.role, **_span(doc, (arg.spans[0][0], arg.spans[-1][1]))}
    if len(arg.spans) > 1:
        made["spans"] = [list(s) for s in arg.spans]
    if arg.mention:
        made |= {"mention": arg.mention.id, "type": arg.mention.type}
        name = antecedent(doc, arg.mention)
        if name is not arg.mention:
            made["antecedent"] = {"mention": name.id, **_span(doc, (name.start, name.end))}
    if arg.value:
        made["value"] = arg.value
    if arg.inferred:
        made["inferred"] = True
    return made


def antecedent(doc: Marked, mention: Mention) -> Mention:
    """The best name of the mention's chain: the longest named one, the first of equals; else the mention itself."""
    if mention.chain is None or mention.kind == "named":
        return mention
    named = [m for m in doc.mentions if m.chain == mention.chain and m.kind == "named"]
    return max(named, key=lambda m: (m.end - m.start, -m.start), default=mention)


def _chain_of(attribution: Attribution | None) -> list[str]:
    chain = []
    while attribution is not None and attribution.id not in chain:
        chain.append(attribution.id)
        attribution = attribution.inside
    return chain


def _attribution(doc: Marked, made: Attribution) -> dict[str, Any]:
    record: dict[str, Any] = {"id": made.id, "polarity": "positive", "manner": made.manner}
    record["source_spans"] = [_span(doc, s) for s in made.source.spans] if made.source else []
    record["cue_spans"] = [_span(doc, made.cue)] if made.cue else []
    record["content_spans"] = [_span(doc, s) for s in made.content]
    for role, arg in (("source", made.source), ("medium", made.medium), ("addressee", made.addressee)):
        if arg:
            record[role] = _argument(doc, arg)
    if made.inside:
        record["inside"] = made.inside.id
    return record


def _claim(doc: Marked, made: Claim) -> dict[str, Any]:
    start, end = doc.sentences[made.sentence]
    valid: dict[str, Any] = {"edtf": made.valid, "tense": made.tense}
    if made.time:
        valid["mention"] = made.time.id
    return {
        "id": made.id,
        "predicate": made.predicate,
        "trigger": _span(doc, made.trigger),
        "args": [_argument(doc, a) for a in made.args],
        "valid": valid,
        "polarity": made.polarity,
        "certainty": made.certainty,
        "cue": _span(doc, made.cue) if made.cue else None,
        "attribution": _chain_of(made.by),
        "sentence": made.sentence,
        "start": start,
        "end": end,
    }


def record(doc: Marked, root: Path = CORPUS) -> dict[str, Any]:
    """One document as a JSON record."""
    chains: dict[str, list[str]] = {}
    for m in doc.mentions:
        if m.chain:
            chains.setdefault(m.chain, []).append(m.id)
    times = [m for m in doc.mentions if m.type == "time"]
    return {
        "doc_id": f"corpus/{doc.name}",
        "split": split_of(doc, root),
        **{key: doc.meta.get(key) for key in ("subject", "genre", "publisher", "author", "date", "title", "batch")},
        "text": doc.text,
        "sentences": [list(s) for s in doc.sentences],
        "regions": [{"kind": r.kind, "start": r.start, "end": r.end, "label": r.label} for r in doc.regions],
        "entities": [
            {"id": m.id, **_span(doc, (m.start, m.end)), "type": m.type, "mention": m.kind} for m in doc.mentions
        ],
        "coref": [ids for ids in chains.values() if len(ids) > 1],
        "timex": [_span(doc, (m.start, m.end)) | {"value": None if m.value == "?" else m.value} for m in times],
        "attributions": [_attribution(doc, a) for a in doc.attributions],
        "claims": [_claim(doc, c) for c in doc.claims],
    }


def documents(split: str | None = None, root: Path = CORPUS) -> Iterator[dict[str, Any]]:
    """Every document's record, or those of one split."""
    for path in sources(root):
        made = record(compile_file(path, root), root)
        if split in (None, made["split"]):
            yield made


def main() -> None:
    """Write the records as JSON lines: ``python -m training.corpus_tools.load [train|dev|test]``."""
    for made in documents(sys.argv[1] if len(sys.argv) > 1 else None):
        sys.stdout.write(json.dumps(made, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
