"""The nouns of an answer: sections of lines, each line with the numbers of its citations."""

from dataclasses import dataclass

from whence.model import Claim


@dataclass(frozen=True, slots=True)
class Citation:
    """One place in one document that proves a line. Offsets count code points; `page` is there for a PDF.

    `number` is what a line refers to. `sentence` counts from 1.
    """

    number: int
    document: str
    source: str
    title: str
    publisher: str
    published: str
    published_inferred: bool
    page: int | None
    sentence: int | None
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of an answer with its proof. `note` says how it is known: by whom, how sure.

    `entities` are the ids of those it speaks of.
    """

    text: str
    when: str = ""
    note: str = ""
    status: str = ""
    claims: tuple[str, ...] = ()
    citations: tuple[int, ...] = ()
    entities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under one heading; `more` is how many were left out, `see` the command that shows them.

    `step` is what a person can do about them.
    """

    title: str
    lines: tuple[Line, ...]
    more: int = 0
    see: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command says: sections, the citations they refer to, and remarks on what is missing."""

    title: str
    sections: tuple[Section, ...] = ()
    citations: tuple[Citation, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its names put in: by place (``args.0``), the entity; by voice, the name, innermost first."""

    claim: Claim
    entities: dict[str, str]
    voices: tuple[str, ...]
