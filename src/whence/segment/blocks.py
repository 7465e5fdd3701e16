"""Blocks: the paragraphs of a text, found again whatever the source did to its lines."""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from whence.model import Document

# Everything at which str.splitlines breaks a line, form feeds (page ends) among them.
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SPACES = re.compile(r"\s+")
_OPEN = frozenset(
    "the a an of in on at to for from by with and or but that which who as is are was were its his her".split()
)
# No line of prose ends with one of these but where it is broken; a menu may have "Log in" and "What we stand for".
_NEVER_LAST = frozenset("the a an of and or with from that which its his her".split())
_SHORT_NAME = re.compile(r"\([A-Z][\w&.-]{1,9}\)")
_BY = re.compile(r"by\s", re.IGNORECASE)
_LABEL = re.compile(r"[^\s:][^:.!?]{0,40}:\s")  # "Clerk: no", "Sponsored: five ways to"
_PROSE = 40  # characters that a line of prose has at least
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?i)^[-–—|\s]*(?:page\s+|p\.\s*|seite\s+)?\d{1,4}(?:\s*(?:of|/|von|de)\s*\d{1,4})?[-–—|\s]*$"
)
_LIST_ITEM = re.compile(r"^(?:[-–—•*·●▪◦‣▶►➤▸»]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s*[(\[][^()\[\]]{2,40}[)\]]\.?)?$")

