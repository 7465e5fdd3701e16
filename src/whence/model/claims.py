"""Claims: a predicate with named arguments, a time, a certainty, the voices it comes through, and its sentence."""

from dataclasses import dataclass, replace

from whence.model.ids import digest
from whence.model.makers import Maker
from whence.model.spans import Span

CREDIT = "credit"  # the manner of a voice that is the credit of a picture


@dataclass(frozen=True, slots=True)
class Argument:
    """What fills a role: a span, or a value with its span; `antecedent` is the name that a pronoun points at.

    A number has `best`, `low` and `high` (UCDP) and a `unit`: a currency, ``%`` or the noun that is counted; what the
    text does not say stays empty.
    """

    role: str
    span: Span | None = None
    value: str | None = None
    type: str = ""
    antecedent: Span | None = None
    inferred: bool = False
    best: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ValidTime:
    """When a claim held in the world, in EDTF. `starts`/`ends`: whether start or end itself is stated."""

    start: str | None = None
    end: str | None = None
    edtf: str | None = None
    inferred: bool = False
    starts: bool = False
    ends: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One voice in the chain through which a claim comes, innermost first; of `manner` credit an agency's picture."""

    span: Span | None
    cue: str
    manner: str
    antecedent: Span | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one document. `evidence` is the sentence or clause that proves it.

    `status`: machine, or what a person made of it: own (entered by that person), accepted, corrected.
    `proof` is the highest step of the ladder of proof that it has reached, P0 to P4; *person* where a person
    entered or corrected the claim, which no pattern proves; empty where nobody tried.
    `seconded` is another maker that found the same.
    """

    predicate: str
    arguments: tuple[Argument, ...]
    evidence: Span
    region: str
    maker: Maker
    trigger: Span | None = None
    valid: ValidTime = ValidTime()
    polarity: str = "affirmed"
    certainty: str = "asserted"
    certainty_cue: Span | None = None
    attribution: tuple[Link, ...] = ()
    confidence: float = 1.0
    status: str = "machine"
    proof: str = ""
    seconded: Maker | None = None

    @property
    def own_voice(self) -> bool:
        """Whether the document itself says it: nobody is cited, a picture's credit aside."""
        return all(link.manner == CREDIT for link in self.attribution)

    @property
    def id(self) -> str:
        """The digest of what is claimed and where."""
        filled = sorted((a.role, a.span or "", a.value or "") for a in self.arguments)
        maker = str(self.maker) if self.maker.stage == "person" else self.maker.stage
        return digest(self.evidence.doc_id, self.evidence, self.trigger, self.predicate, filled, self.polarity, maker)

    def argument(self, role: str) -> Argument | None:
        """The first argument in `role`, or None."""
        return next((a for a in self.arguments if a.role == role), None)

    def by_context(self, arg: Argument) -> bool:
        """Whether `arg` is a post's body that no word of the sentence names: it stands at the words for the post."""
        post = self.argument("post")
        return arg.role == "of" and arg.inferred and post is not None and arg.span == post.span

    def as_stated(self) -> "Claim":
        """The claim with what its sentence says, and no more."""
        return replace(self, arguments=tuple(a for a in self.arguments if not self.by_context(a)))
