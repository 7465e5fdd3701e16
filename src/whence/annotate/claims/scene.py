"""All that the claims of a document are read from."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from whence.annotate.arguments.lookup import Described, Lookup
from whence.annotate.syntax import Parse
from whence.annotate.validity import Clock
from whence.model import Chain, Document, Maker, Mention, Sentence, Span, TimeExpression, Voice
from whence.reader import Frame, Hint

VERSION = "1"
SPEAKING = frozenset({"headline", "byline", "dateline", "subheading", "body", "caption", "quote"})
CAPITAL_BEFORE = re.compile(r"\b[A-ZÀ-Ý][\w’'-]* [A-ZÀ-Ý]{2}[\w’'-]* $|\b[A-ZÀ-Ý]{2} [A-ZÀ-Ý][\w’'-]* $")
CAPITAL_AFTER = re.compile(r" [A-ZÀ-Ý]\w")
_Read = TypeVar("_Read", Frame, Hint)


@dataclass(frozen=True)
class Scene:
    """Everything that the claims of one document are read from; what is asked of it by place is made once."""

    doc: Document
    sentences: Sequence[Sentence]
    parses: Sequence[Parse | None]
    mentions: Sequence[Mention]
    chains: Sequence[Chain]
    times: Sequence[TimeExpression]
    voices: Sequence[Voice]
    published: str | None
    described: Sequence[Described] = ()
    learned: Sequence[Frame] = ()
    hints: Sequence[Hint] = ()

    @cached_property
    def lookup(self) -> Lookup:
        """Mentions and chains by place."""
        return Lookup(self.doc, self.mentions, self.chains, self.described)

    @cached_property
    def clock(self) -> Clock:
        """Times by place."""
        free = [t for t in self.times if not self._in_name(t.span)]
        return Clock(self.doc, free, self.published, self.voices)

    def _in_name(self, time: Span) -> bool:
        """Whether a time is part of the name of a body: "the 19 April Movement"."""
        around = self.lookup.covering(time.start, time.end)
        bearers = ("organization", "facility", "person")  # "the 5 May League", "June Lind"
        bodies = (m.span for m in around if m.form == "name" and m.type in bearers)
        if any(span.contains(time) and span != time for span in bodies):
            return True
        # "FK Tide 1904 Lobos": a year between two capitals is part of a name.
        text, year = self.doc.text, self.doc.quote(time)
        return year.isdigit() and bool(
            CAPITAL_BEFORE.search(text, max(0, time.start - 24), time.start)
            and CAPITAL_AFTER.match(text, time.end, time.end + 4)
        )

    def frames_in(self, span: Span) -> Sequence[Frame]:
        """The reader's frames whose word stands in a span."""
        return _beginning_in(self.learned, span)

    def hints_in(self, span: Span) -> Sequence[Hint]:
        """The reader's hints whose word stands in a span."""
        return _beginning_in(self.hints, span)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def parse_at(self, offset: int) -> Parse | None:
        """The tree of the sentence at `offset`; None where there is none."""
        k = bisect_right(self._starts, offset) - 1
        return self.parses[k] if k >= 0 else None


def _beginning_in(read: Sequence[_Read], span: Span) -> Sequence[_Read]:
    return read[bisect_left(read, span.start, key=_start) : bisect_left(read, span.end, key=_start)]


def _start(read: Frame | Hint) -> int:
    return read.start


def made_by(rule: str) -> Maker:
    """The maker of a claim that a rule reads."""
    return Maker("annotate.claims", VERSION, rule)
