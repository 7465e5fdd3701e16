"""Where the phrases of a document stand: in which sentence and clause, and as what."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whence.model import Span
from whence.reader import Reading, Tree

ROLES = {
    "nsubj": "subject",
    "csubj": "subject",
    "obj": "object",
    "iobj": "object",
    "nmod:poss": "owner",
    "obl": "oblique",
    "nmod": "of",
}
JOINED = frozenset({"conj", "appos", "flat", "compound"})
CLAUSES = frozenset({"root", "advcl", "acl", "ccomp", "xcomp", "parataxis", "csubj"})
BELONGING = frozenset({"advcl", "acl", "xcomp"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@dataclass(frozen=True, slots=True, order=True)
class Site:
    """A phrase's sentence, its role in the clause, and the offsets of the verbs above it, from within.

    `reach` are those verbs to which the phrase belongs, not as what is said nor as a clause beside. `joined` tells of a
    phrase that hangs on another by "and", a comma or inside a name. `head` is the offset of its head, `above` are those
    of the words above that.
    """

    start: int
    sentence: int
    role: str = ""
    verbs: tuple[int, ...] = ()
    reach: tuple[int, ...] = ()
    joined: bool = False
    head: int = -1
    above: tuple[int, ...] = ()

    @property
    def verb(self) -> int:
        """The offset of the verb of its own clause; -1 where the tree is not known."""
        return self.verbs[0] if self.verbs else -1


class Sites:
    """The trees of a document, asked where a span stands."""

    def __init__(self, reading: Reading, starts: Sequence[int]) -> None:
        self._trees, self._starts = reading.trees, starts
        self._tree_starts = [tree.start for tree in reading.trees]
        self._known: dict[Span, Site] = {}

    def site(self, span: Span) -> Site:
        """Where a phrase stands."""
        found = self._known.get(span)
        if found is None:
            found = self._known[span] = self._found(span)
        return found

    def number(self, offset: int) -> int:
        """The number of the sentence at an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def _found(self, span: Span) -> Site:
        sentence = self.number(span.start)
        k = bisect_right(self._tree_starts, span.start) - 1
        tree = self._trees[k] if k >= 0 and span.start < self._trees[k].end else None
        head = _head(tree, span) if tree is not None else None
        if tree is None or head is None:
            return Site(span.start, sentence)
        role, joined = _role(tree, head)
        verbs = list(_verbs(tree, head))
        above = tuple(_above(tree, head))
        reach = tuple(verb for verb, own in verbs if own)
        return Site(
            span.start, sentence, role, tuple(verb for verb, _ in verbs), reach, joined, tree.tokens[head].start, above
        )


def _head(tree: Tree, span: Span) -> int | None:
    inside = [k for k, t in enumerate(tree.tokens) if span.start <= t.start < span.end]
    return next((k for k in inside if tree.tokens[k].head not in inside), None)


def _role(tree: Tree, i: int) -> tuple[str, bool]:
    """What a word is in its clause; one that hangs on another noun is what that is."""
    joined = False
    for _ in tree.tokens:
        token = tree.tokens[i]
        base = token.deprel.partition(":")[0]
        if base in JOINED and token.head >= 0 and tree.tokens[token.head].upos in NOMINAL:
            i, joined = token.head, True
            continue
        return ROLES.get(token.deprel) or ROLES.get(base, ""), joined
    return "", joined


def _verbs(tree: Tree, i: int) -> Iterator[tuple[int, bool]]:
    """The offsets of the verbs above a word, its own clause's first, and whether the word belongs to their clause."""
    own = True
    k = i if tree.tokens[i].head < 0 else tree.tokens[i].head
    for _ in tree.tokens:
        token = tree.tokens[k]
        base = token.deprel.partition(":")[0]
        if base in CLAUSES or (base == "conj" and token.upos in ("VERB", "AUX")):
            yield token.start, own
            own = own and base in BELONGING
        if token.head < 0:
            return
        k = token.head


def _above(tree: Tree, i: int) -> Iterator[int]:
    """The offsets of the words above a word, up to one that it is joined to by "and"."""
    for _ in tree.tokens:
        if tree.tokens[i].head < 0 or tree.tokens[i].deprel == "conj":
            return
        i = tree.tokens[i].head
        yield tree.tokens[i].start
