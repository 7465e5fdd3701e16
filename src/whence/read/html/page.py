"""A page: decoded, parsed, laid out as lines of text, each with its kind and its place in the source."""

import re

from whence.errors import NoText
from whence.read.encodings import Decoded, decode
from whence.read.html.layout import lay_out
from whence.read.html.meta import read_meta
from whence.read.html.source import MARK, parse
from whence.read.jobs import Blob, Draft
from whence.read.limits import Limits
from whence.read.plain import encoding_remarks

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
DECLARATION = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.I)
LEFT_OVER = f"{MARK}\\d+:\\d+-->"


def declared_charsets(data: bytes) -> list[str]:
    """What the first 4,096 bytes of a page say about its charset."""
    head = data[:4096]
    found = [m[1].decode("ascii") for m in (CHARSET.search(head), DECLARATION.search(head)) if m]
    # A page that could be searched as ASCII is not in UTF-16, whatever it says.
    return [label for label in found if not label.lower().startswith(("utf-16", "utf16", "ucs", "utf-32"))]


def decode_page(blob: Blob) -> Decoded:
    """The source of a page, by the charset of the connection, then of the page."""
    return decode(blob.data, [*([blob.charset] if blob.charset else []), *declared_charsets(blob.data)])


def read_html(blob: Blob, limits: Limits) -> Draft:
    """All visible text of a page; raises `NoText` where it shows none."""
    decoded = decode_page(blob)
    tree = parse(decoded.text, blob.source, marked=True)
    if tree is None:
        raise NoText(blob.source, "the page has no elements", "Open it in a browser; if it shows text, save it again.")
    meta = read_meta(tree, blob.meta)
    text, lines, anchors = lay_out(tree, decoded.text, meta)
    if MARK in text and re.search(LEFT_OVER, text):
        # The parser and our scanner disagree about where text begins: keep the text, give up its places.
        plain = parse(decoded.text, blob.source, marked=False)
        if plain is not None:
            text, lines, anchors = lay_out(plain, decoded.text, meta)
    if not text.strip():
        raise NoText(blob.source, "the page shows no text", "It may be drawn by a script: save it from a browser.")
    return Draft(
        text,
        "text/html",
        decoded.encoding,
        decoded.guessed,
        meta=meta,
        anchors=anchors,
        lines=lines,
        remarks=encoding_remarks(blob.source, decoded),
    )
