"""What a stage says about a document. A reading carries its span and its maker."""

from dataclasses import dataclass

from whence.model.makers import Maker
from whence.model.spans import Span


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """A run of text of one kind; `author` names the writer of a comment or a teaser.

    Kinds: headline, byline, dateline, subheading, body, caption, quote (a pull quote), comment, teaser, about,
    tags, navigation, boilerplate.
    """

    span: Span
    kind: str
    maker: Maker
    author: str = ""


SHEET = "sheet"
"""The kind of a sentence that is no prose: a listed one, told by labelled fields."""


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """One sentence inside one region; `kind` is the region's, or `SHEET`."""

    span: Span
    kind: str
    maker: Maker


@dataclass(frozen=True, slots=True, order=True)
class DocField:
    """What is known about the document itself: title, publisher, author, published or url.

    `span` is where the text says so; None when it comes from outside (`origin` judged, given or metadata).
    `origin`: judged (by a person), given, metadata, text. `published` is EDTF; what is not stated is `inferred`.
    """

    name: str
    value: str
    origin: str
    maker: Maker
    span: Span | None = None
    inferred: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Words that name, describe or point at something. `form`: name, nominal or pronoun.

    `value` is the normalised wording where there is one (a post in lower case, a country for a demonym).
    """

    span: Span
    type: str
    form: str
    maker: Maker
    value: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, order=True)
class TimeExpression:
    """An expression of time. `kind`: date, time, range, duration, set. `edtf` is None where there is no calendar value.

    `precision`: day, month, season, year, decade, century, week, hour, minute, second, none.
    `anchor`: absolute, document (relative to the document's date), text (relative to another date of the text),
    event (relative to something that happened), none. `duration` is the ISO 8601 length of a duration, or the step
    of a set, X for a number that is not said.
    """

    span: Span
    kind: str
    edtf: str | None
    precision: str
    anchor: str
    inferred: bool
    maker: Maker
    duration: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """Someone says something in the text: who (`source`), by which words (`cue`), and what (`content`).

    `manner`: direct (quotation marks), indirect (that ...), according (according to ...), passive, document, credit.
    A picture's credit has no source; its agency is the medium.
    `medium` is the outlet, post or programme that carried it, where the text names one.
    """

    cue: Span
    content: Span
    manner: str
    maker: Maker
    source: Span | None = None
    medium: Span | None = None


@dataclass(frozen=True, slots=True, order=True)
class Hedge:
    """A word or phrase that tells how sure the writer is; `scope` is the text it governs."""

    span: Span
    certainty: str
    scope: Span
    maker: Maker
    polarity: str = "affirmed"


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions of one document that point at one thing. `name` is the fullest name, `type` their common type."""

    id: str
    doc_id: str
    type: str
    name: str
    mentions: tuple[Span, ...]
    maker: Maker
