"""Text to layers from the learned model: trees and mentions.

Importing this starts nothing; the model is loaded by the first call of `read`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

VERSION: str = resources.files(__name__).joinpath("data/version.txt").read_text("utf-8").strip()
"""Names the model files: a number for the format and a digest of the content."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its lemma and UD classes.

    `start` and `end` are half-open code points of the text; `head` is the number of its head in the tree, -1: root.
    """

    start: int
    end: int
    lemma: str
    upos: str
    deprel: str
    head: int
    xpos: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence's dependency tree, `start` and `end` as they were given."""

    start: int
    end: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class RawMention:
    """A phrase that stands for something.

    `type` is one of person, organization, place, event, work, nationality, role, time, object, abstract;
    `form` is name, nominal or pronoun. A name leaves out title and article, a nominal is the whole phrase.
    `score` is the calibrated probability that span and type are right. Mentions may be nested.
    """

    start: int
    end: int
    type: str
    form: str
    score: float


@dataclass(frozen=True, slots=True)
class Filler:
    """A phrase that holds a role of a frame, half-open code points; `score` is a probability."""

    role: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Frame:
    """What a word claims: a predicate of the vocabulary, or `attributes` (a word of speech with source and addressee).

    `start` and `end` are the trigger's; `score` is the probability of the predicate at this word. `denied` and
    `certainty` are the likeliest classes, with `denied_score` and `certainty_score`. `told` are the ranges of the
    sentence that a word of speech gives as told; `behind` are the fillers that a better one keeps from their role.
    """

    start: int
    end: int
    predicate: str
    score: float
    denied: bool
    denied_score: float
    certainty: str
    certainty_score: float
    fillers: tuple[Filler, ...]
    told: tuple[tuple[int, int], ...] = ()
    behind: tuple[Filler, ...] = ()


@dataclass(frozen=True, slots=True)
class Hint:
    """How likely a word says a predicate, whether or not it is likely enough for a `Frame`."""

    start: int
    end: int
    predicate: str
    score: float


@dataclass(frozen=True, slots=True)
class Bond:
    """Two phrases that may stand for one bearer: the later one, an antecedent, and how likely it is this one."""

    start: int
    end: int
    antecedent_start: int
    antecedent_end: int
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model says of a text: one tree for each sentence that has words; mentions and all else in order.

    `mentions` are names and whole noun phrases. `phrases` are mentions as the teaching corpus marks them: a nominal is
    its words without complements; fourteen types. `hints` are all predicates that are not out of the question.
    """

    trees: tuple[Tree, ...]
    mentions: tuple[RawMention, ...]
    phrases: tuple[RawMention, ...] = ()
    frames: tuple[Frame, ...] = ()
    bonds: tuple[Bond, ...] = ()
    hints: tuple[Hint, ...] = ()


def taught() -> frozenset[str]:
    """The predicates that the model was taught; those of a pack are not among them."""
    from whence.reader.engine import network

    return frozenset(network().labels["predicates"])


def read(text: str, sentences: Sequence[tuple[int, int]]) -> Reading:
    """Read the given sentences of a text: half-open code-point ranges; anything outside is not read.

    The answer depends on this text and these ranges alone. One thread, unless WHENCE_READER_THREADS says otherwise.
    Raises `whence.errors.NotRead` when a word got no reading, and ValueError for a range outside the text.
    """
    from whence.reader.engine import read_text

    return read_text(text, sentences)


__all__ = ["VERSION", "Bond", "Filler", "Frame", "Hint", "RawMention", "Reading", "Token", "Tree", "read", "taught"]
