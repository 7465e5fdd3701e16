"""What a file is, by its content; the suffix and the declared type are only hints."""

import json
import re
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import BinaryIO

from whence.read.encodings import MARKS, wide

HEAD = 65536

HTML_START = re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html[\s>])", re.I | re.S)
HTML_TAGS = re.compile(
    rb"<(?:head|body|div|p|a|h[1-6]|ul|ol|table|meta|title|link|script|style|span|article|section|br|img)\b[^<>]*>",
    re.I,
)
XML_START = re.compile(rb"\s*<\?xml\s")
HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]*):[ \t]?")
STRONG_HEADERS = frozenset({b"mime-version", b"message-id", b"received", b"return-path", b"delivered-to"})
MAIL_HEADERS = STRONG_HEADERS | {b"from", b"to", b"subject", b"date", b"content-type", b"cc", b"reply-to"}
MAIL_SUFFIXES = frozenset({".eml", ".mht", ".mhtml", ".mbox"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".mhtml"})
LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
OFFICE = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt/presentation.xml": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
DOCX = OFFICE["word/document.xml"]
ZIP, WARC, GZIP, PDF = "application/zip", "application/warc", "application/gzip", "application/pdf"
HTML, MAIL, LINES, PLAIN = "text/html", "message/rfc822", "application/x-ndjson", "text/plain"
MARKDOWN, BINARY, XML, JSON = "text/markdown", "application/octet-stream", "application/xml", "application/json"
CONTAINERS = frozenset({ZIP, WARC, GZIP, LINES})
# What Python counts as a control character and a text may hold: tab, line feed, form feed, carriage return, escape.
CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27}) + b"\x7f"


def sniff(stream: BinaryIO, name: str, declared: str = "") -> str:
    """The media type of what `stream` holds; `name` is the file's name and `declared` a type from a container."""
    head = stream.read(HEAD)
    stream.seek(0)
    suffix = PurePosixPath(name.lower()).suffix
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_type(stream)
    if head.startswith(b"\x1f\x8b"):
        return WARC if _unzipped(head).startswith(b"WARC/") else GZIP
    if head.startswith(b"WARC/"):
        return WARC
    if head.lstrip(b"\x00 \t\r\n\xef\xbb\xbf").startswith(b"%PDF-") or (suffix == ".pdf" and b"%PDF-" in head[:1024]):
        return PDF
    if is_binary(head):
        # A stray zero byte in a page is replaced, as browsers do.
        return HTML if HTML_START.match(head) and head.count(0) <= 0.001 * len(head) else BINARY
    return _text_type(_narrow(head), suffix, declared.lower())


def is_binary(head: bytes) -> bool:
    """Whether `head` holds what no text holds: zero bytes outside UTF-16 and UTF-32, or many control characters."""
    if head.startswith(tuple(mark for mark, _ in MARKS)) or wide(head):
        return False
    return b"\x00" in head or len(head) - len(head.translate(None, CONTROLS)) > 0.01 * len(head)


def unknown_type(head: bytes, name: str) -> str:
    """What puremagic calls a binary file, '' when it does not know."""
    import puremagic

    try:
        return str(puremagic.from_string(head, mime=True, filename=name) or puremagic.from_string(head, filename=name))
    except (puremagic.PureError, ValueError, OSError):
        return ""


def _text_type(head: bytes, suffix: str, declared: str) -> str:
    if _is_mail(head, suffix):
        return MAIL
    if _is_lines(head, suffix):
        return LINES
    if HTML_START.match(head) or (suffix not in (".txt", ".md", ".markdown") and _is_html(head, suffix, declared)):
        return HTML
    if XML_START.match(head) or head.lstrip().startswith(b"{\\rtf"):
        return XML if XML_START.match(head) else "application/rtf"
    if suffix == ".json":
        return JSON
    return MARKDOWN if suffix in (".md", ".markdown") or declared == MARKDOWN else PLAIN


def _narrow(head: bytes) -> bytes:
    """`head` as UTF-8, so that the patterns for markup also meet wide encodings."""
    for mark, name in MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(name, "ignore").encode("utf-8", "ignore")
    order = wide(head)
    return head.decode(order, "ignore").encode("utf-8", "ignore") if order else head


def _is_html(head: bytes, suffix: str, declared: str) -> bool:
    expected = suffix in HTML_SUFFIXES or declared in (HTML, "application/xhtml+xml")
    return len(HTML_TAGS.findall(head)) >= (1 if expected else 6)


def _is_mail(head: bytes, suffix: str) -> bool:
    """Whether `head` opens with mail headers; without a mail suffix one of them must be a machine's."""
    names = set()
    for number, line in enumerate(head.splitlines()):
        if not line.strip():
            break
        if line[:1] in b" \t" or (number == 0 and line.startswith(b"From ")):
            continue
        match = HEADER.match(line)
        if not match:
            return False
        names.add(match[1].lower())
    needed = MAIL_HEADERS if suffix in MAIL_SUFFIXES else STRONG_HEADERS
    return bool(names & needed) and len(names & MAIL_HEADERS) >= (1 if suffix in MAIL_SUFFIXES else 2)


def _is_lines(head: bytes, suffix: str) -> bool:
    """Whether the first line is a JSON object; a file that is not called so must have a text in it."""
    first = head.lstrip().split(b"\n", 1)[0].strip()
    if suffix in LINES_SUFFIXES:
        return first.startswith(b"{")
    if not first.startswith(b"{") or b'"text"' not in first:
        return False
    try:
        record = json.loads(first)
    except (ValueError, RecursionError):
        return len(first) >= HEAD - 1024 and re.match(rb'\{\s*"(text|url|title|date|publisher)"\s*:', first) is not None
    return isinstance(record, dict) and isinstance(record.get("text"), str)


def _zip_type(stream: BinaryIO) -> str:
    try:
        with zipfile.ZipFile(stream) as archive:
            names = set(archive.namelist())
    except Exception:  # a broken directory is told by the reader of archives, with its reason
        return ZIP
    finally:
        stream.seek(0)
    for name, media_type in OFFICE.items():
        if name in names:
            return media_type
    if "mimetype" in names:
        return "application/epub+zip" if "META-INF/container.xml" in names else "application/vnd.oasis.opendocument"
    return ZIP


def _unzipped(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 16)
    except zlib.error:
        return b""
