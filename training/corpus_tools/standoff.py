"""Marks of texts that are not ours, kept without a word of them: `python -m training.corpus_tools.standoff FOLDER`.

A person or a model marks a text of the shared sets as it would one of ours (a `.mark` file, its header's publisher the
set and its title the document). What is kept of it in `training/real` are offsets into the set's own text; a reader of
them needs the set beside it.
"""

import argparse
import json
import re
from collections.abc import Iterator
from functools import cache
from gzip import open as gzip_open
from pathlib import Path
from typing import Any
from zlib import crc32

from training.casing import plain as in_ordinary_case
from training.corpus_tools.load import record
from training.corpus_tools.marking import Marked, compile_file

REAL = Path(__file__).resolve().parent.parent / "real"
WORDS = frozenset({"text", "label", "title", "publisher", "author", "batch", "subject", "genre"})
UNKNOWN = "2000-01-01"


@cache
def _set_of(root: Path, name: str) -> dict[str, str]:
    """The texts of a shared set, by the document's name in it."""
    if name == "ewt/train":
        return _ewt(root / "ewt/train.conllu.gz")
    with (root / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return {r["doc_id"]: r["text"] for r in map(json.loads, lines)}


def _ewt(path: Path) -> dict[str, str]:
    """The sentences of each document of the treebank, one space between them."""
    found: dict[str, list[str]] = {}
    with gzip_open(path, "rt", encoding="utf-8") as lines:
        here: list[str] = []
        for line in lines:
            if line.startswith("# newdoc id = "):
                here = found.setdefault(line.split(" = ", 1)[1].strip(), [])
            elif line.startswith("# text = "):
                here.append(line.removeprefix("# text = ").rstrip("\n"))
    return {name: " ".join(sentences) for name, sentences in found.items()}


def text_of(root: Path, source: str, name: str) -> str:
    """The text that offsets count in, code points; `source` is a set and its part, as "gum/train"."""
    text = _set_of(root, source)[name]
    return in_ordinary_case(text, root) if source.startswith("muc4/") else text


def _places(text: str, within: str) -> list[int]:
    """Where each code point of `text` stands in a text that may differ from it in case and in white space."""
    at = [n for n, c in enumerate(within) if not c.isspace()]
    begin = "".join(_small(within[n]) for n in at).find("".join(map(_small, re.sub(r"\s+", "", text))))
    if begin < 0:
        raise ValueError(f"the marked text does not stand in its source: {text[:60]!r}")
    found, seen = [], begin
    for c in text:
        found.append(at[min(seen, len(at) - 1)])
        seen += not c.isspace()
    return [*found, found[-1] + 1]


def _small(sign: str) -> str:
    low = sign.lower()
    return low if len(low) == 1 else sign


def kept(doc: Marked, root: Path) -> dict[str, Any]:
    """A marked text as a record without words, its offsets those of the source."""
    source, name = doc.meta["publisher"], doc.meta["title"]
    places = _places(doc.text, text_of(root, source, name))

    def moved(value: Any) -> Any:
        if isinstance(value, list):
            spans = len(value) == 2 and all(isinstance(v, int) for v in value)
            return _moved(places, *value) if spans else [moved(v) for v in value]
        if not isinstance(value, dict):
            return value
        left = {k: moved(v) for k, v in value.items() if k not in WORDS}
        if "start" in left:
            left["start"], left["end"] = _moved(places, left["start"], left["end"])
        return left

    made: dict[str, Any] = moved(record(doc) | {"regions": []})
    date = None if doc.meta["date"] == UNKNOWN else doc.meta["date"]
    split = {0: "test", 6: "dev"}.get(crc32(name.encode()) % 12, "train")
    return {**made, "doc_id": name, "source": source, "date": date, "split": split}


def _moved(places: list[int], start: int, end: int) -> list[int]:
    return [places[start], places[end - 1] + 1 if end > start else places[start]]


def documents(split: str, root: Path, folder: Path = REAL) -> Iterator[dict[str, Any]]:
    """The records of a split, each with the text of its source; `root` is where the shared sets lie."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            made = json.loads(line)
            if made["split"] == split:
                first, last = made["sentences"][0][0], made["sentences"][-1][1]
                body = {"kind": "body", "start": first, "end": last, "label": ""}
                text = text_of(root, made["source"], made["doc_id"])
                yield _worded(made | {"regions": [body]}, text) | {"text": text}


def _worded(value: Any, text: str) -> Any:
    """A record with the words of every span put back."""
    if isinstance(value, list):
        return [_worded(v, text) for v in value]
    if not isinstance(value, dict):
        return value
    found = {k: _worded(v, text) for k, v in value.items()}
    return found | {"text": text[found["start"] : found["end"]]} if "start" in found else found


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("folder", type=Path, help="folder of .mark files")
    p.add_argument("--data", type=Path, default=Path("../shared/data"))
    a = p.parse_args()
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(a.folder.glob("*.mark")):
        made = kept(compile_file(path, a.folder), a.data)
        found.setdefault(made["source"].split("/")[0], []).append(made)
    REAL.mkdir(exist_ok=True)
    for name, rows in found.items():
        place = REAL / f"{name}.jsonl"
        old = [json.loads(line) for line in place.read_text("utf-8").splitlines()] if place.exists() else []
        every = {r["doc_id"]: r for r in (*old, *rows)}
        lines = (json.dumps(every[k], ensure_ascii=False, separators=(",", ":")) + "\n" for k in sorted(every))
        place.write_text("".join(lines), "utf-8")
        print(f"{place.name}: {len(rows)} documents marked, {len(every)} in all")


if __name__ == "__main__":
    main()
