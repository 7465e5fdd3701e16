"""The nouns of a question: frames with holes, phrases, and the word lists by which questions are read."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from whence.ask.naming import Name
from whence.vocab import read_yaml, word_set

SAID, DESCRIBED, BESIDE = 3, 2, 1
"""How a claim holds what is asked about: as an argument; in the words of one; beside it, in the same sentences."""
AMOUNT = "amount"
"""The role of a sum of money that no role of the predicate holds."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a question that fill a role: their head noun and the names in them.

    `whole`: the phrase is a name and nothing else.
    """

    words: str
    head: str
    names: tuple[Name, ...] = ()
    whole: bool = False

    @property
    def entities(self) -> frozenset[str]:
        """The entities that the phrase itself means; none for one that only holds a name ("the mission of X")."""
        return self.names[0].entities if self.whole and self.names else frozenset()


@dataclass(frozen=True, slots=True)
class Hole:
    """What a question leaves open. `kind`: who, what, when, where, count, post, teller, whether. `role` '' is the time.

    `noun` is the word behind *which* or *how many*.
    """

    kind: str
    role: str = ""
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A claim with holes: what the answer must say. `post` is the post asked about, in small letters.

    `begins`: the question is about taking it up; `ends`, about laying it down. `means` are words that the verb itself
    brings (*train*: trains); `word` one that the sentence should have, for the predicate says less (*lawyer*: advises);
    of a count, the predicate of what is counted. `act` is which of the acts of a predicate the question's verb names.
    `says` are groups of words of each of which the sentence must have one.
    """

    predicate: str
    given: tuple[tuple[str, Phrase], ...] = ()
    holes: tuple[Hole, ...] = ()
    post: str = ""
    begins: bool = False
    means: tuple[tuple[str, str], ...] = ()
    ends: bool = False
    word: str = ""
    act: str = ""
    says: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was read. Dates are EDTF; `relation` is on, before or after.

    `tellers` name whose word is asked for; `each` asks for everyone's, `every` for all answers. `document` with `asks`
    published, author or publisher is a question about one document; `asks` independence one about all of them,
    conflicts one about what they disagree on, events what happened, ties what is between those who are named.
    `vague` is a time that no calendar gives here ("last year"). `now`: the question is about the present. `unread`
    are the words of it that no frame holds.
    """

    text: str
    frames: tuple[Frame, ...] = ()
    names: tuple[Name, ...] = ()
    on: str | None = None
    relation: str = "on"
    known_by: str | None = None
    tellers: tuple[Phrase, ...] = ()
    each: bool = False
    every: bool = False
    now: bool = False
    whether: bool = False
    document: str = ""
    asks: str = ""
    vague: str = ""
    unread: tuple[str, ...] = ()


def words(label: str) -> frozenset[str]:
    """A word list of questions.yaml."""
    return word_set("questions.yaml", label)


@cache
def answers() -> Mapping[str, Any]:
    """What answers.yaml holds."""
    table: Mapping[str, Any] = read_yaml("answers.yaml")
    return table
