"""The nouns: small, frozen, comparable. Importing them loads nothing else of ours."""

from whence.model.claims import CREDIT, Argument, Claim, Link, ValidTime
from whence.model.derived import (
    NOWHERE,
    Conflict,
    Derived,
    Doubt,
    Entity,
    Fact,
    Filled,
    Note,
    Pair,
    Scene,
    Side,
    Signed,
    Statement,
    Tenure,
)
from whence.model.documents import Anchor, Document, Problem, Sighting
from whence.model.entries import PERSON, ClaimKey, Entry, Given
from whence.model.identity import Alarm, Cluster, Held
from whence.model.ids import digest
from whence.model.judgements import Judgement, Subject
from whence.model.layers import Layers
from whence.model.lists import Candidate, ListEntry
from whence.model.makers import Maker
from whence.model.proposals import Proposal
from whence.model.readings import (
    SHEET,
    Chain,
    DocField,
    Hedge,
    Mention,
    Region,
    Sentence,
    TimeExpression,
    Voice,
)
from whence.model.spans import Span

__all__ = [
    "CREDIT",
    "NOWHERE",
    "PERSON",
    "SHEET",
    "Alarm",
    "Anchor",
    "Argument",
    "Candidate",
    "Chain",
    "Claim",
    "ClaimKey",
    "Cluster",
    "Conflict",
    "Derived",
    "DocField",
    "Document",
    "Doubt",
    "Entity",
    "Entry",
    "Fact",
    "Filled",
    "Given",
    "Hedge",
    "Held",
    "Judgement",
    "Layers",
    "Link",
    "ListEntry",
    "Maker",
    "Mention",
    "Note",
    "Pair",
    "Problem",
    "Proposal",
    "Region",
    "Scene",
    "Sentence",
    "Side",
    "Sighting",
    "Signed",
    "Span",
    "Statement",
    "Subject",
    "Tenure",
    "TimeExpression",
    "ValidTime",
    "Voice",
    "digest",
]
