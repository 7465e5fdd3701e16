"""A tree while it is mended."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.annotate.lemmas import verb_lemma
from whence.reader import Token, Tree

NOUNS = ("NOUN", "PROPN")
FINITE = ("VBD", "VBZ", "VBP")


class Draft:
    """A tree while it is mended: `words` are its tokens in small letters, `children` those that hang on each."""

    def __init__(self, tree: Tree, text: str) -> None:
        self.tokens: list[Token] = list(tree.tokens)
        self.words: Sequence[str] = [text[t.start : t.end].lower() for t in tree.tokens]
        self.children: list[list[int]] = []

    def count(self) -> None:
        """Set `children` from the heads."""
        self.children = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head >= 0:
                self.children[token.head].append(i)

    def word(self, i: int) -> str:
        """The word of token `i` in small letters, "" behind the last."""
        return self.words[i] if i < len(self.words) else ""

    def verb(self, i: int) -> str:
        """The verb of which token `i` is a form, else its lemma."""
        return verb_lemma(self.words[i], self.tokens[i].lemma.lower())

    def case(self, i: int) -> int:
        """The first preposition that hangs on a token before it; the token itself where none does."""
        tokens = self.tokens
        return next((k for k in range(max(0, i - 8), i) if tokens[k].head == i and tokens[k].deprel == "case"), i)

    def above(self, i: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        return heads_above(self.tokens, i)

    def last(self, word: str, i: int, *, after: int = 0) -> int:
        """The last `word` before `i`, and behind `after`, that hangs on `i`; 0 where none does."""
        return next((k for k in range(i - 1, after, -1) if self.words[k] == word and self.tokens[k].head == i), 0)

    def relations(self, i: int) -> set[str]:
        """The relations in which tokens hang on `i`."""
        return {self.tokens[k].deprel for k in self.children[i]}

    def become(self, i: int, *, head: int | None = None, deprel: str) -> None:
        """Rename the relation of token `i`; its head, where one is given, without a change of `children`."""
        token = self.tokens[i]
        self.tokens[i] = replace(token, head=token.head if head is None else head, deprel=deprel)

    def hang(self, i: int, head: int, deprel: str) -> None:
        """Hang token `i` on another head; -1 makes it the root."""
        old = self.tokens[i].head
        if old >= 0:
            self.children[old].remove(i)
        if head >= 0:
            self.children[head] = sorted((*self.children[head], i))
        self.become(i, head=head, deprel=deprel)

    def head_instead(self, i: int, noun: int) -> None:
        """Let `i` stand where a noun stood, with all that hangs on it; the noun becomes its compound."""
        self.hang(i, self.tokens[noun].head, self.tokens[noun].deprel)
        for k in tuple(self.children[noun]):
            self.hang(k, i, self.tokens[k].deprel)
        self.hang(noun, i, "compound")

    def put_above(self, i: int, above: int) -> None:
        """Let `i` take the place of its head, which becomes its subject."""
        place = self.tokens[above]
        self.become(i, head=place.head, deprel=place.deprel)
        self.become(above, head=i, deprel="nsubj")
        self.children[above].remove(i)
        self.children[i].insert(0, above)
        if place.head >= 0:
            row = self.children[place.head]
            row[row.index(above)] = i


def heads_above(tokens: Sequence[Token], i: int) -> Iterator[int]:
    """The heads above a token, nearest first; none twice, should they stand in a ring."""
    for _ in tokens:
        i = tokens[i].head if i >= 0 else i
        if i < 0:
            return
        yield i
