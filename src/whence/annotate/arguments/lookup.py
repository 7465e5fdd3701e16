"""Mentions and chains of one document, asked by place."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from whence.model import Chain, Document, Mention, Span

BETWEEN = re.compile(r"\s*(?:and\s+|(?:of|to|at|for|in)\s+(?:the\s+)?)?")
COMMA = re.compile(r"\s*,\s*(?:the\s+)?")
APPOSED = re.compile(
    r"\s*\)?(?:,(?!\s*(?:and|or|but)\b)\s*(?:(?:the|a|an|who (?:is|was) (?:the|a))\s)?|\s(?:the|a|an)\s)[^,;.()]{0,40}"
)
TITLES = frozenset({"style", "rank", "post"})
BODIES = frozenset({"organization", "facility"})
NAMED = frozenset({"person", "organization", "place", "facility", "law", "event", "work", "vehicle"})
TOLD = frozenset({"person", "organization", "place", "event", "work"})
AGENTS = frozenset({"person", "organization"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """What stands at a place of the tree: its span, its type, whether it is a name, and the antecedent of a pronoun."""

    span: Span
    type: str
    named: bool
    antecedent: Span | None = None
    value: str | None = None
    country: bool = False
    inferred: bool = False


class Described(Protocol):
    """A noun phrase whose type the reader told."""

    @property
    def start(self) -> int:
        """Where the phrase begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def type(self) -> str:
        """The kind of thing that it describes."""


class Lookup:
    """Mentions and chains of one document, asked by place; `described` are noun phrases with the reader's type."""

    def __init__(
        self,
        doc: Document,
        mentions: Sequence[Mention],
        chains: Sequence[Chain],
        described: Sequence[Described] = (),
    ) -> None:
        self.told = {d.end: (d.start, d.type) for d in sorted(described, key=lambda d: d.start) if d.type in TOLD}
        self.doc = doc
        self.mentions = sorted(mentions, key=lambda m: (m.span, m.type))
        self.starts = [m.span.start for m in self.mentions]
        self.chain_of = {span: chain for chain in chains for span in chain.mentions}
        self.names_by_type = {(m.span, m.type) for m in self.mentions if m.form == "name"}
        self.named = {m.span for m in self.mentions if m.form == "name" and m.type in NAMED}

    def covering(self, start: int, end: int) -> list[Mention]:
        """Mentions that share a character with the range, in order."""
        found = []
        for k in range(bisect_right(self.starts, end) - 1, -1, -1):
            m = self.mentions[k]
            if m.span.start < end and start < m.span.end:
                found.append(m)
            if start - m.span.start > 200:
                break
        return found[::-1]

    def holds_name(self, span: Span) -> bool:
        """Whether a name stands inside `span`."""
        inside = self.covering(span.start, span.end)
        return any(m.form == "name" and m.type in NAMED and span.contains(m.span) for m in inside)

    def announced(self, role: Mention) -> Mention | None:
        """The person whose name follows a title, other titles and "of the Guild" between them."""
        at = role.span.end
        styled = False
        for m in self.mentions[bisect_right(self.starts, role.span.start) :]:
            body = m.form == "nominal" and m.type == "organization"
            if m.span.start < at or (m.form != "name" and not body):
                continue
            if m.type == "role" and m.maker.rule in TITLES and COMMA.fullmatch(self.doc.text, at, m.span.start):
                at, styled = m.span.end, True  # "the president of the Guild, Mr Ada Mensah"
                continue
            if styled:
                return m if m.type == "person" and not self.doc.text[at : m.span.start].strip(" .") else None
            if m.type == "nationality" and COMMA.fullmatch(self.doc.text, at, m.span.start):
                # "the chief of the Guild, the Swiss Ada Mensah,"
                beside = self.covering(m.span.end + 1, m.span.end + 2)
                return next((n for n in beside if n.type == "person" and n.form == "name"), None)
            if m.type == "person" and COMMA.fullmatch(self.doc.text, at, m.span.start):
                return m if self.doc.text[m.span.end : m.span.end + 1] in (",", ".", ";", ")") else None
            if not BETWEEN.fullmatch(self.doc.text, at, m.span.start):
                return None
            apart = self.doc.text[at : m.span.start].strip()
            if m.type == "person":
                return None if apart else m  # "an adviser to Ada Mensah" is not she
            if m.type == "role" and apart not in ("", "and"):
                return None  # "a spokesman for President Ada Mensah"
            if m.type not in ("role", "organization", "place", "nationality"):
                return None
            if m.type != "role" and not self.doc.text[at : m.span.start].strip():
                return None
            at = m.span.end
        return None

    def apposed(self, role: Mention) -> Mention | None:
        """The person before a comma whose post `role` gives ("Ada Mensah, the new chief of the Guild")."""
        before = [m for m in self.mentions[: bisect_right(self.starts, role.span.start)] if m.form == "name"]
        for m in reversed(before[-4:]):
            if m.type == "person":
                return m if APPOSED.fullmatch(self.doc.text, m.span.end, role.span.start) else None
        return None

    def name_of(self, mention: Mention) -> Span | None:
        """The fullest name in the chain of `mention`, for a pronoun or a bare title."""
        chain = self.chain_of.get(mention.span)
        if chain is None:
            return None
        if mention.form == "pronoun" and mention.type == "person" and chain.type in BODIES:
            return None  # "she" is no firm
        if mention.form == "pronoun" and chain.type == "person" and self.doc.quote(mention.span).lower() == "which":
            return None
        names = [s for s in chain.mentions if (s, chain.type) in self.names_by_type and s != mention.span]
        before = [s for s in names if s.start <= mention.span.start] or names
        return max(before, key=lambda s: (len(s), -s.start), default=None)
