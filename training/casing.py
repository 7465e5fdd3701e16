"""Ordinary case for texts in capitals."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from gzip import open as gzip_open
from pathlib import Path

from training.corpus_tools.check import read_all

WORD = re.compile(r"[A-Za-z]+(?:[’'-][A-Za-z]+)*")
OPENS = re.compile(r"(?:^|[.!?:\"“`\n(]\s*)$")  # what stands before the first word of a sentence
NOISE = re.compile(r"\[(?:TEXT|COMMUNIQUE|REPORT|STATION COMMENTARY|QUESTION|ANSWER|[A-Z ]{3,40})\]")


@cache
def casing(root: Path) -> dict[str, str]:
    """Each word as EWT, GUM, the teaching corpus and the texts of other sets mostly write it inside a sentence."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for path in (root / "ewt/train.conllu.gz", root / "gum/gum_open_genres.conllu.gz"):
        with gzip_open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                cells = line.split("\t")
                if len(cells) > 3 and cells[0].isdigit() and cells[0] != "1":
                    seen[cells[1].lower()][cells[1]] += 1
    for text in running_texts(root):
        for match in WORD.finditer(text):
            if not OPENS.search(text, max(0, match.start() - 3), match.start()):
                seen[match[0].lower()][match[0]] += 1
    return {word: forms.most_common(1)[0][0] for word, forms in seen.items()}


def running_texts(root: Path) -> Iterator[str]:
    """The texts in ordinary case that are no MUC-4: the teaching corpus and what stands beside it."""
    yield from (marked.text for marked in read_all()[0])
    for name in ("wikigold/train", "crossner/train", "redocred/dev", "ecbplus/train", "ecbplus/dev"):
        with (root / f"{name}.jsonl").open(encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


def restored(text: str, root: Path) -> str:
    """`text` with the case of ordinary English, code point for code point."""

    def word(match: re.Match[str]) -> str:
        low = match[0].lower()
        form = casing(root).get(low)
        if form is None or len(form) != len(low):
            parts = re.split(r"([’'-])", low)
            form = "".join(casing(root).get(p, p.capitalize()) if p else p for p in parts)
        start = match.start()
        first = start == 0 or re.search(r"(?:[.!?\]]\s*[\"“]?|\n\s*|[\"“])$", text[max(0, start - 6) : start])
        return form[0].upper() + form[1:] if first else form

    return WORD.sub(word, text)


def plain(text: str, root: Path) -> str:
    """A text of MUC-4 as we read it: in ordinary case, its bracketed editor's notes blanked; offsets stay."""
    return restored(NOISE.sub(lambda m: " " * len(m[0]), text), root)
