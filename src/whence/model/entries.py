"""What a person writes about claims: claims of their own, corrections, and the key by which a judged claim is found."""

import json
from dataclasses import dataclass, field, fields
from typing import Any

from whence.model.ids import digest
from whence.model.spans import Span

PERSON = "person"  # the stage of a maker who is a person; the maker's rule is the name


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says fills a role: a name or words; a number has its bounds.

    `type` is the mention type of a name that the case may not know. `anchors` are places (document, start, end) where
    the entity that was chosen by id was mentioned: the id may change, they do not.
    """

    role: str
    words: str
    type: str = ""
    anchors: tuple[tuple[str, int, int], ...] = ()
    best: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim as a person writes it, or the parts of one that a correction changes; None and () are not said.

    `start` and `end` are EDTF; '' takes a date away. `sentence` is what proves it, `source` and `page` where that
    stands, `published` when that came out, `row` the line of the spreadsheet it comes from.
    """

    predicate: str = ""
    args: tuple[Given, ...] = ()
    without: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    polarity: str | None = None
    certainty: str | None = None
    sentence: str = ""
    source: str = ""
    page: int | None = None
    published: str = ""
    said_by: str = ""
    row: str = ""

    def to_text(self) -> str:
        """The entry as one line of JSON, what is not said left out."""
        return _dump(self)

    @classmethod
    def parse(cls, text: str) -> "Entry":
        """The entry that was written as `text`."""
        raw = json.loads(text)
        args = tuple(Given(**{**a, "anchors": _places(a.get("anchors", ()))}) for a in raw.pop("args", ()))
        return cls(args=args, without=tuple(raw.pop("without", ())), **raw)

    @property
    def id(self) -> str:
        """The digest of what is claimed, the spreadsheet's row left out: the same claim written twice is one."""
        return digest("entry", *(getattr(self, f.name) for f in fields(self) if f.name != "row"))


@dataclass(frozen=True, slots=True)
class ClaimKey:
    """What a judged claim is found by when its document is read again: sentence, predicate, arguments, polarity.

    `args` are (role, words), a pronoun with its antecedent; no id that changes with the maker.
    """

    document: str
    start: int
    end: int
    predicate: str
    args: tuple[tuple[str, str], ...] = field(default=())
    polarity: str = "affirmed"

    def to_text(self) -> str:
        """The key as one line of JSON."""
        return _dump(self)

    @classmethod
    def parse(cls, text: str) -> "ClaimKey":
        """The key that was written as `text`."""
        raw = json.loads(text)
        return cls(**{**raw, "args": tuple((role, words) for role, words in raw.get("args", ()))})

    @property
    def span(self) -> Span:
        """The sentence."""
        return Span(self.document, self.start, self.end)

    def fits(self, other: "ClaimKey") -> bool:
        """Whether two keys mean one claim: sentences that overlap (a cut may move), all else alike."""
        said = (self.predicate, self.args, self.polarity) == (other.predicate, other.args, other.polarity)
        return said and self.span.overlaps(other.span)


def _places(raw: Any) -> tuple[tuple[str, int, int], ...]:
    return tuple((doc_id, start, end) for doc_id, start, end in raw)


def _dump(noun: Any) -> str:
    return json.dumps(_plain(noun), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _plain(noun: Any) -> Any:
    if isinstance(noun, tuple):
        return [_plain(item) for item in noun]
    if not hasattr(noun, "__dataclass_fields__"):
        return noun
    said = {f.name: getattr(noun, f.name) for f in fields(noun)}
    return {name: _plain(v) for name, v in said.items() if v not in (None, "", ()) or (v == "" and name in _DATES)}


_DATES = frozenset({"start", "end"})  # of a correction '' means something: no such date
