"""Writes docs/limits.md: the twenty hardest sentences of each golden case, and what is still wrong with them.

usage: write_limits.py [--check]
Nobody chooses the sentences. A label is missed at L3 (found, with time, speaker and certainty); of each case those
sentences come first in which most labels are missed, then those with the smallest share found. What is wrong is told
from what we read there. `--check` reads the cases anew and says how many lines would change (the page is not written).
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from yaml import safe_load  # noqa: E402

GOLDEN = ROOT / "tests" / "golden"
PAGE = ROOT / "docs" / "limits.md"
MOST = 20
HEAD = """# Limits: the hardest sentences

Written by `tools/write_limits.py`, which no hand corrects: the twenty sentences of each golden case in which most
labels are missed, and what is wrong with each. A label is missed when the claim, its time, its speaker or its
certainty is.
Cases marked test are printed for readers; no rule is tuned on them (`tests/golden/splits.yaml`).

"""


@dataclass
class Hard:
    """One sentence with what is asked of it."""

    document: str
    start: int
    quote: str
    asked: int = 0
    wrong: list[str] = field(default_factory=list)


def digest() -> str:
    """The labels that the page was written from."""
    return blake2b((GOLDEN / "digest.txt").read_bytes(), digest_size=8).hexdigest()


def cases() -> Iterator[tuple[str, str]]:
    """Split and name of every golden case."""
    for part, names in safe_load((GOLDEN / "splits.yaml").read_text("utf-8")).items():
        for name in names:
            yield part, name


def hard(name: str) -> list[Hard]:
    """The hardest sentences of one case."""
    from whence.evaluate import ClaimScorer, load_gold
    from whence.evaluate.run import scored_view
    from whence.present.exports import Claims, Entities
    from whence.present.plain import to_json

    gold = load_gold(GOLDEN / name)
    with scored_view(GOLDEN / name, None) as view:
        gold = gold.read_as({Path(d.source).name: d.text for d in view.documents()})
        rows = [json.loads(to_json(row)) for row in Claims().rows(view)]
        scorer = ClaimScorer(gold, rows, Entities().rows(view))
        left = {(p.span.doc_id, p.span.start): p.reasons for p in view.proposals()}
        ids = {Path(source).name: doc_id for doc_id, source in view.sources()}
    found: dict[tuple[str, int], Hard] = {}
    for row in gold.claims:
        document = gold.document(row["d"])
        start, end = gold.place(document, row["q"]) or (0, 0)
        key = document, start
        text = gold.read.get(document, gold.texts[document])
        sentence = found.setdefault(key, Hard(document, start, " ".join(text[start:end].split())))
        level = scorer.level(row, document)
        if row.get("opt") and level < 3:
            continue
        sentence.asked += 1
        if level < 3:
            here = [c for c in scorer.by_document[document] if c["end"] > start and c["start"] < end]
            reasons = left.get((ids.get(document, ""), start), ())
            sentence.wrong.append(f"{_said(row)}: {_fault(level, here, row, reasons)}")
    missed = [s for s in found.values() if s.wrong]
    return sorted(missed, key=lambda s: (-len(s.wrong), -len(s.wrong) / s.asked, s.document, s.start))[:MOST]


def _said(row: dict[str, Any]) -> str:
    words = [str(row[key]) for key in ("s", "p", "o", "role", "of", "to_", "at", "n", "from", "to") if key in row]
    return " ".join(words).replace("|", "/")


def _fault(level: int, here: list[dict[str, Any]], row: dict[str, Any], reasons: tuple[str, ...]) -> str:
    if level == 2:
        return "speaker or certainty is not read" if "src" in row else "certainty is not read"
    if level == 1:
        return "its time is not read, or wrong"
    if reasons:
        return f"read, and not proven: {reasons[0]}"
    if not here:
        return "nothing is read in this sentence"
    read = sorted({c["predicate"] for c in here})
    from whence.evaluate.claims import family

    if any(family(p) & family(row["p"]) for p in read):
        return "read with another argument"
    return f"only {', '.join(read)} read here"


def page() -> str:
    """The whole page."""
    parts = [HEAD, f"Labels: `{digest()}`.\n"]
    for part, name in cases():
        parts.append(f"\n## {name} ({part})\n")
        for number, sentence in enumerate(hard(name), start=1):
            parts.append(f"\n{number}. *{sentence.quote}* ({sentence.document})\n")
            parts += [f"   - {line}\n" for line in sentence.wrong]
    return "".join(parts)


def main() -> int:
    """Write the page, or tell how far it is from what it would be today."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    new = page()
    if not args.check:
        PAGE.write_text(new, "utf-8")
        return 0
    old, now = set(PAGE.read_text("utf-8").splitlines()), set(new.splitlines())
    print(f"limits: {len(now - old)} lines of {len(now)} have changed since docs/limits.md was written")
    return int(f"Labels: `{digest()}`." not in old)


if __name__ == "__main__":
    sys.exit(main())
