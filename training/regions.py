"""Fit the second opinion on regions: `python -m training.regions --to src/whence/segment/data`.

Taught on the teaching pages, whose every line says of what kind it is, and on texts without a page around them (GUM,
MUC-4, the teaching corpus), in which everything is the article's own. `--score` prints what rules, model and both do on
pages that were left out of the fit.
"""

import argparse
import time
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest import mock
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from training.corpus_tools.load import documents
from training.data import read_jsonl
from training.seal import seal

from whence.model import Document
from whence.segment import second
from whence.segment.cues import KINDS as KNOWN
from whence.segment.learned import KINDS, Model, Surroundings, features
from whence.segment.page import OUTSIDE, Page
from whence.segment.regions import read_page

PAGES = Path(__file__).resolve().parent / "pages"
SEEN = 2
"""A feature is kept when it stood at this many blocks."""
STEPS, RATE, PULL = 250, 0.05, 1e-4
PARTS = 8
PLAIN = 0.5
"""What a block of a text without a page counts, beside one of a page."""
GENRES = frozenset("news interview bio voyage speech court letter essay academic podcast".split())
_Floats = NDArray[np.float64]


class Lesson(NamedTuple):
    """A page with the kinds of its blocks; an empty kind is not known and teaches nothing."""

    name: str
    layout: str
    page: Page
    kinds: list[str]
    features: list[list[str]]


def load_page(path: Path) -> tuple[str, str, list[tuple[int, str]]]:
    """Layout and text of a teaching page, and where each kind of its lines begins."""
    head, _, rest = path.read_text("utf-8").partition("\n\n")
    layout = dict(line.split(": ", 1) for line in head.splitlines())["layout"]
    text, marks, kind = "", [], ""
    for line in rest.splitlines():
        if line.startswith("@") and line[1:] in KNOWN:
            kind = line[1:]
        else:
            marks.append((len(text), kind))
            text += line + "\n"
    return layout, text, marks


def kinds_of(page: Page, marks: list[tuple[int, str]]) -> list[str]:
    """The kind that most of each block has."""
    starts, found = [at for at, _ in marks], []
    for block in page.blocks:
        held: Counter[str] = Counter()
        n = bisect_right(starts, block.start) - 1
        while n < len(marks) and starts[n] < block.end:
            end = min(starts[n + 1] if n + 1 < len(marks) else block.end, block.end)
            held[marks[n][1]] += end - max(starts[n], block.start)
            n += 1
        found.append(held.most_common(1)[0][0])
    return found


def lesson(name: str, layout: str, page: Page, kinds: list[str]) -> Lesson:
    around = Surroundings(page)
    return Lesson(name, layout, page, kinds, [features(around, n) for n in range(len(page))])


def taught() -> Iterator[Lesson]:
    """The teaching pages, with what the rules alone made of them."""
    for path in sorted(PAGES.glob("*.page")):
        layout, text, marks = load_page(path)
        page = read_page(Document.of(text), second=False)
        yield lesson(path.stem, layout, page, kinds_of(page, marks))


def plain(root: Path, part: str) -> Iterator[Lesson]:
    """Texts without a page around them: whatever looks like a paragraph is one."""
    for r in documents(part):
        if part == "dev" or crc32(r["doc_id"].encode()) % 5 == 0:
            page = read_page(Document.of(r["text"]), second=False)
            spans = [(x["start"], x["end"], x["kind"]) for x in r["regions"]]
            yield lesson("corpus", "corpus", page, [_at(spans, b.start) for b in page.blocks])
    for name, most in (("gum", 80), ("muc4", 120)):
        records = [r for r in read_jsonl(root / f"{name}/{part}.jsonl") if r.get("genre", "news") in GENRES]
        for r in records[:most]:
            page = read_page(Document.of(r["text"]), second=False)
            yield lesson(name, name, page, ["body" if p else "" for p in page.prose])


def _at(spans: list[tuple[int, int, str]], at: int) -> str:
    return next((kind for start, end, kind in spans if start <= at < end), "body")


def fit(lessons: Iterable[Lesson]) -> Model:
    """Weights of a logistic model of the kinds, by Adam on all blocks at once, pulled towards nought."""
    rows, gold, weight = [], [], []
    for one in lessons:
        for kind, row in zip(one.kinds, one.features, strict=True):
            if kind:
                rows.append(row)
                gold.append(KINDS.index(kind))
                weight.append(PLAIN if one.layout == one.name else 1.0)
    seen = Counter(f for row in rows for f in set(row))
    number = {f: n for n, f in enumerate(sorted(f for f, count in seen.items() if count >= SEEN))}
    return Model(number, _descend(_columns(rows, number), np.eye(len(KINDS))[gold], np.array(weight), len(number)))


def _columns(rows: Sequence[Sequence[str]], number: dict[str, int]) -> list[list[int]]:
    return [sorted({number[f] for f in row if f in number}) for row in rows]


def _descend(columns: list[list[int]], gold: _Floats, weight: _Floats, count: int) -> _Floats:
    flat = np.array([c for row in columns for c in row])
    of = np.repeat(np.arange(len(columns)), [len(row) for row in columns])
    starts = np.concatenate([[0], np.cumsum([len(row) for row in columns])[:-1]])
    order = np.argsort(flat, kind="stable")
    of_sorted, firsts = of[order], np.searchsorted(flat[order], np.arange(count))
    share = (weight / weight.sum())[:, None]
    w, mean, square = (np.zeros((count, gold.shape[1])) for _ in range(3))
    for step in range(1, STEPS + 1):
        wrong = (softmax(np.add.reduceat(w[flat], starts)) - gold) * share
        slope = np.add.reduceat(wrong[of_sorted], firsts) + PULL * w
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        w -= RATE * (1 - step / STEPS) * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return w


