"""What is not licensed, and the words by which the proof finds it."""

from dataclasses import dataclass
from functools import cache

from whence.annotate.syntax import Parse
from whence.model import Claim
from whence.vocab import read_yaml


@dataclass(frozen=True, slots=True)
class Fault:
    """What is not licensed: the step that it misses, which part of the claim, and why, in words."""

    step: str
    part: str
    reason: str


@cache
def cues() -> dict[str, frozenset[str]]:
    """The words that P1 looks for by themselves."""
    return {name: frozenset(words) for name, words in read_yaml("proof.yaml").items()}


def trigger_verb(parse: Parse, claim: Claim) -> int | None:
    """The token of a claim's trigger where that is a verb."""
    head = parse.head_of(claim.trigger.start, claim.trigger.end) if claim.trigger else None
    return head if head is not None and parse.tokens[head].upos == "VERB" else None
