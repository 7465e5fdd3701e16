"""Where text stands in the source of a page: each run of text is marked before parsing, and found again after it."""

import re
from collections.abc import Iterator
from html import unescape

from lxml import etree, html

from whence.errors import BadInput

# Quotation marks count only after an equals sign, as in browsers; the possessive `*+` keeps a broken tag linear.
TOKEN = re.compile(
    r"<!--.*?-->|<!--.*|<!\[CDATA\[.*?\]\]>|<[!?][^>]*>"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*)(?:=\s*\"[^\"]*\"|=\s*'[^']*'|[^>])*+>",
    re.S,
)
RAW = frozenset("script style textarea title xmp iframe noembed noframes plaintext template svg math".split())
# White space, an entity, or words with one space between them: within each, text and source run in step.
PIECE = re.compile(
    r"[ \t\n\r\f]+|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?"
    r"|[^ \t\n\r\f&]+(?:[ \t\n\r\f][^ \t\n\r\f&]+)*|&"
)
STRETCH = re.compile(r"[ \t\n\r\f]+|[^ \t\n\r\f]+(?:[ \t\n\r\f][^ \t\n\r\f]+)*")
FOLD = str.maketrans("\t\n\r\f", "    ")
MARK = "w:"


def runs(source: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every run of text outside tags, comments, scripts and styles."""
    position, length = 0, len(source)
    while position < length:
        match = TOKEN.search(source, position)
        start = match.start() if match else length
        if start > position and not source[position:start].isspace():
            yield position, start
        if match is None:
            return
        position = match.end()
        name = (match["name"] or "").lower()
        if name in RAW and not match["close"]:
            position = _end_of_raw(source, name, position)


def _end_of_raw(source: str, name: str, position: int) -> int:
    close = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.I).search(source, position)
    return close.start() if close else len(source)


def mark(source: str) -> str:
    """`source` with a comment before each run of text that holds the run's offsets."""
    out: list[str] = []
    done = 0
    for start, end in runs(source):
        out += (source[done:start], f"<!--{MARK}{start}:{end}-->")
        done = start
    out.append(source[done:])
    return "".join(out)


def place(comment: str | None) -> tuple[int, int] | None:
    """The offsets that a marking comment holds, None for a comment of the page's own."""
    if not comment or not comment.startswith(MARK):
        return None
    try:
        start, end = comment[len(MARK) :].split(":")
        return int(start), int(end)
    except ValueError:
        return None


def pieces(raw: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield offset in `raw` and shown text of each stretch; nothing where the parser saw something else than `raw`."""
    if "&" not in raw and raw == text:
        yield from stretches(text)
        return
    parts = [(m.start(), unescape(m[0]) if m[0][0] == "&" else m[0]) for m in PIECE.finditer(raw)]
    if "".join(part for _, part in parts) == text.replace("\r\n", "\n") or "".join(p for _, p in parts) == text:
        yield from parts


def stretches(text: str) -> Iterator[tuple[int, str]]:
    """Yield offset and text of white space and of words with one space between them."""
    for match in STRETCH.finditer(text):
        yield match.start(), match[0]


def parse(source: str, name: str, *, marked: bool) -> etree._Element | None:
    """The tree of the page `name`, or None where there is no element in it; raises `BadInput` when it is cut short."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    text = (mark(source) if marked else source).replace("\x00", "\ufffd")
    try:
        tree = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        tree = None
    stopped = [e.message for e in parser.error_log if e.type_name in ("ERR_RESOURCE_LIMIT", "ERR_NO_MEMORY")]
    if stopped:
        step = "Open it in a browser and save it as text; only part of it could be read, so none of it was taken."
        raise BadInput(name, f"the parser stopped within the page ({stopped[0]})", step)
    return tree if tree is not None and isinstance(tree.tag, str) else None
