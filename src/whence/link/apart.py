"""What a text says to tell a name's bearer from the one named before: a namesake, a name that is only like it."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from whence.model import Document, Mention, Sentence, Span
from whence.reader import Reading

ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent"})
CONFUSED = re.compile(
    r"\b(?:confused|confuse|mistaken|mistake|mixed up)\b[^.;]*\bwith\b|\bnamesake\b|\bno relation\b"
    r"|\b(?:not related|unrelated|no relative)\b"
)
# "another Duda", "nor is Duda", "not the Duda who": it is not the one named before.
OTHER = re.compile(
    r"\b(?:another|a (?:second|third|different)|no other|nor (?:is|was|are|were|did|does|do|has|had))"
    r" (?:[A-Z][\w.]* )?$",
    re.IGNORECASE,
)
NOT_THE = re.compile(r"(?:\bnot|n[’']t) the (?:[A-Z][\w.]* )?$")
WHO = re.compile(r",? (?:who|that|which|of|from|in)\b")
UNRELATED = re.compile(
    r",? \(?(?:(?:who|which) )?(?:(?:is|was|are|were) )?(?:no relation|no relative|not related|unrelated|a namesake"
    r"|no kin|shares? (?:the|his|her|its|their|a) (?:\w+ )?(?:sur)?name)\b"
)


def is_namesake(doc: Document, sentences: Sequence[Sentence], mention: Mention) -> bool:
    """Whether the text says that a name's bearer is not the one named before ("not to be confused with", "another")."""
    k = bisect_right(sentences, mention.span.start, key=lambda s: s.span.start)
    begin = sentences[max(0, k - 1)].span.start if sentences else 0
    line = re.sub(r"\s", " ", doc.text[begin : mention.span.start])
    if mention.type == "person" and CONFUSED.search(line):
        return True
    not_the = NOT_THE.search(line) and WHO.match(doc.text, mention.span.end)
    return bool(OTHER.search(line) or not_the or UNRELATED.match(doc.text, mention.span.end))


class Clauses:
    """Which names are arguments of one verb."""

    def __init__(self, reading: Reading) -> None:
        self._trees = reading.trees
        self._starts = [tree.start for tree in reading.trees]

    def part(self, one: Span, other: Span) -> bool:
        """Whether one verb has both as arguments, so that they are two: "the Osh City Council paid Osh City"."""
        mine = self._verb(one)
        return mine is not None and mine == self._verb(other)

    def _verb(self, name: Span) -> tuple[int, int] | None:
        """The tree and the word on which a name hangs as an argument."""
        k = bisect_right(self._starts, name.start) - 1
        tokens = self._trees[k].tokens if k >= 0 else ()
        inside = {i for i, t in enumerate(tokens) if name.start <= t.start and t.end <= name.end}
        heads = [tokens[i] for i in sorted(inside) if tokens[i].head not in inside]
        return (k, heads[0].head) if heads and heads[0].deprel in ARGUMENTS else None
