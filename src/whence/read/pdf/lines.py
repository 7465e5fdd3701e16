"""The lines of a PDF as pdfium sees them: words, box, size and weight."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# pdfium puts these where a word was broken at the end of a line.
HYPHENS = frozenset({0x02, 0xFFFE, 0xAD})
BROKEN = "\u00ad"
BREAKS = frozenset({10, 13})
BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.I)


@dataclass(frozen=True, slots=True)
class PdfLine:
    """One line: its text, its page from 1, its box in points from the page's lower left, letter height, weight.

    `text` ends with a soft hyphen where the line breaks a word. `height` is the page's height.
    """

    text: str
    page: int
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool
    height: float


def page_lines(page: Any, number: int) -> Iterator[PdfLine]:
    """Yield the lines of one page in the order of its content."""
    text_page = page.get_textpage()
    try:
        height = page.get_height()
        for codes, indexes in _split(text_page):
            line = _line(text_page, codes, indexes, number, height)
            if line is not None:
                yield line
    finally:
        text_page.close()


def _split(text_page: Any) -> Iterator[tuple[list[int], list[int]]]:
    """Yield codes and indexes of the characters of each line."""
    import pypdfium2.raw as raw

    codes: list[int] = []
    indexes: list[int] = []
    get = raw.FPDFText_GetUnicode
    for index in range(text_page.count_chars()):
        code = get(text_page, index)
        if code in BREAKS:
            yield codes, indexes
            codes, indexes = [], []
        elif code:
            codes.append(code)
            indexes.append(index)
            if code in HYPHENS:
                # pdfium leaves out the line's end here, though the next character stands on another line
                yield codes, indexes
                codes, indexes = [], []
    yield codes, indexes


def _line(text_page: Any, codes: list[int], indexes: list[int], number: int, height: float) -> PdfLine | None:
    text = "".join(BROKEN if c in HYPHENS else chr(c) if c < 0x110000 else "\ufffd" for c in codes)
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    inked = [i for i, c in zip(indexes, codes, strict=True) if c > 32 and c not in (160, 0xFFFE)]
    text = " ".join(text.split())
    if not inked or not text:
        return None
    boxes = [box for i in {inked[0], inked[len(inked) // 2], inked[-1]} if (box := _box(text_page, i)) is not None]
    if not boxes:
        return None
    size = sorted(top - bottom for _, bottom, _, top in boxes)[len(boxes) // 2]
    left, bottom = min(b[0] for b in boxes), min(b[1] for b in boxes)
    right, top = max(b[2] for b in boxes), max(b[3] for b in boxes)
    return PdfLine(text, number, left, bottom, right, top, size, _is_bold(text_page, inked[0]), height)


def _box(text_page: Any, index: int) -> tuple[float, float, float, float] | None:
    """The box of a character with its font's full height, so that `a` and `A` are equally high."""
    import pypdfium2.raw as raw

    rect = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(text_page, index, ctypes.byref(rect)):
        return None
    return rect.left, min(rect.top, rect.bottom), rect.right, max(rect.top, rect.bottom)


def _is_bold(text_page: Any, index: int) -> bool:
    import pypdfium2.raw as raw

    if raw.FPDFText_GetFontWeight(text_page, index) >= 600:
        return True
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(128)
    size = raw.FPDFText_GetFontInfo(text_page, index, buffer, 128, ctypes.byref(flags))
    return 0 < size <= 128 and bool(BOLD.search(buffer.value.decode("utf-8", "replace")))
