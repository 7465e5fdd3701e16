"""Quotations: what stands between quotation marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from whence.model import Span

NEXT_OPENS = re.compile(r"\"\w")
ENDED = re.compile(r"[.!?](?=\s)")
JOINED = re.compile(r"\b(?:and|or)\s+(?:an?\s+|the\s+)?[“”\"«»]?$")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks, the marks left out."""

    start: int
    end: int


def find_quotes(text: str, start: int, end: int) -> Iterator[Quote]:
    """Quotations between two offsets; one that never closes ends with its paragraph."""
    text = _one_mark_each(text)
    pattern = re.compile(
        r"“([^“”]{2,2000}?)(?:”|“|(?=\n)|$)|«([^«»]{2,2000}?)»|„([^„“”]{2,2000}?)[“”]"
        r"|(?:(?<![\w.,;:!?…])\"|\"(?=[\w“‘'(\[]))([^\"\n]{2,2000}?)(?:(?<=\s)(?=\"\w)|\"|(?=\n\s*\"))"
        r"|``([^`\n]{2,2000}?)''"
    )
    for m in pattern.finditer(text, start, end):
        group = next(k for k in range(1, 6) if m.group(k) is not None)
        yield Quote(m.start(group), _before_next(text, m.start(group), m.end(group)))
    single = re.compile(r"(?<![\w'])[‘'](?![\s'])([^‘’'\n]{12,1200}?(?:[’'](?=\w)[^‘’'\n]*?)*)[’'](?!\w)")
    for m in single.finditer(text, start, end):
        if m.group(1).count('"') % 2 == 0:
            yield Quote(m.start(1), m.end(1))


def _one_mark_each(text: str) -> str:
    """The text, as long as it is, with a double mark where a typist set two single ones: “We wait,’’ she said."""
    text = re.sub(r"(?<![\w‘’'])[‘’']{2}(?=[\w\[])", " “", text)
    return re.sub(r"(?<=[\w.,!?…\])])[’']{2}(?![\w’'])", "” ", text) if "``" not in text else text


def _before_next(text: str, start: int, end: int) -> int:
    """The end of a quotation, which ends with its first sentence where the next one opens before it has closed."""
    unclosed = NEXT_OPENS.match(text, end) and text[end - 1 : end].isspace()
    ended = ENDED.search(text, start, end) if unclosed else None
    return ended.end() if ended else end


@lru_cache(maxsize=8)
def all_quotes(text: str) -> tuple[Quote, ...]:
    """A text's quotations."""
    return tuple(find_quotes(text, 0, len(text)))


def quotes_in(text: str, start: int, end: int) -> list[Quote]:
    """The parts of a text's quotations that lie between two offsets: one may have begun a sentence before."""
    found = [Quote(max(q.start, start), min(q.end, end)) for q in all_quotes(text) if q.start < end and start < q.end]
    return [q for q in found if q.end - q.start >= 2]


def is_quoted(span: Span, quotes: Sequence[Quote]) -> bool:
    """Whether a span begins inside a quotation."""
    return any(q.start <= span.start < q.end for q in quotes)


def joined_quotes(text: str, quotes: Sequence[Quote]) -> Iterator[Quote]:
    """The first quotation and those that "and" joins to it: "a “gift” to rogues and a “loan”"."""
    for k, quote in enumerate(quotes):
        if k and not JOINED.search(text, quotes[k - 1].end, quote.start):
            return
        yield quote
