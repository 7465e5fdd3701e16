"""A page under work: its blocks, and what has been decided about each."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from whence.model import Document
from whence.segment.blocks import Block, cut_blocks
from whence.segment.captions import caption_score, is_caption
from whence.segment.comments import Header, find_header
from whence.segment.credits import Credit, find_credit
from whence.segment.cues import Cue, find_cue
from whence.segment.dates import find_date
from whence.segment.shapes import is_prose, key

if TYPE_CHECKING:
    from whence.segment.masthead import Masthead

# Markup says more than a line's looks; these names are what readers of HTML may call a line.
MARKUP = {
    "headline": "headline", "title": "headline", "h1": "headline",
    "subheading": "subheading", "heading": "subheading", "h2": "subheading", "h3": "subheading", "h4": "subheading",
    "byline": "byline", "author": "byline", "dateline": "dateline", "date": "dateline", "time": "dateline",
    "caption": "caption", "figcaption": "caption", "quote": "quote", "blockquote": "quote", "pullquote": "quote",
    "comment": "comment", "comments": "comment", "teaser": "teaser", "related": "teaser",
    "about": "about", "bio": "about", "tags": "tags", "tag": "tags",
    "navigation": "navigation", "nav": "navigation", "header": "navigation", "menu": "navigation",
    "boilerplate": "boilerplate", "footer": "boilerplate", "aside": "boilerplate", "form": "boilerplate",
    "body": "body", "p": "body", "paragraph": "body", "list": "body", "li": "body",
}  # fmt: skip
_NOTE = re.compile(r"\[\^?\d{1,3}\]")
OUTSIDE = frozenset({"navigation", "boilerplate", "comment", "teaser", "about", "tags"})


class Page:
    """The blocks of one document and the kind, author and rule given to each so far."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.masthead: Masthead | None = None
        self.blocks: list[Block] = cut_blocks(doc)
        count = len(self.blocks)
        self.kinds: list[str] = [""] * count
        self.rules: list[str] = [""] * count
        self.authors: list[str] = [""] * count
        self.joined: list[bool] = [False] * count
        self.markup: list[str] = _markup(self.blocks)
        self.lowered = frozenset(re.findall(r"(?<![@\w])[^\W\d_A-Z][^\W\d_]{2,}\b", doc.text[:200_000]))
        self.prose: list[bool] = [is_prose(b) and not b.furniture for b in self.blocks]
        self.headers: list[Header | None] = [None if b.furniture else find_header(b) for b in self.blocks]
        self.credits: list[Credit | None] = [self._credit(n) for n in range(count)]
        self.cues: list[Cue | None] = self._find_cues()
        self.keys: list[str] = [key(b.text[:300]) if b.words <= 40 else "" for b in self.blocks]
        self._sum()

    def __len__(self) -> int:
        return len(self.blocks)

    def raw(self, number: int) -> str:
        """The words of a block as they stand in the document."""
        return self.doc.text[self.blocks[number].start : self.blocks[number].end]

    def mark(self, number: int, kind: str, rule: str, *, author: str = "", force: bool = False) -> None:
        """Decide the kind of a block, unless that was done before."""
        if force or not self.kinds[number]:
            self.kinds[number], self.rules[number] = kind, rule
            self.authors[number] = author

    def cue_kind(self, number: int) -> str:
        """The kind that a cue gives to a block, or an empty string."""
        cue = self.cues[number]
        return cue.kind if cue else ""

    def plain(self, number: int) -> bool:
        """Whether nothing has been decided and no cue, credit or markup speaks against an article's paragraph."""
        return (
            not self.kinds[number]
            and self.prose[number]
            and self.cues[number] is None
            and self.credits[number] is None
            and self.markup[number] not in OUTSIDE
        )

    def _sum(self) -> None:
        """Running sums, so that no question about the rest of a page needs a walk through it."""
        self.running: list[bool] = [self.plain(n) for n in range(len(self))]
        words = [b.words if r else 0 for b, r in zip(self.blocks, self.running, strict=True)]
        self._words = [0, *accumulate(words)]
        self._paragraphs = [0, *accumulate(map(int, self.running))]
        self._headers = [0, *accumulate(int(h is not None) for h in self.headers)]
        ahead = len(self)
        self.next_part: list[int] = [ahead] * (len(self) + 1)
        for n in range(len(self) - 1, -1, -1):
            cue = self.cues[n]
            ahead = n if cue and cue.opens else ahead
            self.next_part[n] = ahead

    def paragraphs(self, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Numbers of the blocks that look like paragraphs of an article."""
        return (n for n in range(start, len(self) if end is None else end) if self.running[n])

    def count(self, start: int, end: int | None = None) -> int:
        """How many paragraphs of running text stand between two blocks."""
        return self._paragraphs[len(self) if end is None else end] - self._paragraphs[min(start, len(self))]

    def words(self, start: int, end: int | None = None) -> int:
        """How many words of running text stand between two blocks."""
        return self._words[len(self) if end is None else end] - self._words[min(start, len(self))]

    def heads(self, start: int) -> int:
        """How many comment heads stand at `start` or below."""
        return self._headers[len(self)] - self._headers[min(start, len(self))]

    def _credit(self, number: int) -> Credit | None:
        block, header = self.blocks[number], self.headers[number]
        raw = self.doc.text[block.start : block.end]
        if block.words > 26 or block.furniture or _NOTE.match(raw):
            return None
        credit = find_credit(raw, self.lowered)
        if credit and not credit.strong and not credit.authors and caption_score(block) >= 4:
            return None
        if credit is None and header and header.strong and not re.match(r"\d+\s?[a-z]{1,3}$", header.user):
            at = raw.find(header.user)
            return Credit("byline", (at, at + len(header.user)) if at >= 0 else None, None, find_date(raw))
        return credit

    def _find_cues(self) -> list[Cue | None]:
        found: list[Cue | None] = []
        below = False
        for number, block in enumerate(self.blocks):
            cue = None if block.furniture else find_cue(block, below=below)
            found.append(cue)
            if cue is None and self.prose[number] and self.credits[number] is None:
                below = below or not is_caption(block, top=True)
        return found


def _markup(blocks: list[Block]) -> list[str]:
    """What the markup says about each block; nothing at all where it calls nearly every paragraph foreign."""
    kinds = [MARKUP.get(b.markup.casefold(), "") for b in blocks]
    long = [(k, b.words) for k, b in zip(kinds, blocks, strict=True) if is_prose(b)]
    outside = sum(w for k, w in long if k in OUTSIDE)
    if outside > 0.9 * sum(w for _, w in long):
        return [k if k in {"headline", "byline", "dateline", "caption"} else "" for k in kinds]
    return kinds
