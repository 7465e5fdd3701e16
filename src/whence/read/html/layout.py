"""The tree of a page laid out as lines: text, the kind of each line, and its place in the source."""

from dataclasses import dataclass
from itertools import islice

from lxml import etree

from whence.model import Anchor
from whence.read.html.evidence import CLOSED, SOFT, evidence, is_reply, kind_after_heading
from whence.read.html.revise import Line, revise
from whence.read.html.scope import Scope, find_scope, titles_of
from whence.read.html.source import FOLD, pieces, place, stretches

SKIPPED = frozenset(
    "head script style template svg math iframe object embed audio video canvas map datalist param".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noscript ol optgroup option p pre "
    "section select summary table tbody td tfoot th thead tr ul caption button textarea".split()
)
HEADINGS = {f"h{n}": n for n in range(1, 7)}
CELLS = frozenset({"td", "th"})
SPACES = " \t\n\r\f"


@dataclass(slots=True)
class _Frame:
    """An open element: the kind of its text, whether that is closed to others, and what a heading in it announced."""

    element: etree._Element
    kind: str
    closed: bool = False
    soft: bool = False
    linked: bool = False
    pre: bool = False
    rest: str = ""
    level: int = 9
    tier: str = ""


class _Composer:
    """Puts pieces of text one after the other, folding white space, and remembers where each came from."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.length = 0
        self.anchors: list[Anchor] = []
        self.lines: list[Line] = []
        self.line: Line | None = None
        self.gap = ""
        self.shift: int | None = None
        self.placed = False

    def add(self, text: str, at: int | None, frame: _Frame) -> None:
        """One stretch: either white space or words, standing at source offset `at` when that is known."""
        if not frame.pre:
            text = text.translate(FOLD)
        if text.isspace() and text.strip(SPACES) == "" and not frame.pre:
            if self.line is not None and not self.gap:
                self.gap = " "
            return
        if self.line is None:
            self.line = Line(self.length, first=len(self.out), tier=frame.tier)
            self.lines.append(self.line)
        elif self.gap:
            self._put(self.gap)
        self.gap = ""
        self._anchor(at)
        self._put(text)
        self.line.kinds[frame.kind] += len(text)
        self.line.linked += len(text) if frame.linked else 0

    def space(self) -> None:
        """A space, where the page sets two links apart without one."""
        if self.line is not None and not self.gap:
            self.gap = " "

    def cell(self) -> None:
        """A tab between cells of one row."""
        if self.line is not None:
            self.gap = "\t"

    def end_line(self) -> None:
        """A new line, unless nothing stands on this one."""
        if self.line is not None:
            self.line.text = "".join(self.out[self.line.first :])
            self._put("\n")
        self.line, self.gap = None, ""

    def _put(self, text: str) -> None:
        self.out.append(text)
        self.length += len(text)

    def _anchor(self, at: int | None) -> None:
        shift = None if at is None else at - self.length
        if shift != self.shift or not self.placed:
            self.anchors.append(Anchor(self.length, None, at))
            self.shift, self.placed = shift, True


def lay_out(
    tree: etree._Element, source: str, meta: dict[str, str]
) -> tuple[str, tuple[tuple[int, str], ...], tuple[Anchor, ...]]:
    """The visible text of the page, the kind of every line by its offset, and anchors into `source`."""
    scope = find_scope(tree, meta)
    walker = _Walker(scope, source)
    walker.walk(tree)
    composer = walker.composer
    text = "".join(composer.out)
    return text, tuple(revise(composer.lines, titles_of(meta))), tuple(composer.anchors)


class _Walker:
    """Goes through the tree in order of the text; holds the open elements."""

    def __init__(self, scope: Scope, source: str) -> None:
        self.scope, self.source = scope, source
        self.composer = _Composer()
        self.stack: list[_Frame] = []
        self.after = False

    def walk(self, tree: etree._Element) -> None:
        events = etree.iterwalk(tree, events=("start", "end", "comment"))
        skipping: etree._Element | None = None
        for event, element in events:
            if event == "start":
                if element.tag in SKIPPED:
                    skipping = element
                    events.skip_subtree()
                else:
                    self._open(element)
            elif event == "comment":
                if self.stack:
                    self._text(element.tail, place(element.text))
            else:
                if skipping is element:
                    skipping = None
                else:
                    self._close(element)
                if self.stack:
                    self._text(element.tail, None)
        self.composer.end_line()

    def _open(self, element: etree._Element) -> None:
        tag = element.tag
        parent = self.stack[-1] if self.stack else _Frame(element, self.scope.outside)
        frame = self._frame(element, parent)
        if tag == "br":
            self.composer.end_line()
        elif tag in CELLS and self.scope.in_data_row(element):
            self.composer.cell()
        elif tag in BLOCKS and not self._in_cell(tag):
            self.composer.end_line()
        elif tag == "a" and _touches_link(element):
            self.composer.space()
        if tag in HEADINGS:
            self._heading(element, HEADINGS[tag], frame)
        self.stack.append(frame)
        self._text(element.text, None)

    def _close(self, element: etree._Element) -> None:
        self.stack.pop()
        if element is self.scope.main:
            self.after = True
        tag = element.tag
        if tag in BLOCKS and tag not in CELLS and not self._in_cell(tag):
            self.composer.end_line()

    def _in_cell(self, tag: str) -> bool:
        """Whether a paragraph only wraps the text of a table's cell, so that the row stays one line."""
        return tag in ("p", "div") and bool(self.stack) and self.scope.in_data_row(self.stack[-1].element)

    def _heading(self, element: etree._Element, level: int, frame: _Frame) -> None:
        """Let a heading such as Related or Comments name what follows it, up to the next heading of its rank."""
        holder = self._holder(element)
        words = " ".join("".join(element.itertext()).split())
        announced = "" if element is self.scope.headline else kind_after_heading(words)
        if announced:
            holder.rest, holder.level = announced, level
            frame.kind = announced
        elif holder.rest and level <= holder.level and holder.rest != "comment":
            holder.rest, holder.level = "", 9
            self._reset(frame, holder)

    def _reset(self, frame: _Frame, holder: _Frame) -> None:
        if not holder.closed:
            frame.kind = "subheading" if holder.kind == "body" else holder.kind

    def _holder(self, element: etree._Element) -> _Frame:
        """The frame whose later content a heading speaks for: wrappers with nothing but the heading are passed."""
        for depth in range(1, min(4, len(self.stack)) + 1):
            frame = self.stack[-depth]
            if (
                sum(1 for _ in islice(frame.element.iterchildren("*"), 2)) > 1
                or depth == 4
                or frame.element.tag in ("body", "article", "main")
            ):
                return frame
        return self.stack[-1] if self.stack else _Frame(element, "body")

    def _frame(self, element: etree._Element, parent: _Frame) -> _Frame:
        base = parent.rest or parent.kind
        closed = parent.closed or parent.rest in CLOSED
        soft = parent.soft and not parent.rest
        frame = _Frame(
            element, base, closed, soft, parent.linked or element.tag == "a", parent.pre or element.tag == "pre"
        )
        frame.tier = _tier(element, parent.tier)
        if element is self.scope.headline:
            frame.kind, frame.closed = "headline", True
            return frame
        if self.scope.exempt(element):
            if element is self.scope.root and not closed:
                frame.kind = "body"
            return frame
        if closed and not soft:
            return frame
        claimed = self._claim(element)
        if claimed == "comment" or (claimed and not closed):
            frame.kind, frame.closed = claimed, claimed in CLOSED
            frame.soft = element.tag in SOFT and claimed != "comment"
        return frame

    def _claim(self, element: etree._Element) -> str:
        """The kind by the element's markup, else by its tag and its place on the page."""
        claimed = evidence(element)
        if claimed == "hidden":
            return "boilerplate"
        if claimed:
            return "navigation" if claimed == "body" and not self.scope.within(element) else claimed
        tag = element.tag
        if tag in ("header", "footer"):
            return self._edge(element)
        if is_reply(element):
            return "comment"
        if tag == "aside":
            return "" if self.scope.within(element) else "navigation"
        if tag == "article":
            return "" if self.scope.within(element) else "teaser"
        if tag in HEADINGS:
            return "subheading" if self.scope.within(element) else ""
        if tag in ("ul", "ol", "dl"):
            return "list" if self.scope.within(element) else ""
        if self.scope.is_body(element):
            return "body"
        return "boilerplate" if self.after and tag == "p" and not self.scope.within(element) else ""

    def _edge(self, element: etree._Element) -> str:
        """The kind of a header or footer: the article's own, or the site's."""
        if not self.scope.in_article(element):
            return "navigation"
        if element.tag == "header":
            return ""
        return "tags" if any("tag" in (a.get("rel") or "").split() for a in element.iter("a")) else "boilerplate"

    def _text(self, text: str | None, at: tuple[int, int] | None) -> None:
        if not text:
            return
        frame = self.stack[-1]
        if frame.element.tag == "pre" or frame.pre:
            self._preformatted(text, at, frame)
            return
        if at is not None:
            found = list(pieces(self.source[at[0] : at[1]], text))
            for offset, piece in found:
                self.composer.add(piece, at[0] + offset, frame)
            if found:
                return
        for _, piece in stretches(text):
            self.composer.add(piece, None, frame)

    def _preformatted(self, text: str, at: tuple[int, int] | None, frame: _Frame) -> None:
        start = None if at is None or self.source[at[0] : at[1]] != text else at[0]
        for line in text.splitlines(keepends=True):
            bare = line.rstrip("\r\n")
            if bare.strip():
                self.composer.add(bare, start, frame)
            if bare != line:
                self.composer.end_line()
            start = None if start is None else start + len(line)


def _touches_link(element: etree._Element) -> bool:
    previous = element.getprevious()
    return previous is not None and previous.tag == "a" and not (previous.tail or "").strip()


def _tier(element: etree._Element, within: str) -> str:
    """Whether the text is set large, small or aside, as old pages set headlines and what is not the article."""
    tag = element.tag
    if tag == "font":
        size = (element.get("size") or "").strip()
        return "large" if size in ("5", "6", "7", "+2", "+3", "+4") else "small" if size in ("1", "-2") else within
    return {"big": "large", "small": "small", "aside": "aside"}.get(tag, within)
