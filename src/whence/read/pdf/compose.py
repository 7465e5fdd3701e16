"""Lines of pages become paragraphs: what runs on is joined, what repeats on every page is told apart and kept."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from whence.model import Anchor
from whence.read.bylines import find_bylines
from whence.read.pdf.lines import BROKEN, PdfLine

# Running headers and footers stand in these outer parts of a page.
EDGE = 0.12
NUMBER = re.compile(r"\W*(?:page|p\.|seite)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|\|)\s*\d{1,4})?\W*", re.I)
BULLET = re.compile(
    r"(?:[\u2022\u2023\u25aa\u25cf\u25e6\u2043\u00b7\uf0b7\u2013\u2014*-]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s)"
)
NOTE = re.compile(r"(?:\[?\d{1,3}[\].)]?|[*\u2020\u2021\u00a7]+)\s*\S")
CAPTION = re.compile(r"(?:figure|fig\.|table|map|chart|photo|image|source)\s*[\dA-Z]{0,4}\s*[:.\u2013-]", re.I)
ENDED = re.compile(r"[.!?:\u2026][\"'\u201d\u2019)\]]*(?:\d{1,3})?$")
HYPHENATED = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(slots=True)
class Block:
    """Lines that run on as one paragraph, and what kind of paragraph it is."""

    kind: str
    lines: list[PdfLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Composed:
    """The text of a PDF; `joined` are the offsets in it where a hyphen at the end of a line was taken out."""

    text: str
    lines: tuple[tuple[int, str], ...]
    anchors: tuple[Anchor, ...]
    joined: tuple[int, ...]


def compose(pages: Sequence[Sequence[PdfLine]]) -> Composed:
    """The paragraphs of all pages as one text with its page map."""
    blocks = list(_blocks(pages))
    return _write(blocks, _words(pages))


def _blocks(pages: Sequence[Sequence[PdfLine]]) -> Iterator[Block]:
    """Yield paragraphs in order; what surrounds the text of a page waits until its last paragraph has ended."""
    everything = [line for page in pages for line in page]
    size = _body_size(everything)
    running = _running(pages)
    pitch = _pitch(pages, size)
    title = max((line.size for line in everything if line.page == everything[0].page), default=size)
    current: Block | None = None
    waiting: list[Block] = []
    for page in pages:
        texts, around = _sort_out(page, running, size)
        margins = _Margins(texts)
        for line in texts:
            kind = _kind(line, size, title)
            if current is not None and _runs_on(current, line, kind, pitch, margins):
                current.lines.append(line)
                continue
            if current is not None:
                yield current
            yield from waiting
            waiting, current = [], Block(kind, [line])
        waiting += around
    if current is not None:
        yield current
    yield from waiting


def _sort_out(page: Sequence[PdfLine], running: set[str], size: float) -> tuple[list[PdfLine], list[Block]]:
    """The text of a page, and around it: headers, footers and footnotes."""
    texts: list[PdfLine] = []
    around: list[Block] = []
    notes: Block | None = None
    for line in page:
        if _at_edge(line) and (_key(line) in running or NUMBER.fullmatch(line.text)):
            around.append(Block("boilerplate", [line]))
        elif notes is not None and line.size < 0.95 * size:
            if NOTE.match(line.text):
                notes = Block("footnote")
                around.append(notes)
            notes.lines.append(line)
        elif line.size < 0.92 * size and line.top < 0.45 * line.height and NOTE.match(line.text):
            notes = Block("footnote", [line])
            around.append(notes)
        else:
            notes = None
            texts.append(line)
    return texts, around


def _running(pages: Sequence[Sequence[PdfLine]]) -> set[str]:
    """The lines, numbers aside, that stand at the edge of three pages, or of two in a short document."""
    counts = Counter(key for page in pages for key in {_key(line) for line in page if _at_edge(line)})
    return {key for key, count in counts.items() if count >= (2 if len(pages) < 5 else 3)}


def _key(line: PdfLine) -> str:
    return re.sub(r"\d+", "#", line.text.lower()) + ("^" if line.bottom > line.height / 2 else "_")


def _at_edge(line: PdfLine) -> bool:
    return line.bottom > (1 - EDGE) * line.height or line.top < EDGE * line.height


def _body_size(lines: Iterable[PdfLine]) -> float:
    """The letter height of most characters."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[round(line.size * 4) / 4] += len(line.text)
    return max(counts.items(), key=lambda item: (item[1], -item[0]))[0] if counts else 10.0


def _pitch(pages: Sequence[Sequence[PdfLine]], size: float) -> float:
    """The usual distance from line to line in running text."""
    steps = [
        above.bottom - below.bottom
        for page in pages
        for above, below in pairwise(page)
        if 0 < above.bottom - below.bottom < 3 * size and abs(above.size - below.size) < 0.1 * size
    ]
    return median(steps) if steps else 1.2 * size


