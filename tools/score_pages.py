"""Score segmentation on the golden pages.

usage: score_pages.py [CORPUS] [--part dev|test] [--gate] [-v]

CORPUS is a folder of docs/ and gold/meta.yaml (GOLD.md), by default tests/golden/pages. It counts as score_meta.py
does: a stated field is right when one of the two names holds the other (dates to the day, or as far as gold states
it); a block of not_body that stands in a body region is a leak; a line of eight words or more that gold does not list
must stand in a region of the article. --gate fails below tests/golden/pages/floors.json; -v prints every miss and
region.
"""

import argparse
import json
import pathlib
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator

import yaml

from whence.model import Document, Layers
from whence.read import Job, Limits, read_job
from whence.segment import find_fields, find_regions

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGES = ROOT / "tests" / "golden" / "pages"
OWN = frozenset({"body", "subheading", "headline", "quote", "dateline", "byline"})
FIELDS = {"title": "title", "publisher": "publisher", "author": "author", "date": "published"}


def fold(text: str) -> str:
    """Letters and digits, without accents, case and a leading article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(c))
    return re.sub(r"^(?:the|a|an) ", "", " ".join(re.findall(r"\w+", plain)))


def squash(text: str) -> tuple[str, list[int]]:
    """The text with white space folded, and for each of its characters the offset it had."""
    out: list[str] = []
    back: list[int] = []
    for at, char in enumerate(text):
        if not char.isspace():
            out.append(char)
            back.append(at)
        elif out and out[-1] != " ":
            out.append(" ")
            back.append(at)
    return "".join(out), back


def score_field(want: str, got: str, name: str) -> bool:
    """Whether the value found is the one that gold states."""
    if name == "date":
        return got[: len(want)] == want
    return bool(got) and (fold(want) in fold(got) or fold(got) in fold(want))


def score_document(doc: Document, gold: dict[str, object], given: dict[str, str]) -> tuple[Counter[str], list[str]]:
    """Counts (right, fields, leaks, blocks, lost, paragraphs) and the misses of one document."""
    regions = find_regions(doc)
    fields = Layers(doc.id, fields=find_fields(doc, regions, given))
    counts: Counter[str] = Counter()
    misses: list[str] = []
    for name, ours in FIELDS.items():
        if not gold.get(name) or (name == "date" and "?" in str(gold[name])):
            continue
        best = fields.field(ours)
        right = score_field(str(gold[name]), best.value if best else "", name)
        counts["fields"] += 1
        counts["right"] += right
        if not right:
            misses.append(f"{name}: want {gold[name]!r} got {best.value if best else None!r}")
    body = [(r.span.start, r.span.end) for r in regions if r.kind == "body"]
    own = [(r.span.start, r.span.end) for r in regions if r.kind in OWN]
    outside = [" ".join(str(q).split()) for q in gold.get("not_body", [])]  # type: ignore[attr-defined]
    folded, back = squash(doc.text)
    for words in outside:
        counts["blocks"] += 1
        for match in re.finditer(rf"(?<!\S){re.escape(words)}", folded):
            if any(s <= back[match.start()] < e for s, e in body):
                counts["leaks"] += 1
                misses.append(f"leak: {words}")
        if words not in folded:
            counts["absent"] += 1
            misses.append(f"gold block not in the text: {words}")
    for start, end, line in _lines(doc.text):
        if len(line.split()) < 8 or any(line.startswith(q) or q.startswith(line[:40]) for q in outside):
            continue
        counts["paragraphs"] += 1
        if not any(s <= start + (end - start) // 2 < e for s, e in own):
            counts["lost"] += 1
            misses.append(f"lost: {line[:70]}")
    return counts, misses


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    for match in re.finditer(r"[^\n\f]+", text):
        yield match.start(), match.end(), " ".join(match.group().split())


def read(path: pathlib.Path) -> Document:
    """The document that reading makes of a file."""
    found = [f.document for f in read_job(Job(path.name, path), Limits()) if f.document]
    if len(found) != 1:
        sys.exit(f"{path} gave {len(found)} documents")
    return found[0]


def score(corpus: pathlib.Path, part: str = "", *, verbose: bool = False) -> dict[str, Counter[str]]:
    """Counts by layout and, under "all", together."""
    gold = yaml.safe_load((corpus / "gold" / "meta.yaml").read_text("utf8"))
    paths = sorted(p for p in (corpus / "docs").iterdir() if not p.name.endswith(".meta.yaml"))
    # In the seeds a document is named by its number, elsewhere by the name of its file.
    files = {**{str(n): p for n, p in enumerate(paths)}, **{p.stem: p for p in paths}}
    total: dict[str, Counter[str]] = defaultdict(Counter)
    for name, labels in gold.items():
        if part and labels.get("part", "dev") != part:
            continue
        doc = read(files[str(name)])
        counts, misses = score_document(doc, labels, {})
        counts["pages"] = 1
        counts["clean"] = not misses
        total[str(labels.get("kind", ""))] += counts
        total["all"] += counts
        if verbose and (misses or verbose > 1):
            print(f"== {files[str(name)].name}")
            for miss in misses:
                print(f"   {miss}")
            if misses:
                regions = find_regions(doc)
                for r in regions:
                    print(f"      {r.kind:11} {r.maker.rule:16} {r.author:10} {doc.quote(r.span)[:80]!r}")
                for f in find_fields(doc, regions, {}):
                    print(f"      F {f.name} {f.value!r} {f.origin} {f.inferred} {f.reason}")
    return total


def main() -> int:
    """Print the table; with --gate, 1 where it falls below the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", type=pathlib.Path, default=PAGES)
    parser.add_argument("--part", default="", choices=["", "dev", "test"])
    parser.add_argument("--gate", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true")
    args = parser.parse_args()
    total = score(args.corpus, args.part, verbose=args.verbose)
    print(f"{'layout':22} pages  clean  fields right   leaks of blocks   lost of paragraphs")
    for layout, c in sorted(total.items(), key=lambda item: (item[0] == "all", item[0])):
        print(
            f"{layout:22} {c['pages']:5}  {c['clean']:5}  {c['right']:5} of {c['fields']:4}  "
            f"{c['leaks']:5} of {c['blocks']:5}  {c['lost']:6} of {c['paragraphs']:5}"
        )
    return _gate(total["all"]) if args.gate else 0


def _gate(counts: Counter[str]) -> int:
    floors = json.loads((PAGES / "floors.json").read_text("utf8"))
    got = {
        "fields": counts["right"] / max(counts["fields"], 1),
        "kept_out": 1 - counts["leaks"] / max(counts["blocks"], 1),
        "kept_in": 1 - counts["lost"] / max(counts["paragraphs"], 1),
    }
    failed = {name: floor for name, floor in floors.items() if got[name] < floor}
    for name, floor in failed.items():
        print(f"{name} is {got[name]:.4f}, below its floor {floor}: see {PAGES / 'floors.json'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
