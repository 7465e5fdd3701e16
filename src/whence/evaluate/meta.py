"""Document data against gold: title, publisher, author, date, and whose words are the article's."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from whence.evaluate.gold import Gold, Row, fold, squash

FIELDS = (
    ("title", "title"),
    ("publisher", "publisher"),
    ("publisher_inferred", "publisher"),
    ("author", "author"),
    ("date", "published"),
)
ARTICLE = frozenset({"body", "subheading", "headline", "quote", "dateline", "byline"})
WORDS = 8  # a paragraph shorter than this is not asked for


@dataclass(slots=True)
class MetaScore:
    """Fields right of all, blocks that leaked into the body, body paragraphs lost of all."""

    right: int = 0
    fields: int = 0
    leaks: int = 0
    lost: int = 0
    paragraphs: int = 0
    faults: list[str] = field(default_factory=list)


def score_meta(gold: Gold, documents: Iterable[Row], inferred: bool = False) -> MetaScore:
    """The score of document rows; inferred fields and doubtful dates only when `inferred` is asked."""
    by_name = {Path(d["source"]).name: d for d in documents}
    score = MetaScore()
    for key, row in gold.meta.items():
        name = gold.document(key)
        own = by_name.get(name, {})
        for want_key, mine in FIELDS:
            if want_key in row and (inferred or not (want_key.endswith("_inferred") or "?" in str(row[want_key]))):
                _field(score, name, want_key, str(row[want_key]), str(own.get(mine) or ""))
        _regions(score, gold, name, row.get("not_body", []), own.get("regions", []))
    return score


def _field(score: MetaScore, name: str, key: str, want: str, got: str) -> None:
    score.fields += 1
    if key == "date":
        good = got.startswith(want[:7]) if "?" in want else want == got[:10]
    else:
        good = bool(got) and (fold(want) in fold(got) or fold(got) in fold(want))
    score.right += good
    if not good:
        score.faults.append(f"{name} {key}: want {want!r} got {got!r}")


def _regions(score: MetaScore, gold: Gold, name: str, not_body: Iterable[str], regions: Iterable[Row]) -> None:
    """Leaks and losses, at the offsets of what was read; a line that the labelled text lacks is not asked for."""
    text = gold.read.get(name, gold.texts[name])
    labelled = squash(gold.texts[name])[0]
    rows = list(regions)
    article = [(r["start"], r["end"]) for r in rows if r["kind"] in ARTICLE]
    body = [(r["start"], r["end"]) for r in rows if r["kind"] == "body"]
    folded, back = squash(text)
    outside = [re.sub(r"\s+", " ", q) for q in not_body]
    for words in outside:
        for m in re.finditer(re.escape(words), folded):
            begins = m.start() == 0 or text[back[m.start() - 1]] == "\n" or folded[m.start() - 1] == " "
            if begins and any(s <= back[m.start()] < e for s, e in body):
                score.leaks += 1
                score.faults.append(f"{name}: in body: {words}")
    for m in re.finditer(r"[^\n]+", text):
        line = re.sub(r"\s+", " ", m.group()).strip()
        if len(line.split()) < WORDS or any(line.startswith(q) or q.startswith(line[:40]) for q in outside):
            continue
        if re.search(r"says:$", line) or squash(line)[0] not in labelled:
            continue
        score.paragraphs += 1
        middle = m.start() + len(m.group()) // 2
        if not any(s <= middle < e for s, e in article):
            score.lost += 1
            score.faults.append(f"{name}: not body: {line[:60]}")
