"""A second opinion on what a block is: a small model over its words, its looks and what stands around it."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from whence.segment.captions import caption_score
from whence.segment.page import Page

KINDS = tuple(
    "headline byline dateline subheading body caption quote comment teaser about tags navigation boilerplate".split()
)
FILE = "data/kinds.npz"
_TOKEN = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?|\d+|[^\w\s]")
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_ADDRESS = re.compile(r"https?:|www\.|\w@\w|\.(?:com|org|net|example)\b")
_STEPS = (1, 2, 3, 5, 8, 12, 20, 35, 60)
_SHARES = (0.0, 0.1, 0.5, 0.9, 0.999)
_FIRST, _LAST, _PAIRS = 24, 4, 10  # words: of the block's head, of its end, of its head in pairs
_REACH = 8  # blocks
_SEEN = 600  # characters of a block
_PROSE = 200_000  # characters of running text whose words are remembered
_LONG = 20  # words: a paragraph of the article, by whose distance a block is placed


class Surroundings:
    """What the blocks of a page look like to each other; worked out where it is asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._codes: dict[int, str] = {}
        self._tokens: dict[int, list[str]] = {}
        self.times = Counter(page.keys)
        self._long = [n for n in range(len(page)) if page.running[n] and page.blocks[n].words >= _LONG]

    def before(self, n: int) -> int:
        """The last long paragraph above a block, or -1."""
        at = bisect_left(self._long, n)
        return self._long[at - 1] if at else -1

    def after(self, n: int) -> int:
        """The first long paragraph below a block, or the number of all blocks."""
        at = bisect_right(self._long, n)
        return self._long[at] if at < len(self._long) else len(self.page)

    @cached_property
    def prose(self) -> dict[str, int]:
        """How many paragraphs of running text hold a word."""
        found: dict[str, int] = {}
        size = 0
        for n, block in enumerate(self.page.blocks):
            if not self.page.running[n] or size > _PROSE:
                continue
            size += len(block.text)
            for word in set(_LETTERS.findall(block.text.casefold())):
                found[word] = found.get(word, 0) + 1
        return found

    def tokens(self, n: int) -> list[str]:
        """Words and marks of a block, lower-case, numbers alike."""
        if n not in self._tokens:
            found = _TOKEN.findall(self.page.blocks[n].text[:_SEEN].casefold())
            self._tokens[n] = ["0" * min(len(t), 5) if t.isdigit() else t for t in found]
        return self._tokens[n]

    def sign(self, n: int) -> str:
        """What the rules know of a block by itself: its cue, credit, comment head or markup."""
        page = self.page
        cue, credit = page.cues[n], page.credits[n]
        if page.markup[n]:
            return f"m {page.markup[n]}"
        if cue:
            return f"c {cue.kind}{'+' if cue.opens else ''}"
        if credit:
            return f"b {credit.kind} {credit.strong}"
        if page.headers[n]:
            return "head"
        if page.blocks[n].furniture:
            return "furniture"
        return "prose" if page.prose[n] else "-"

    def code(self, n: int) -> str:
        """Sign and length of a block, or the edge of the page."""
        if not 0 <= n < len(self.page):
            return "edge"
        if n not in self._codes:
            block = self.page.blocks[n]
            self._codes[n] = f"{self.sign(n)} {_step(block.words)}{'.' if block.ends else ''}"
        return self._codes[n]


def _step(number: float, steps: tuple[float, ...] = _STEPS) -> int:
    return sum(number > s for s in steps)


def features(around: Surroundings, n: int) -> list[str]:
    """What is known of block `n`, each fact as a word of its own."""
    return ["", *_looks(around, n), *_words(around, n), *_place(around, n), *_neighbours(around, n)]


def _looks(around: Surroundings, n: int) -> list[str]:
    block, page = around.page.blocks[n], around.page
    text, cue = block.text, page.cues[n]
    size, case = _step(block.words), _case(text)
    capitals = sum(w[:1].isupper() for w in text.split()[:40]) / min(block.words, 40) if block.words else 0
    found = [
        f"size {size}",
        f"case {case}",
        f"end {_mark(text[-1])}",
        f"start {_mark(text[0])}",
        f"looks {size} {case} {_mark(text[-1])}",
        f"capitals {_step(capitals, _SHARES)} {min(size, 5)}",
        f"sign {around.sign(n)}",
    ]
    if cue:
        found.append(f"cue {cue.name}")
    if _ADDRESS.search(text):
        found.append(f"address {min(size, 5)}")
    if sum(c.isdigit() for c in text) * 3 > len(text):
        found.append("digits")
    if not text.isascii() and sum(c.isalpha() and ord(c) > 0x24F for c in text) * 2 > len(text):
        found.append("script")
    if block.words <= 75 and (score := caption_score(block)):
        found.append(f"caption {min(max(score, 0), 4)}")
    return found