class _Margins:
    """Where the lines of a column end on the right."""

    def __init__(self, lines: Sequence[PdfLine]) -> None:
        self.columns: dict[int, list[float]] = defaultdict(list)
        for line in lines:
            self.columns[round(line.left / 40)].append(line.right)

    def right(self, line: PdfLine) -> float:
        """The right edge of the column in which `line` stands."""
        near = round(line.left / 40)
        ends = [right for column in (near - 1, near, near + 1) for right in self.columns.get(column, ())]
        return max(ends, default=line.right)


def _kind(line: PdfLine, size: float, title: float) -> str:
    if line.page == 1 and line.size > 1.2 * size and line.size >= 0.95 * title:
        return "headline"
    if line.size > 1.12 * size or (line.bold and len(line.text) < 100 and not ENDED.search(line.text)):
        return "subheading"
    if CAPTION.match(line.text) and len(line.text) < 400 and line.size < 0.98 * size:
        return "caption"
    return "list" if BULLET.match(line.text) else "body"


def _runs_on(block: Block, line: PdfLine, kind: str, pitch: float, margins: _Margins) -> bool:
    """Whether `line` continues the paragraph."""
    last = block.lines[-1]
    if abs(last.size - line.size) > 0.08 * last.size or BULLET.match(line.text):
        return False
    if kind != block.kind and not (kind == "body" and block.kind in ("list", "caption")):
        return False
    if last.page != line.page or line.bottom > last.top:
        return _runs_over(last, line)
    gap = last.bottom - line.bottom
    if gap < 0.3 * pitch:
        return True
    if gap > 1.45 * max(pitch, 1.1 * last.size):
        return False
    if HYPHENATED.search(last.text):
        return True
    if block.kind in ("headline", "subheading"):
        return last.bold == line.bold
    if line.left - last.left > 0.8 * last.size and block.kind != "list":
        return len(block.lines) == 1 and not ENDED.search(last.text) and last.right > 0.9 * margins.right(last)
    width = margins.right(last) - last.left
    room = (margins.right(last) - last.right) / width if width > 0 else 0.0
    return room < (0.12 if ENDED.search(last.text) else 0.35)


def _runs_over(last: PdfLine, line: PdfLine) -> bool:
    """Whether a paragraph goes on in the next column or on the next page: it has not ended, or a word is broken."""
    return bool(HYPHENATED.search(last.text)) or not ENDED.search(last.text)


def _words(pages: Sequence[Sequence[PdfLine]]) -> Counter[str]:
    """The words that stand whole within a line, with their hyphens."""
    return Counter(w.lower() for page in pages for line in page for w in WORD.findall(line.text.rstrip(BROKEN + "-")))


def _write(blocks: Sequence[Block], words: Counter[str]) -> Composed:
    out: list[str] = []
    lines: list[tuple[int, str]] = []
    anchors: list[Anchor] = []
    joined: list[int] = []
    length = 0
    kinds = [_final_kind(block) for block in blocks]
    find_bylines([" ".join(line.text for line in block.lines) for block in blocks], kinds)
    for block, kind in zip(blocks, kinds, strict=True):
        lines.append((length, kind))
        for number, line in enumerate(block.lines):
            if not anchors or anchors[-1].page != line.page:
                anchors.append(Anchor(length, line.page))
            following = block.lines[number + 1].text if number + 1 < len(block.lines) else None
            text, link = _link(line.text, following, words)
            if following is not None and HYPHENATED.search(line.text) and not text.endswith("-"):
                joined.append(length + len(text))
            out += (text, link)
            length += len(text) + len(link)
    return Composed("".join(out), tuple(lines), tuple(anchors), tuple(joined))


def _final_kind(block: Block) -> str:
    """The kind of a whole block: a numbered item of some length is a paragraph of a report, not of a list."""
    if block.kind == "list" and block.lines[0].text[:1].isalnum() and sum(len(x.text) for x in block.lines) > 150:
        return "body"
    return block.kind


def _link(text: str, following: str | None, words: Counter[str]) -> tuple[str, str]:
    """The line as it is written and what joins it to the next; a hyphen goes only where the word has none elsewhere."""
    whole = text.replace(BROKEN, "-") if following is None else text
    if following is None:
        return whole, "\n"
    if not HYPHENATED.search(text):
        return text.replace(BROKEN, "-"), " "
    stem = text[:-1].replace(BROKEN, "-")
    head = (WORD.findall(stem) or [""])[-1].lower()
    tail = (WORD.match(following) or [""])[0].lower()
    if words[head + tail] >= words[f"{head}-{tail}"] and following[:1].islower() and tail:
        return stem, ""
    return stem + "-", ""