def softmax(scores: _Floats) -> _Floats:
    shares = np.exp(scores - scores.max(1, keepdims=True))
    return shares / shares.sum(1, keepdims=True)


def save(held: Model, to: Path) -> None:
    """Write names and weights, these in steps of a hundred-and-twenty-seventh of the largest, and seal them."""
    names = sorted(held.number, key=held.number.__getitem__)
    scale = float(np.abs(held.weights).max()) / 127
    steps = np.round(held.weights / scale).astype(np.int8)
    used = np.flatnonzero(steps.any(1))
    to.mkdir(exist_ok=True)
    text = np.frombuffer("\n".join(names[n] for n in used).encode("utf-8"), dtype=np.uint8)
    np.savez_compressed(to / "kinds.npz", names=text, weights=steps[used], scale=np.float64(scale))
    print(seal(to))


def score(pages: list[Lesson], texts: list[Lesson], held_out: list[Lesson]) -> Iterator[str]:
    """Rules, model and both on pages that the fit did not see, by layout, and how sure the model may be believed."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    bins: dict[int, Counter[bool]] = defaultdict(Counter)
    for part in range(PARTS):
        held = fit([p for n, p in enumerate(pages) if n % PARTS != part] + texts)
        for one in pages[part::PARTS]:
            _compare(one, held, [counts[one.layout], counts["all"]], bins)
    for one in held_out:
        _compare(one, held, [counts[f"({one.name}, not a page)"]], defaultdict(Counter))
    yield "layout: pages, blocks; rules | model | both: others' blocks in the article, own blocks lost (body), titles"
    for layout, c in sorted(counts.items(), key=lambda item: (item[0] == "all", item[0])):
        three = (
            f"{c[f'{w} leak']:4} {c[f'{w} lost']:4} ({c[f'{w} body']:3}) {c[f'{w} title']:3}"
            for w in ("rules", "model", "both")
        )
        yield f"{layout:32} {c['pages']:3} {c['outside']:5}/{c['own']:5}: {' | '.join(three)} of {c['titled']}"
    for name in ("rules", "model", "both"):
        c = counts["all"]
        found, kept = c[f"{name} body found"], c[f"{name} body right"]
        yield f"{name:6} body: precision {100 * kept / found:.1f}, recall {100 * kept / c['body']:.1f} of {c['body']}"
    for step, c in sorted(bins.items()):
        yield f"chance of the site's {step / 10:.1f}-{(step + 1) / 10:.1f}: {c[True] / c.total():.2f} of {c.total()}"


def _compare(one: Lesson, held: Model, counts: list[Counter[str]], bins: dict[int, Counter[bool]]) -> None:
    with mock.patch.object(second, "model", return_value=held):
        both = read_page(one.page.doc)
    chances = [held.chances(row) for row in one.features]
    outside = [sum(c[kind] for kind in OUTSIDE) for c in chances]
    alone = [
        max(c, key=lambda k, c=c, o=o: (c[k] * ((k in OUTSIDE) == (o >= 0.5)), k))
        for c, o in zip(chances, outside, strict=True)
    ]
    for gold, share in zip(one.kinds, outside, strict=True):
        if gold:
            bins[min(int(share * 10), 9)][gold in OUTSIDE] += 1
    best = max(range(len(chances)), key=lambda n: chances[n]["headline"], default=-1)
    titles = {"rules": _first(one.page.kinds), "model": best, "both": _first(both.kinds)}
    for count in counts:
        count["pages"] += 1
        count["titled"] += "headline" in one.kinds
        for name, kinds in (("rules", one.page.kinds), ("model", alone), ("both", both.kinds)):
            count[f"{name} title"] += titles[name] >= 0 and one.kinds[titles[name]] == "headline"
            for gold, kind in zip(one.kinds, (k or "body" for k in kinds), strict=True):
                if gold:
                    count[f"{name} leak"] += gold in OUTSIDE and kind not in OUTSIDE
                    count[f"{name} lost"] += gold not in OUTSIDE and kind in OUTSIDE
                    count[f"{name} body"] += gold == "body" and kind in OUTSIDE
                    count[f"{name} body found"] += kind == "body"
                    count[f"{name} body right"] += kind == gold == "body"
        for gold in filter(None, one.kinds):
            count["outside" if gold in OUTSIDE else "own"] += 1
            count["body"] += gold == "body"


def _first(kinds: list[str]) -> int:
    return next((n for n, kind in enumerate(kinds) if kind == "headline"), -1)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", type=Path, default=Path("../shared/data"))
    p.add_argument("--to", type=Path)
    p.add_argument(
        "--score", action="store_true", help="fit on seven eighths of the pages eight times, and print tables"
    )
    a = p.parse_args()
    began = time.time()
    pages, texts = list(taught()), list(plain(a.data, "train"))
    print(f"{len(pages)} pages, {sum(len(one.kinds) for one in pages):,} blocks; {len(texts)} texts without a page")
    if a.score:
        print(*score(pages, texts, list(plain(a.data, "dev"))), sep="\n", flush=True)
    if a.to:
        held = fit([*pages, *texts])
        save(held, a.to)
        print(
            f"{len(held.number):,} features, {(a.to / 'kinds.npz').stat().st_size:,} bytes, {time.time() - began:.0f} s"
        )


if __name__ == "__main__":
    main()
