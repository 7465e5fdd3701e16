"""What is given: documents, where they were found, and what went wrong on the way."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from whence.model.ids import digest
from whence.model.spans import Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """A point where the text meets its source: text offset `start` stands on `page`, or at source offset `at`.

    From there to the next anchor text and source run in step.
    """

    start: int
    page: int | None = None
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was read; `text` is final and every span of it quotes exactly.

    `meta` holds what the file itself declares (HTML meta tags, mail headers, PDF information), lower-case keys.
    `anchors` map the text to pages (PDF) or to offsets of the decoded source (HTML), ascending by `start`.
    `lines` holds, for sources with markup, the kind that the markup gives to a line that begins at an offset
    (`headline`, `navigation`, `comment`, ...); plain text has none.
    """

    id: str
    text: str
    source: str
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    encoding_guessed: bool = False
    language: str = "en"
    meta: Mapping[str, str] = field(default_factory=dict)
    anchors: tuple[Anchor, ...] = ()
    lines: tuple[tuple[int, str], ...] = ()

    @classmethod
    def of(cls, text: str, source: str = "text", **rest: object) -> "Document":
        """A document of plain `text`, its id the digest of the UTF-8 bytes."""
        return cls(digest(text.encode("utf-8", "surrogatepass")), text, source, **rest)  # type: ignore[arg-type]

    def span(self, start: int, end: int) -> Span:
        """The span of this document from `start` to `end`; raises ValueError beyond the text."""
        if end > len(self.text):
            raise ValueError(f"{self.source} has {len(self.text)} characters; a span cannot end at {end}")
        return Span(self.id, start, end)

    def quote(self, span: Span) -> str:
        """The words at `span`; raises ValueError for a span of another document."""
        if span.doc_id != self.id:
            raise ValueError(f"a span of document {span.doc_id} was put to {self.source}")
        return self.text[span.start : span.end]

    def source_offset(self, offset: int) -> int | None:
        """Where the character at `offset` stands in the decoded source, or None where there is no map to it."""
        found = bisect_right(self.anchors, offset, key=lambda a: a.start) - 1
        if found < 0 or self.anchors[found].at is None:
            return None
        return self.anchors[found].at + offset - self.anchors[found].start  # type: ignore[operator]

    def page(self, offset: int) -> int | None:
        """The page on which `offset` stands, counted from 1, or None where there are no pages."""
        found = bisect_right(self.anchors, offset, key=lambda a: a.start) - 1
        return self.anchors[found].page if found >= 0 else None


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a document was found, and what the crawler or the analyst knows about it.

    `given` may hold title, author, publisher, published (EDTF), url and grade (Admiralty, such as ``B2``).
    """

    doc_id: str
    source: str
    given: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something that could not be read whole: which source, why, and what to do next."""

    source: str
    kind: str
    reason: str
    next_step: str
