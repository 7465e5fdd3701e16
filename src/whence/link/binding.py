"""Whom a pronoun cannot mean by where it stands in its sentence, and who without a name may be meant instead."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from whence.link.bonds import Bearers
from whence.model import Span
from whence.reader import Reading, Token, Tree
from whence.vocab import load_words

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
OBJECTS = frozenset({"obj", "iobj"})
PARTS = frozenset({"flat", "compound", "appos", "punct", "nmod:desc", "conj"})
STRUCK = frozenset({"obj", "nsubj:pass"})
HOLDING = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "conj", "root"})
EXPLAINING = frozenset({"appos", "conj", "parataxis", "dep", "list"})
CHILD_OF = re.compile(
    r"\W*(?:(?:The|An?|His|Her|Their) )?(?:[\w’'-]+,? ){0,4}?"
    r"(?:(?:grand)?(?:son|daughter)s?|child|brother|sister|nephew|niece|cousin|heir|widow|widower|wife|husband|twin)"
    r"(?: and [\w’'-]+)? (?:of|to)\b[^,;:]*",
    re.IGNORECASE,
)
NAMELESS = 0.4  # least share of a name by which a common noun is known to be its bearer


@cache
def speech() -> frozenset[str]:
    """Lemmas of words that tell what somebody says."""
    return frozenset(w for words in load_words("speech_cues.yaml").values() for w in words)


@cache
def people() -> frozenset[str]:
    """Common nouns that stand for a person."""
    return frozenset(load_words("nominals.yaml")["person"])


class Binding:
    """The trees of a document, asked where its pronouns stand."""

    def __init__(self, text: str, reading: Reading, points: Mapping[Span, int], bearers: Bearers) -> None:
        self._text, self._trees = text, reading.trees
        self._starts = [tree.start for tree in reading.trees]
        self._points = points
        self._named_spans = sorted(points.items())
        unnamed = list(self._unnamed(reading, bearers))
        self._nameless = sorted(start for start, leads in unnamed if leads)
        self._somebody = sorted(start for start, _ in unnamed)
        self._places = frozenset(self._somebody)

    def barred(self, pronoun: Span) -> Collection[int]:
        """The groups that a personal pronoun cannot mean.

        Of "he said that Duda fell" and "he met Duda" it is not Duda, nor is "him" in "Duda met him" and "his" in
        "Duda, his deputy, left".
        """
        tree, i = self._at(pronoun)
        if tree is None or i is None or self._text[pronoun.start : pronoun.end].lower().endswith("self"):
            return ()
        token = tree.tokens[i]
        if token.deprel in SUBJECTS and token.head >= 0:
            below = _subtree(tree, token.head) - {i}
            named = self._named(tree)
            told = self._told_before(tree, i)
            compared = {n for k in _compared(tree, token.head) for n in _subtree(tree, k)}
            barred = {g for g, k in named if k in below and k > i and not _owned(tree, k, token.head)}
            led = {n for k in _leading(tree, i) for n in _subtree(tree, k)}
            return barred | {g for g, k in named if k in told | compared | led} | set(self._parents(tree, i))
        if token.deprel in OBJECTS:
            beside = [k for k, t in enumerate(tree.tokens) if t.head == token.head and t.deprel in SUBJECTS | OBJECTS]
            return {g for g, k in self._named(tree) if any(k in _name(tree, b) for b in beside if b != i)}
        if token.deprel == "nmod:poss" and token.head >= 0:
            outlived = _outliving(tree, i)
            return {g for g, k in self._named(tree) if k == outlived or self._explains(tree, i, k)}
        return ()

    def parents(self, subject: Span) -> Collection[int]:
        """Whose child the bearer of "he" or "she" is said to be in front of its clause."""
        tree, i = self._at(subject)
        return set(self._parents(tree, i)) if tree is not None and i is not None else ()

    def _parents(self, tree: Tree, i: int) -> Iterator[int]:
        """Whose child the subject is said to be in front of its clause: "The son of Duda, he left"."""
        for group, k in self._named(tree):
            before = self._text[tree.start : tree.tokens[k].start]
            if k < i and CHILD_OF.fullmatch(before) and "," in self._text[tree.tokens[k].end : tree.tokens[i].start]:
                yield group

    def _told_before(self, tree: Tree, i: int) -> set[int]:
        """Subject and object of a clause that the bearer of `i` tells: of "Duda left, he said" he is not Duda."""
        verb = tree.tokens[i].head
        clauses = {k for k, t in enumerate(tree.tokens[:i]) if t.head == verb and t.deprel == "ccomp"}
        clauses |= {tree.tokens[verb].head} if tree.tokens[verb].deprel == "parataxis" else set()
        if tree.tokens[verb].lemma not in speech():
            return set()
        return {k for k, t in enumerate(tree.tokens[:i]) if t.head in clauses and t.deprel in SUBJECTS | OBJECTS}

    def _explains(self, tree: Tree, i: int, name: int) -> bool:
        """Whether "his" opens what explains a name: of "Duda, his deputy," and "his wife, Ana," nobody is himself."""
        noun = tree.tokens[tree.tokens[i].head]
        if name > i and tree.tokens[name].head == tree.tokens[i].head:
            return tree.tokens[name].deprel.partition(":")[0] in ("appos", "flat", "compound")
        if noun.head != name or noun.deprel.partition(":")[0] not in EXPLAINING or not name < i:
            return False
        last = max(
            (k for k, t in enumerate(tree.tokens[:i]) if t.head == name and t.deprel in ("flat", "compound")),
            default=name,
        )
        return self._text[tree.tokens[max(name, last)].end : tree.tokens[i].start].strip() == ","

    def nameless_between(self, start: int, end: int) -> bool:
        """Whether somebody without a name is the subject of a clause between two offsets: "a guard said"."""
        k = bisect_left(self._nameless, start)
        return k < len(self._nameless) and self._nameless[k] < end

    def somebody_between(self, start: int, end: int) -> bool:
        """Whether anybody without a name is spoken of between two offsets: "held a clerk"."""
        k = bisect_left(self._somebody, start)
        return k < len(self._somebody) and self._somebody[k] < end

    def is_behind_somebody(self, pronoun: Span) -> bool:
        """Whether one without a name is acted upon in a clause before it: "shot a clerk after taking him to Osh"."""
        tree, i = self._at(pronoun)
        if tree is None or i is None:
            return False
        struck = (k for k, t in enumerate(tree.tokens[:i]) if t.deprel in STRUCK and t.head != tree.tokens[i].head)
        return any(tree.tokens[k].start in self._places and self._is_new(tree, k) for k in struck)

    def _is_new(self, tree: Tree, i: int) -> bool:
        """Whether an article tells that somebody has not been spoken of before."""
        words = (self._text[t.start : t.end].lower() for t in tree.tokens[:i] if t.head == i and t.deprel == "det")
        return any(word in ("a", "an", "another") for word in words)

    def _at(self, span: Span) -> tuple[Tree | None, int | None]:
        k = bisect_right(self._starts, span.start) - 1
        tree = self._trees[k] if k >= 0 else None
        found = [i for i, t in enumerate(tree.tokens) if t.start == span.start] if tree is not None else []
        return tree, found[0] if found else None

    def _named(self, tree: Tree) -> list[tuple[int, int]]:
        """Groups with the token that heads each of their names in a tree."""
        found: list[tuple[int, int]] = []
        first, last = (bisect_left(self._named_spans, at, key=lambda n: n[0].start) for at in (tree.start, tree.end))
        for span, group in self._named_spans[first:last]:
            inside = [k for k, t in enumerate(tree.tokens) if span.start <= t.start < span.end]
            heads = [k for k in inside if tree.tokens[k].head not in inside]
            found.extend((group, k) for k in heads[:1])
        return found

    def _unnamed(self, reading: Reading, bearers: Bearers) -> Iterator[tuple[int, bool]]:
        """Offsets of single people whom no name is known to name, and whether each is the subject of a sentence."""
        phrases = {p.end: p for p in reading.phrases if p.form == "nominal"}
        for tree in reading.trees:
            named = [k for _, k in self._named(tree)]
            for i, token in enumerate(tree.tokens):
                if not _is_somebody(token) or self._quoted(tree, token.start) or self._is_post(tree, i):
                    continue
                end = max(tree.tokens[k].end for k in _subtree(tree, i))
                phrase = phrases.get(token.end) or phrases.get(end)
                somebody = token.lemma.lower() in people() or (phrase is not None and phrase.type == "person")
                if not somebody or any(k in _name(tree, i) for k in named):
                    continue
                span = Span(self._doc(), phrase.start, phrase.end) if phrase is not None else None
                shares = bearers.shares(span) if span is not None else {}
                if max(shares.values(), default=0.0) < NAMELESS:
                    leads = token.deprel in SUBJECTS and token.upos == "NOUN"
                    yield token.start, leads and tree.tokens[token.head].deprel == "root"

    def _is_post(self, tree: Tree, i: int) -> bool:
        """Whether a noun only says as what somebody acts: "was sworn in as governor"."""
        return any(t.head == i and t.deprel == "case" and t.lemma.lower() == "as" for t in tree.tokens[:i])

    def _quoted(self, tree: Tree, offset: int) -> bool:
        before = self._text[tree.start : offset]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    def _doc(self) -> str:
        return next((span.doc_id for span in self._points), "")


def _is_somebody(token: Token) -> bool:
    """Whether a token stands where a single person may: a noun that acts or is acted upon, "someone"."""
    if token.upos == "PRON":
        return token.lemma.lower() in ("someone", "somebody")
    return token.upos == "NOUN" and token.xpos == "NN" and token.deprel.partition(":")[0] in HOLDING


def _subtree(tree: Tree, i: int) -> set[int]:
    found = {i}
    for _ in range(len(tree.tokens)):
        more = {k for k, t in enumerate(tree.tokens) if t.head in found} - found
        if not more:
            break
        found |= more
    return found


def _compared(tree: Tree, verb: int) -> Iterator[int]:
    """Those from whom the subject of a verb is told apart: "Unlike Duda, he left"."""
    for k, token in enumerate(tree.tokens):
        words = [t.lemma.lower() for t in tree.tokens[:k] if t.head == k and t.deprel == "case"]
        if token.head == verb and words and words[0] in ("unlike", "like", "alongside"):
            yield k


def _leading(tree: Tree, subject: int) -> Iterator[int]:
    """The participles in front of a clause whose doer is its subject: of "Praising Duda, he left" he is not Duda."""
    for k, token in enumerate(tree.tokens[:subject]):
        opens = k == 0 or tree.tokens[k - 1].upos not in ("VERB", "AUX", "NOUN", "PROPN")
        leads = token.head == tree.tokens[subject].head and token.deprel == "advcl" and token.xpos in ("VBG", "VBN")
        if leads and opens and not any(tree.tokens[n].deprel in SUBJECTS for n in _subtree(tree, k)):
            yield k


def _outliving(tree: Tree, i: int) -> int | None:
    """Who acts after the end of the one whose it is, and so is not he: Duda, of "After his death Duda ran the firm"."""
    noun = tree.tokens[i].head
    words = load_words("deaths.yaml")
    before = {t.lemma.lower() for t in tree.tokens[:i]}
    if tree.tokens[noun].lemma not in words["ends"] or not before.isdisjoint(words["not_yet"]):
        return None
    k = tree.tokens[noun].head
    for _ in tree.tokens:
        doer = next((n for n, t in enumerate(tree.tokens) if t.head == k >= 0 and t.deprel == "nsubj" and n > i), None)
        if doer is not None:
            acts = any(t.head == k and t.deprel == "obj" for t in tree.tokens)
            return doer if acts and tree.tokens[k].lemma not in words["after_death"] else None
        if k < 0:
            return None
        k = tree.tokens[k].head
    return None


def _owned(tree: Tree, i: int, verb: int) -> bool:
    """Whether a name stands in a clause beside the one of `verb` ("he left before Duda came") or in a list with it."""
    k = i
    while k != verb and k >= 0:
        if tree.tokens[k].deprel.partition(":")[0] in ("advcl", "parataxis", "conj", "obl"):
            return True
        k = tree.tokens[k].head
    return False


def _name(tree: Tree, i: int) -> set[int]:
    """The tokens of the name or noun at `i`, with what is joined to it."""
    found = {i}
    for k, token in enumerate(tree.tokens):
        if token.head in found and token.deprel.partition(":")[0] in PARTS | {"nmod:desc"}:
            found.add(k)
    return found
