"""Bytes to text: byte order mark, declared charset, utf-8, then a guess that is recorded."""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from whence.read.languages import reads_as_english

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What pages call Latin-1 or ASCII is Windows-1252 to every browser; likewise the wider Chinese and Korean sets.
ALIASES = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "utf-16": "utf-16-le",
    "utf-32": "utf-32-le",
    "utf-8-sig": "utf-8",
}
# Codecs that a file may not choose: they are escapes or host names, not charsets of text.
REFUSED = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined", "utf-7", "mbcs", "oem"})
SAMPLE = 65536


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was decoded. `complaint` says what the declared charset got wrong, '' when it was right."""

    text: str
    encoding: str
    guessed: bool = False
    complaint: str = ""


def decode(data: bytes, declared: Iterable[str] = ()) -> Decoded:
    """The text of `data`, never an exception: what fits no charset keeps U+FFFD in its place and is complained of."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], name)
    named = [codec for codec in map(codec_name, declared) if codec]
    for name in named:
        text = _strict(data, name)
        if text is not None:
            return Decoded(text, name)
    complaint = _complaint(data, named[0]) if named else ""
    text = _strict(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8", complaint=complaint)
    return _guess(data, complaint)


def codec_name(label: str) -> str:
    """Our name of the charset that a file declares as `label`, '' for an unknown or refused one."""
    try:
        info = codecs.lookup(label.strip().strip("\"'").lower())
    except (LookupError, ValueError):
        return ""
    if not getattr(info, "_is_text_encoding", True) or info.name in REFUSED:
        return ""
    return ALIASES.get(info.name, info.name)


def wide(data: bytes) -> str:
    """The UTF-16 byte order that the pattern of zero bytes shows, '' when it shows none."""
    head = data[:4096]
    pairs = len(head) // 2
    if pairs < 4:
        return ""
    even, odd = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if odd > 0.6 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.6 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return ""


def _marked(data: bytes, name: str) -> Decoded:
    text = _strict(data, name)
    if text is not None:
        return Decoded(text, name)
    return Decoded(data.decode(name, "replace"), name, complaint=_complaint(data, name))


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeError, LookupError, ValueError):
        return None


def _complaint(data: bytes, name: str) -> str:
    """Where `data` stops being what it is declared to be."""
    try:
        data.decode(name)
    except UnicodeDecodeError as error:
        return f"it is declared as {name}, and byte {error.start} does not belong there"
    except (UnicodeError, LookupError, ValueError):
        return f"it is declared as {name}, and cannot be decoded so"
    return ""


def _guess(data: bytes, complaint: str) -> Decoded:
    order = wide(data)
    if order:
        text = _strict(data, order)
        if text is not None:
            return Decoded(text, order, True, complaint)
    repaired = data.decode("utf-8", "replace")
    bad = repaired.count("\ufffd")
    # A page with one torn byte is still utf-8; in a true 8-bit file nearly every high byte is bad.
    if bad <= 0.1 * sum(1 for c in repaired if c > "\x7f"):
        return Decoded(repaired, "utf-8", True, complaint or _complaint(data, "utf-8"))
    name = _western(data) or _normalizer(data)
    text = _strict(data, name)
    if text is None:
        name, text = "latin-1", data.decode("latin-1")
    return Decoded(text, name, True, complaint)


def _western(data: bytes) -> str:
    """``cp1252`` when it is plausible: English words, or few letters beyond ASCII and those next to ASCII letters."""
    text = _strict(data, "cp1252")
    if text is None:
        return ""
    if reads_as_english(text):
        return "cp1252"
    letters = sum(c.isalpha() for c in text)
    high = re.findall(r"[^\W\d_a-zA-Z]", text)
    lonely = re.search(r"[^\W\d_a-zA-Z]{3,}", text)
    return "cp1252" if len(high) <= 0.02 * letters and not lonely else ""


def _normalizer(data: bytes) -> str:
    """What charset-normalizer makes of the lines that hold high bytes."""
    from charset_normalizer import from_bytes

    lines = [line for line in data.splitlines(keepends=True) if not line.isascii()]
    best = from_bytes(b"".join(lines)[:SAMPLE]).best()
    return codec_name(best.encoding) if best else "cp1252"
