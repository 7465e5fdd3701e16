"""Comments, teasers, tags, menus and questions state nothing: silent.py [--gate] [--all] [--show N]

Counted on the seeds, the golden cases, the golden pages, the example and the teaching corpus (dev and test; `--all`:
train too), each document read as `ingest` reads it:
blocks     claims that stand in a block which a person marked as no body (captions may make claims)
questions  claims affirmed and asserted in the words of a question
Nothing may be found: `--gate` fails on one more than tests/golden/proof.json pins. Of test parts only the totals are
printed.
"""

import argparse
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from yaml import safe_load

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from training.corpus_tools.load import documents  # noqa: E402

from whence.annotate.modality.conditions import quotes_question  # noqa: E402
from whence.model import Claim, Document, Layers  # noqa: E402
from whence.pipeline import annotate_document  # noqa: E402
from whence.read import Limits, read_all, walk  # noqa: E402

SHARED = Path(os.environ.get("WHENCE_SHARED", ROOT.parent / "shared"))
GOLDEN = ROOT / "tests" / "golden"
SILENT = frozenset({"comment", "teaser", "tags", "about", "navigation", "boilerplate"})
END = re.compile(r"[?!](?=[\s”\"’')]|$)|\.(?=\s+[A-Z“\"])")
Range = tuple[int, int]


def asked(doc: Document, claim: Claim) -> bool:
    """Whether the words around the claim's trigger end as a question, and do not only quote one."""
    at = claim.trigger or claim.evidence
    if quotes_question(doc.text, claim.evidence.start, at.end, max(at.end, claim.evidence.end)):
        return False
    end = END.search(doc.text, at.end, max(at.end, claim.evidence.end))
    return end is not None and end.group() == "?"


def stated(claim: Claim) -> bool:
    return (claim.polarity, claim.certainty) == ("affirmed", "asserted") and claim.predicate != "says"


def count(doc: Document, layers: Layers, blocks: Iterable[Range]) -> Iterator[tuple[str, Claim]]:
    """What a document states where it states nothing."""
    outside = list(blocks)
    for claim in layers.claims:
        if claim.region != "caption" and any(s < claim.evidence.end and claim.evidence.start < e for s, e in outside):
            yield "blocks", claim
        if stated(claim) and asked(doc, claim):
            yield "questions", claim


def blocks_of(text: str, row: Mapping[str, Any]) -> Iterator[Range]:
    """The lines that begin with the words which the labels call no body."""
    captions = set(row.get("captions", ()))
    for words in row.get("not_body", ()):
        if words in captions:
            continue
        pattern = r"^[^\w\n]*" + r"\s+".join(re.escape(w) for w in words.split()) + r"[^\n]*"
        for found in re.finditer(pattern, text, re.MULTILINE):
            yield found.span()


def folders() -> Iterator[tuple[str, Path, Path | None]]:
    """Name, documents and labels of each case that lies here."""
    seeds = SHARED / "corpora" / "seeds"
    if seeds.is_dir():
        yield "seeds", seeds / "docs", seeds / "gold" / "meta.yaml"
    splits = safe_load((GOLDEN / "splits.yaml").read_text("utf-8"))
    for part, names in splits.items():
        for name in names:
            yield f"{part}/{name}", GOLDEN / name / "docs", GOLDEN / name / "gold" / "meta.yaml"
    for part in ("dev", "test"):
        yield f"{part} pages", GOLDEN / "pages" / "docs", GOLDEN / "pages" / "gold" / "meta.yaml"
    yield "example", ROOT / "examples" / "case", None


def of_folder(name: str, folder: Path, labels: Path | None) -> Iterator[tuple[Document, Layers, list[Range]]]:
    """The documents of a folder with their readings and the blocks that are no body; of the pages one part."""
    meta = safe_load(labels.read_text("utf-8")) if labels is not None and labels.is_file() else {}
    for item in read_all(walk([folder]), workers=1, limits=Limits()):
        doc = item.document
        if doc is not None:
            row = meta.get(Path(doc.source).stem, {})
            if row.get("part", name.partition(" ")[0]) != name.partition(" ")[0]:
                continue
            yield (
                doc,
                annotate_document(doc, item.sighting.given if item.sighting else {}),
                list(blocks_of(doc.text, row)),
            )


def of_corpus(split: str) -> Iterator[tuple[Document, Layers, list[Range]]]:
    """Documents of the teaching corpus that have a block which states nothing, or a question."""
    for record in documents(split):
        blocks = [(r["start"], r["end"]) for r in record["regions"] if r["kind"] in SILENT]
        if blocks or "?" in record["text"]:
            doc = Document.of(record["text"], source=record["doc_id"])
            yield doc, annotate_document(doc, {"published": str(record["date"])}), blocks


def main() -> int:
    """Read, count, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gate", action="store_true")
    parser.add_argument("--all", action="store_true", help="the training part of the teaching corpus as well")
    parser.add_argument("--show", type=int, default=20, help="how many claims of development parts to print")
    args = parser.parse_args()
    sources = [(name, of_folder(name, docs, labels)) for name, docs, labels in folders() if docs.is_dir()]
    sources += [(f"teaching {s}", of_corpus(s)) for s in (("train",) if args.all else ()) + ("dev", "test")]
    total: Counter[str] = Counter()
    print(f"{'source':20} {'documents':>9} {'claims':>7} {'blocks':>7} {'questions':>9}")
    for name, docs in sources:
        tally: Counter[str] = Counter()
        shown: list[str] = []
        for doc, layers, blocks in docs:
            tally["documents"] += 1
            tally["claims"] += len(layers.claims)
            for kind, claim in count(doc, layers, blocks):
                tally[kind] += 1
                shown.append(f"{kind}: {claim.predicate} by {claim.maker.rule} | {doc.quote(claim.evidence)}")
        row = " ".join(f"{tally[k]:{w}}" for k, w in (("documents", 9), ("claims", 7), ("blocks", 7), ("questions", 9)))
        print(f"{name:20} {row}", flush=True)
        total["test parts" if "test" in name else "parts that may be read"] += tally["blocks"] + tally["questions"]
        for line in shown[: 0 if "test" in name else args.show]:
            print("  ", " ".join(line.split())[:300])
    ceilings = json.loads((GOLDEN / "proof.json").read_text("utf-8"))["silent"]
    over = [f"{part}: {total[part]}, ceiling {most}" for part, most in ceilings.items() if total[part] > most]
    for line in over if args.gate else ():
        print("BELOW silent:", line)
    return int(args.gate and bool(over))


if __name__ == "__main__":
    sys.exit(main())
