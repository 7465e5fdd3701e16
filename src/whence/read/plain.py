"""Plain text and Markdown: the decoded file, code point for code point."""

import re

from whence.errors import BadInput
from whence.model import Problem
from whence.read.encodings import Decoded, decode
from whence.read.jobs import Blob, Draft
from whence.read.limits import Limits

FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.S | re.M)
PAIR = re.compile(r"([A-Za-z_-]{1,40}):[ \t]+(\S.*)")
MARKS = (
    ("subheading", re.compile(r"#{1,6}[ \t]")),
    ("quote", re.compile(r"[ ]{0,3}>")),
    ("list", re.compile(r"[ ]{0,3}(?:[-*+]|\d+[.)])[ \t]")),
)


def encoding_remarks(source: str, decoded: Decoded) -> tuple[Problem, ...]:
    """The problem of a file whose declared charset is wrong, if it is."""
    if not decoded.complaint:
        return ()
    reason = f"{decoded.complaint}; read as {decoded.encoding}"
    step = "Look for odd characters in the text; where there are any, save the file as UTF-8 and ingest it again."
    return (Problem(source, "wrong encoding", reason, step),)


def _decode(blob: Blob) -> Decoded:
    """The decoded text; raises `BadInput` where zero bytes show that part of the file is no text."""
    decoded = decode(blob.data, [blob.charset] if blob.charset else [])
    if "\x00" in decoded.text:
        reason = f"it holds zero bytes, the first as character {decoded.text.index(chr(0))}, so part of it is no text"
        raise BadInput(blob.source, reason, "Fetch it again; where it is whole, take the zero bytes out.")
    return decoded


def read_text(blob: Blob, limits: Limits) -> Draft:
    """The text of a file without markup; nothing is changed but the byte order mark, which goes."""
    decoded = _decode(blob)
    return Draft(
        decoded.text,
        "text/plain",
        decoded.encoding,
        decoded.guessed,
        meta=blob.meta,
        remarks=encoding_remarks(blob.source, decoded),
    )


def read_markdown(blob: Blob, limits: Limits) -> Draft:
    """The text of a Markdown file as it stands; `lines` tells headings, quotations, lists and front matter."""
    decoded = _decode(blob)
    text = decoded.text
    front = FRONT_MATTER.match(text)
    meta = dict(blob.meta)
    if front:
        meta |= {key.lower(): value.strip().strip("\"'") for key, value in PAIR.findall(front[1])}
    return Draft(
        text,
        "text/markdown",
        decoded.encoding,
        decoded.guessed,
        meta=meta,
        lines=_markdown_lines(text, front.end() if front else 0),
        remarks=encoding_remarks(blob.source, decoded),
    )


def _markdown_lines(text: str, body: int) -> tuple[tuple[int, str], ...]:
    lines: list[tuple[int, str]] = []
    offset, fenced, titled = 0, False, False
    for line in text.splitlines(keepends=True):
        kind = "boilerplate" if offset < body else "body"
        fence = line.lstrip().startswith(("```", "~~~"))
        if kind == "body" and not fenced and not fence:
            kind = next((k for k, mark in MARKS if mark.match(line)), "body")
            if kind == "subheading" and line.startswith("# ") and not titled:
                kind, titled = "headline", True
        fenced ^= fence and offset >= body
        if line.strip():
            lines.append((offset, kind))
        offset += len(line)
    return tuple(lines)