# Formats that tell the kinds of lines, and yet may break a paragraph by hand.
HAND_WRAPPED = frozenset({"text/markdown", "message/rfc822"})


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item: text from `start` to `end`, its words counted, in one white-spaced line."""

    start: int
    end: int
    text: str
    words: int
    gap: int = 0
    indent: int = 0
    markup: str = ""
    furniture: bool = False

    @property
    def ends(self) -> bool:
        """Whether the last sentence is finished."""
        return bool(_SENTENCE_END.search(self.text))

    @property
    def item(self) -> bool:
        """Whether it opens with a bullet or a number."""
        return bool(_LIST_ITEM.match(self.text))


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    gap: int
    indent: int
    markup: str
    page_edge: bool

    def words(self, text: str) -> str:
        return text[self.start : self.end]


def cut_blocks(doc: Document) -> list[Block]:
    """The blocks of `doc` in order. Lines of one hard-wrapped paragraph are one block; page furniture stands alone."""
    lines = _lines(doc)
    furniture = _furniture(doc, lines)
    told = bool(doc.lines) and doc.media_type not in HAND_WRAPPED
    width = 0 if told else _wrap_width(doc.text, lines)
    blocks: list[Block] = []
    run: list[_Line] = []
    for number, line in enumerate(lines):
        if run and (
            number in furniture
            or number - 1 in furniture
            or not (_continues(doc.text, run, line, width) or (not told and _runs_on(doc.text, run, line)))
        ):
            blocks.append(_block(doc.text, run, number - 1 in furniture))
            run = []
        run.append(line)
    if run:
        blocks.append(_block(doc.text, run, len(lines) - 1 in furniture))
    return blocks


def _lines(doc: Document) -> list[_Line]:
    marks, edges = dict(doc.lines), _page_starts(doc)
    starts = sorted(marks)
    found: list[_Line] = []
    before = 0
    for match in _LINE.finditer(doc.text):
        words = match.group()
        stripped = words.strip()
        if not stripped:
            continue
        indent = len(words) - len(words.lstrip())
        start = match.start() + indent
        between = doc.text[before : match.start()]
        edge = "\f" in between or bool(_between(edges, before, start)) or not found
        markup = next((marks[s] for s in reversed(_between(starts, match.start(), start))), "")
        found.append(_Line(start, start + len(stripped), between.count("\n"), indent, markup, edge))
        before = match.end()
    return found


def _between(ordered: list[int], low: int, high: int) -> list[int]:
    at = bisect_left(ordered, low)
    found = []
    while at < len(ordered) and ordered[at] <= high:
        found.append(ordered[at])
        at += 1
    return found


def _page_starts(doc: Document) -> list[int]:
    seen: int | None = None
    starts = []
    for anchor in doc.anchors:
        if anchor.page is not None and anchor.page != seen:
            starts.append(anchor.start)
            seen = anchor.page
    return starts


def _furniture(doc: Document, lines: list[_Line]) -> set[int]:
    """Numbers of the lines that are running headers, footers and page numbers."""
    edges = [n for n, line in enumerate(lines) if line.page_edge]
    near: set[int] = set()
    if len(edges) > 1:
        for edge in edges:
            near.update(n for n in range(edge - 3, edge + 3) if 0 <= n < len(lines))
    shape = [_DIGITS.sub("#", line.words(doc.text)[:200]).strip("#|·•-–— ") for line in lines]
    counts = Counter(s for s in shape if s)
    found = set()
    for n, line in enumerate(lines):
        words = line.words(doc.text)
        if len(words) > 120 or line.markup:
            continue
        number = bool(_PAGE_NUMBER.match(words))
        again = counts[shape[n]]
        if (n in near and (number or again >= 2) and not words.endswith(":")) or (
            again >= 3 and _running(words, len(lines))
        ):
            found.add(n)
        elif number and (m := _beside(n, counts, shape)) is not None:
            found |= {n, m}
    return found


def _running(words: str, total: int) -> bool:
    return total > 12 and 3 <= len(words.split()) <= 14 and not re.search(r"[.!?:,;”\"]$", words)


def _beside(n: int, counts: Counter[str], shape: list[str]) -> int | None:
    """The line above or below a page number that stands beside the others too."""
    return next(
        (m for m in (n - 1, n + 1) if 0 <= m < len(shape) and len(shape[m]) > 3 and counts[shape[m]] >= 3), None
    )


def _wrap_width(text: str, lines: list[_Line]) -> int:
    """The column at which the source breaks its lines by hand, or 0."""
    close = [(a, b) for a, b in pairwise(lines) if b.gap == 1]
    broken = [a for a, b in close if _breaks(text, a, b)]
    # Sentences that run on at the next line are the proof; a text in capitals shows only lines of one length.
    if len(broken) < max(2, 0.2 * len(close)):
        broken = [a for a, _ in close] if text.isupper() else []
    lengths = sorted(a.indent + a.end - a.start for a in broken)
    if not lengths:
        return 0
    width = lengths[int(len(lengths) * 0.95)]
    return width if 30 <= width <= 140 else 0


def _breaks(text: str, line: _Line, after: _Line) -> bool:
    """Whether a sentence is broken between two lines."""
    if text[line.end - 1] in ".!?…:;" or _LIST_ITEM.match(text[after.start : after.start + 8]):
        return False
    last = text[max(line.start, line.end - 12) : line.end].rsplit(None, 1)[-1]
    return text[after.start].islower() or last in _OPEN


def _continues(text: str, run: list[_Line], line: _Line, width: int) -> bool:
    """Whether `line` goes on with the paragraph of `run`: the line before was full."""
    last = run[-1]
    if not width or line.gap > 1 or line.page_edge or last.markup != line.markup:
        return False
    words = line.words(text)
    if _LIST_ITEM.match(words) or (line.indent > run[0].indent + 1 and len(run) == 1 and run[0].indent == 0):
        return False
    first = words.split(maxsplit=1)[0]
    full = last.indent + (last.end - last.start) + 1 + len(first) > width
    open_end = not _SENTENCE_END.search(last.words(text)) and words[:1].islower()
    return full or open_end


def _runs_on(text: str, run: list[_Line], line: _Line) -> bool:
    """Whether a sentence is broken before a line though the text is not wrapped: behind "the", before "(UR)".

    Where that was so once in a paragraph, every line of it that ends no sentence is broken.
    """
    last = run[-1]
    words, before = line.words(text), last.words(text)
    if line.gap > 1 or line.page_edge or last.markup != line.markup or len(before) < _PROSE:
        return False
    if before[-1] in ".!?…:;|" or _LIST_ITEM.match(words) or _BY.match(words) or _LABEL.match(words):
        return False
    if len(words.split()) < 3 and not _SENTENCE_END.search(words):
        return False  # "versus", "for" between the parties on the first page of a ruling
    broken = words[0].islower() or before.rsplit(None, 1)[-1] in _NEVER_LAST
    return broken or len(run) > 1 or _SHORT_NAME.match(words) is not None


def _block(text: str, run: list[_Line], furniture: bool) -> Block:
    start, end = run[0].start, run[-1].end
    words = _SPACES.sub(" ", text[start:end]).strip()
    return Block(start, end, words, len(words.split()), run[0].gap, run[0].indent, run[0].markup, furniture)