def _case(text: str) -> str:
    return "A" if text.isupper() else "a" if text[:1].islower() else "Aa"


def _mark(char: str) -> str:
    return "a" if char.isalpha() else "0" if char.isdigit() else char


def _words(around: Surroundings, n: int) -> list[str]:
    tokens = around.tokens(n)
    head = tokens[:_FIRST]
    found = [f"t {t}" for t in set(head)]
    found += [f"z {t}" for t in set(tokens[_FIRST:][-_LAST:])]
    found += [f"p {a} {b}" for a, b in pairwise(head[: _PAIRS + 1])]
    found.append(f"f {tokens[0]}" if tokens else "f")
    return found


def _shared(around: Surroundings, n: int) -> int:
    """How much of the block's words other running text of the page holds, in steps."""
    words = set(_LETTERS.findall(around.page.blocks[n].text[:_SEEN].casefold()))
    if not words:
        return -1
    own = 1 if around.page.running[n] else 0
    held = sum(around.prose.get(w, 0) > own for w in words)
    return _step(held / len(words), (0.0, 0.2, 0.4, 0.7))


def _place(around: Surroundings, n: int) -> list[str]:
    page = around.page
    total = max(page.words(0), 1)
    above = _step(page.words(0, n) / total, _SHARES)
    below = min(page.count(n + 1), 3)
    size, shared, sign = min(_step(page.blocks[n].words), 7), _shared(around, n), around.sign(n)
    back, ahead = min(n - around.before(n), 6), min(around.after(n) - n, 6)
    again = page.keys[n] != "" and around.times[page.keys[n]] > 1
    return [
        f"above {above}",
        f"below {below}",
        f"top {_step(n)}",
        f"bottom {_step(len(page) - n)}",
        f"between {back} {ahead}",
        f"place {above} {below} {size}",
        f"sign at {sign} {above} {below > 0}",
        f"shared {shared} {size}",
        f"shared at {shared} {above} {below > 0}",
        f"gaps {_gap(page, n)} {_gap(page, n + 1)} {size}",
        f"again {again} {above}",
    ]


def _gap(page: Page, n: int) -> int:
    """Lines between a block and the one above it."""
    return min(page.blocks[n].gap, 3) if n < len(page) else -1


def _neighbours(around: Surroundings, n: int) -> list[str]:
    code = around.code
    own = code(n)
    found = [f"{d} {code(n + d)}" for d in (-3, -2, -1, 1, 2, 3)]
    found += [f"-1+ {code(n - 1)} {own}", f"+1+ {own} {code(n + 1)}", f"both {code(n - 1)} {own} {code(n + 1)}"]
    for d in (-1, 1):
        if 0 <= n + d < len(around.page):
            found += [f"{d} t {t}" for t in around.tokens(n + d)[:2]]
    return found + _heads(around, n)


def _heads(around: Surroundings, n: int) -> list[str]:
    """The short lines above, as far as the last paragraph: one of them may head a list."""
    found = []
    for m in range(n - 1, max(n - 1 - _REACH, around.before(n)), -1):
        block, cue = around.page.blocks[m], around.page.cues[m]
        if cue and cue.opens:
            found.append(f"part {cue.opens} {cue.kind}")
            break
        if block.words <= 4 and not block.ends:
            found += [f"u {t}" for t in around.tokens(m)[:3]]
    return found


@dataclass(frozen=True)
class Model:
    """Numbers of the features and their weights: for each a row of one weight a kind."""

    number: Mapping[str, int]
    weights: NDArray[np.float64]

    def chances(self, known: Iterable[str]) -> dict[str, float]:
        """How likely each kind is, by what is known of a block."""
        rows = sorted({self.number[f] for f in known if f in self.number})
        scores = self.weights[rows].sum(0)
        shares = np.exp(scores - scores.max())
        return dict(zip(KINDS, (shares / shares.sum()).tolist(), strict=True))


@lru_cache(maxsize=1)
def model() -> Model:
    """The model that the package carries, loaded once in a process."""
    with resources.files("whence.segment").joinpath(FILE).open("rb") as file:
        held = np.load(file)
        names = bytes(held["names"]).decode("utf-8").split("\n")
        weights = held["weights"].astype(np.float64) * held["scale"]
    return Model({name: n for n, name in enumerate(names)}, weights)
