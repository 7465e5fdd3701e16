"""Decisions of a named person or rule: appended, never overwritten; a person outranks a rule."""

import re
from dataclasses import dataclass

from whence.model.ids import digest

_PLACED = re.compile(r"(.+) @ (\S+)", re.DOTALL)


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """Whom a judgement is about, in words that outlast a new reading: a name, and the documents in which it stands.

    Without `documents` the bearers of the name everywhere are meant, in documents to come too.
    """

    name: str
    documents: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Subject":
        """The subject that was written as ``Ana Duarte`` or ``Ana Duarte @ 0f3c…,77ab…``."""
        found = _PLACED.fullmatch(text)
        return cls(found[1], tuple(found[2].split(","))) if found else cls(text)

    def __str__(self) -> str:
        return f"{self.name} @ {','.join(sorted(self.documents))}" if self.documents else self.name


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. `kind` says about what; `verdict` what was decided.

    identity: `subject` and `object` are subjects (`Subject`) or ids of chains; positive, negative or unsure.
    listing: `object` is the id of a list's entry; positive, negative or unsure. label: `object` is the name to print.
    The verdict *withdrawn* takes back the latest decision of the same person on the same two.
    `when` is a UTC time stamp in ISO 8601; `evidence` is what lay before the person, as JSON.
    """

    kind: str
    subject: str
    object: str
    verdict: str
    who: str
    when: str
    why: str = ""
    person: bool = True
    evidence: str = ""

    @property
    def id(self) -> str:
        """The digest of the decision."""
        return digest(self.kind, self.subject, self.object, self.verdict, self.who, self.when)
