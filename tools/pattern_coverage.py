"""Which claim patterns read something in the golden cases and the example, and which never did.

usage: pattern_coverage.py [--all]. A pattern that never fired is untested by prose of any length: its examples alone
prove it. `--all` prints those that did as well.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from yaml import safe_load  # noqa: E402

from whence.annotate.claims import find_frames  # noqa: E402
from whence.annotate.patterns import patterns  # noqa: E402
from whence.annotate.sequences import sequence_patterns  # noqa: E402
from whence.pipeline import annotate_document, read_scene  # noqa: E402
from whence.read import read_all, walk  # noqa: E402


def fired() -> tuple[Counter[str], int]:
    """How often each pattern read something, and in how many documents."""
    golden = ROOT / "tests" / "golden"
    splits = safe_load((golden / "splits.yaml").read_text("utf-8"))
    folders = [golden / name / "docs" for names in splits.values() for name in names]
    found, documents = Counter[str](), 0
    for made in read_all(walk([*folders, ROOT / "examples" / "case"])):
        if made.document is None or made.document.language != "en":
            continue
        documents += 1
        layers = annotate_document(made.document, made.sighting.given if made.sighting else {})
        found.update(frame.maker.rule for frame in find_frames(read_scene(made.document, layers)))
    return found, documents


def main() -> int:
    """Read, count, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true")
    args = parser.parse_args()
    found, documents = fired()
    known = {p.name: p.predicate.name for p in (*patterns(), *sequence_patterns())}
    never = sorted(set(known) - set(found))
    print(f"patterns: {len(known)}; fired in {documents} documents: {len(known) - len(never)}; never: {len(never)}")
    if args.all:
        for name, number in found.most_common():
            print(f"  {number:5} {name}")
    silent = sorted(set(known.values()) - {known[name] for name in found if name in known})
    print(f"predicates that no pattern read: {', '.join(silent) or 'none'}")
    print("never fired: " + ", ".join(never))
    return 0


if __name__ == "__main__":
    sys.exit(main())
