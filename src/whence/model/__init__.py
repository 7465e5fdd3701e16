"""The nouns: small, frozen, comparable. Importing them loads nothing else of ours."""

from whence.model.claims import Argument, Claim, Link, ValidTime
from whence.model.documents import Anchor, Document, Problem, Sighting
from whence.model.ids import digest
from whence.model.judgements import Judgement
from whence.model.layers import Layers
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
    "Anchor",
    "Argument",
    "Chain",
    "Claim",
    "DocField",
    "Document",
    "Hedge",
    "Judgement",
    "Layers",
    "Link",
    "Maker",
    "Mention",
    "Problem",
    "Region",
    "Sentence",
    "Sighting",
    "Span",
    "TimeExpression",
    "ValidTime",
    "Voice",
    "digest",
]
