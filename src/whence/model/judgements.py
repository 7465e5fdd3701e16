"""Decisions of a named person or rule: appended, never overwritten; a person outranks a rule."""

from dataclasses import dataclass

from whence.model.ids import digest


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. `kind` says about what (identity, claim, document, source); `verdict` what was decided.

    Identity: `subject` and `object` are names or ids, the verdict positive, negative or unsure.
    `when` is a UTC time stamp in ISO 8601.
    """

    kind: str
    subject: str
    object: str
    verdict: str
    who: str
    when: str
    why: str = ""
    person: bool = True

    @property
    def id(self) -> str:
        """The digest of the decision."""
        return digest(self.kind, self.subject, self.object, self.verdict, self.who, self.when)
