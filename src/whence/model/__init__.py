"""The nouns: small, frozen, comparable. Importing them loads nothing else of ours."""

from whence.model.claims import Argument, Claim, Link, ValidTime
from whence.model.derived import Conflict, Derived, Entity, Fact, Filled, Pair, Question, Side, Statement, Tenure
from whence.model.documents import Anchor, Document, Problem, Sighting
from whence.model.identity import Alarm, Cluster
from whence.model.ids import digest
from whence.model.judgements import Judgement, Subject
from whence.model.layers import Layers
from whence.model.lists import Candidate, ListEntry
from whence.model.makers import Maker
from whence.model.readings import (
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
    "Alarm",
    "Anchor",
    "Argument",
    "Candidate",
    "Chain",
    "Claim",
    "Cluster",
    "Conflict",
    "Derived",
    "DocField",
    "Document",
    "Entity",
    "Fact",
    "Filled",
    "Hedge",
    "Judgement",
    "Layers",
    "Link",
    "ListEntry",
    "Maker",
    "Mention",
    "Pair",
    "Problem",
    "Question",
    "Region",
    "Sentence",
    "Side",
    "Sighting",
    "Span",
    "Statement",
    "Subject",
    "Tenure",
    "TimeExpression",
    "ValidTime",
    "Voice",
    "digest",
]
