"""The tampering test as users of LangExtract meet it: python tools/bench_langextract.py [--limit N]

LangExtract (https://github.com/google/langextract) tells grounded extractions from invented ones by aligning the words
of each with the source; its README's filter is ``[e for e in result.extractions if e.char_interval]``. Here every true
claim's sentence of the teaching corpus, and the same sentence with one word made false (a number changed, a name
swapped with another of its type from the document, "not" added, a hedge left out, two names exchanged, a year moved),
is given to that aligner as an extraction from its document, with default settings, and passed through that filter. No
model is called. The package is no dependency of ours: without it this bench says so and ends. To have it:

    python -m venv /tmp/langextract && /tmp/langextract/bin/pip install langextract
    WHENCE_LANGEXTRACT=/tmp/langextract/bin/python python tools/bench_langextract.py
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

ALIGN = """
import importlib.metadata, json, sys
from langextract import resolver
from langextract.core.data import Extraction
print(importlib.metadata.version("langextract"), file=sys.stderr)
aligner = resolver.WordAligner()
for line in open(sys.argv[1], encoding="utf-8"):
    row = json.loads(line)
    (group,) = aligner.align_extractions([[Extraction("claim", row["said"])]], row["text"])
    print(json.dumps([row["kind"], bool([e for e in group if e.char_interval])]))
"""


def swapped(sentence: str, old: str, new: str) -> str | None:
    """The sentence with one word for another, None where that changes nothing."""
    made = re.sub(rf"\b{re.escape(old)}\b", lambda _: new, sentence, count=1)
    return made if made != sentence else None


def said(limit: int) -> Iterator[dict[str, str]]:
    """True sentences and their corruptions, each with the text it is said to come from."""
    from training.corpus_tools.load import documents

    true = 0
    for record in documents():
        text = record["text"]
        seen: set[int] = set()
        for claim in record["claims"]:
            if true >= limit or claim["start"] in seen:
                continue
            seen.add(claim["start"])
            true += 1
            sentence = text[claim["start"] : claim["end"]]
            yield {"kind": "true", "text": text, "said": sentence}
            for kind, made in corrupted(record, claim, sentence):
                if made:
                    yield {"kind": kind, "text": text, "said": made}


def corrupted(record: dict[str, object], claim: dict[str, object], sentence: str) -> Iterator[tuple[str, str | None]]:
    """One sentence made false in each way that its words allow."""
    entities = [e for e in record["entities"] if e["mention"] == "named"]  # type: ignore[index, attr-defined]
    args = [a for a in claim["args"] if a.get("type") in ("person", "organization", "place")]  # type: ignore[attr-defined]
    for arg in args[:1]:
        other = next((e for e in entities if e["type"] == arg["type"] and e["text"] not in sentence), None)
        if other:
            yield "swapped name", swapped(sentence, arg["text"], other["text"])
    if len(args) > 1 and args[0]["text"] != args[1]["text"]:
        one, two = args[0]["text"], args[1]["text"]
        marked = swapped(swapped(sentence, one, "\0") or sentence, two, one)
        yield "exchanged roles", marked.replace("\0", two) if marked and "\0" in marked else None
    number = re.search(r"\b(?!1[89]\d\d|20\d\d)\d+\b", sentence)
    if number:
        yield "changed number", swapped(sentence, number[0], str(int(number[0]) + 1))
    year = re.search(r"\b(?:19|20)\d\d\b", sentence)
    if year:
        yield "moved date", swapped(sentence, year[0], str(int(year[0]) + 1))
    trigger = claim["trigger"]["text"]  # type: ignore[index]
    yield "flipped polarity", swapped(sentence, trigger, f"not {trigger}")
    cue = claim["cue"]
    if cue:
        yield "dropped hedge", sentence.replace(cue["text"] + " ", "", 1)  # type: ignore[index]


def main() -> int:
    """Write the sentences, let LangExtract align them in its own interpreter, print what passes its filter."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, default=1000, help="true claims to take")
    args = parser.parse_args()
    python = os.environ.get("WHENCE_LANGEXTRACT", sys.executable)
    probe = subprocess.run([python, "-c", "import langextract"], capture_output=True, check=False)
    if probe.returncode:
        print("LangExtract: not installed, not measured. tools/bench_langextract.py says how to have it.")
        return 0
    with NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for row in said(args.limit):
            file.write(json.dumps(row) + "\n")
        file.flush()
        run = subprocess.run([python, "-c", ALIGN, file.name], capture_output=True, text=True, check=True)
    offered, accepted = Counter[str](), Counter[str]()
    for line in run.stdout.splitlines():
        kind, grounded = json.loads(line)
        offered[kind] += 1
        accepted[kind] += grounded
    print(f"LangExtract {run.stderr.split()[0]}, its aligner and the filter of its README (ours: tools/tampering.py)")
    for kind in sorted(offered):
        print(f"  {kind:18} offered {offered[kind]:5} accepted {accepted[kind]:5}")
    false = sum(n for kind, n in offered.items() if kind != "true")
    print(f"  corrupted: {sum(n for k, n in accepted.items() if k != 'true')} of {false} accepted")
    return 0


if __name__ == "__main__":
    sys.exit(main())
