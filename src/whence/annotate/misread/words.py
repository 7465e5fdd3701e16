"""What the modules of misread claims share."""

import re

from whence.annotate.syntax import Parse
from whence.model import Claim, Span
from whence.vocab import word_set

OWNER = re.compile(r"['’]s?\s+")
POSTS = frozenset({"holds_role", "commands", "directs"})
STATES = frozenset(
    "holds_role owns formed family_of member_of allied_with part_of commands directs controls operates".split()
)
TOLD = frozenset(
    "says denies accuses charges condemns praises asks threatens counts holds_role holds_rank alias_of".split()
)


def words_for(key: str) -> frozenset[str]:
    """One of the word lists by which a claim is found misread."""
    return word_set("misread.yaml", key)


def told_by(parse: Parse, i: int) -> str:
    """The noun that a clause with "that" stands behind: "the charge that Duda killed her"."""
    marks = [k for k in parse.kids(i, "mark") if parse.lemmas[k] == "that" and k and parse.tokens[k - 1].upos == "NOUN"]
    return parse.lemmas[marks[0] - 1] if marks else ""


def trigger_of(parse: Parse, claim: Claim) -> int | None:
    """The first token of the words that tell of a claim."""
    at = parse.at(claim.trigger.start, claim.trigger.end) if claim.trigger is not None else []
    return at[0] if at else None


def span_of(claim: Claim, role: str) -> Span | None:
    """Where the argument of a role stands."""
    found = claim.argument(role)
    return found.span if found is not None else None
