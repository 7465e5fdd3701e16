"""Which body "the company", "its" or "whose" means: the one that the text called so, else the one it speaks of."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property

from whence.link.bonds import NARROWED
from whence.link.names import key
from whence.model import Document, Mention, Sentence
from whence.vocab import labels_of, load_words

NEAREST = 4  # bodies and places before "and its"
BACK = 3  # sentences in which a body still stands before the reader's eyes
PRONOUNS = frozenset({"it", "its", "itself", "which", "whose"})
# "Fined Delta Freight and its director", "of Delta Freight, a firm in Lima, and of its director": Delta Freight's.
JOINED = re.compile(r"\s*(?:\([^()]{1,40}\)\s*)?(?:,\s*)?(?:and|or|as well as|along with|plus)\s+(?:also\s+)?$")
OWN = re.compile(r"\s+own\b")
REPEATED = re.compile(
    r",\s(?:an?|the|which|based|registered)\s[^.;]{1,80},\s(?:and|or)\s(of|for|to|from|with|by|at|on|against)\s+$"
)
GAP = re.compile(r"\s*(?:\([^()]{1,30}\))?,?\s*")
APPOSED = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:,|\bis\b|\bwas\b|—|–)\s*(?:an?|the|one of the)\s+((?:[\w’'-]+\s+){0,4}?[\w-]+)\b"
)
CALLED = re.compile(r"\bthe\s+((?:[\w’'-]+\s+){0,3}?[a-z-]+)\s*,?\s*[“\"‘']?$", re.IGNORECASE)
OF_A_STATE = frozenset({"army", "military", "navy", "police"})  # "the army" is no Liberation Front
EXPLETIVE = re.compile(
    r"\s+(?:is|was|has been|will be|would be|’s|'s|seems|appears|emerged|remains|turned out|became|is being|takes|took)"
    r"\s+(?:not\s+|also\s+|still\s+|only\s+|un|im)?"
    r"(?:\w+ly\s+)?(?:clear|known|unclear|not|likely|possible|impossible|said|reported|recalled|believed|expected|that"
    r"|the|a|an|time|late|early|too|past|here|there|only|when|in|on|at|because|[A-Z]\w+"
    r"|\w+ed that|\w+ (?:that|who|to))\b"
)


def classes() -> Mapping[str, frozenset[str]]:
    """Common noun or word of a name to the classes of bodies that it tells ("firm", "Ltd": company)."""
    return labels_of("body_classes.yaml")


@cache
def _nouns() -> frozenset[str]:
    return frozenset(load_words("nominals.yaml")["organization"])


def is_common(name: str) -> bool:
    """Whether a name is one common noun with a capital ("Group", "Office")."""
    return name[:1].isupper() and not name.isupper() and name.lower() in _nouns()


class Bodies:
    """The bodies named in one document, asked by place and by what they are called."""

    def __init__(
        self,
        doc: Document,
        sentences: Sequence[Sentence],
        groups: Sequence[Sequence[Mention]],
        subjects: frozenset[int],
    ) -> None:
        self.doc, self.sentences, self.groups, self.subjects = doc, sentences, groups, subjects
        self.starts = [s.span.start for s in sentences]
        self.places = sorted((m.span.start, i) for i, g in enumerate(groups) for m in g if _may_act(m))
        self.acting = {i for i, g in enumerate(groups) if any(_acts(m) for m in g)}
        self.at = [start for start, _ in self.places]

    def sentence(self, offset: int) -> int:
        """The number of the sentence at `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    @cached_property
    def called(self) -> dict[int, set[str]]:
        """The common nouns by which the text calls each body, from appositions, "is a" and its own name."""
        found: dict[int, set[str]] = {}
        text = self.doc.text
        for i, group in enumerate(self.groups):
            words = found.setdefault(i, set())
            for m in group:
                if m.type == "organization":
                    words.update(key(self.doc.quote(m.span)).split())
                    after = APPOSED.match(text, m.span.end)
                    if after:
                        words.update(w for w in after.group(1).lower().split() if w in classes())
                    before = CALLED.search(text, max(0, m.span.start - 60), m.span.start)
                    if before:
                        words.update(before.group(1).lower().split()[-1:])
        return found

    def near(self, offset: int, back: int) -> list[tuple[int, int]]:
        """Bodies that act, named in this sentence before `offset` or in the `back` sentences before: latest first."""
        here = self.sentence(offset)
        found = []
        for k in range(bisect_right(self.at, offset - 1) - 1, -1, -1):
            start, group = self.places[k]
            there = self.sentence(start)
            if here - there > back or self.sentences[there].kind != self.sentences[here].kind:
                break
            found.append((start, group))
        return found

    def by_noun(self, mention: Mention) -> int | None:
        """The body that "the company" means."""
        noun = mention.value
        if NARROWED.match(self.doc.text, mention.span.end):
            return None
        known = [i for i, words in self.called.items() if noun in words and self._is_body(i)]
        if len(known) == 1:
            return known[0]
        near = [g for _, g in self.near(mention.span.start, BACK)]
        if known:
            leading = [g for at, g in self.near(mention.span.start, BACK) if at in self.subjects and g in known]
            return next((g for g in [*leading, *near] if g in known), None)
        if noun in OF_A_STATE:
            return None
        kinds = classes().get(noun, frozenset())
        fits = list(dict.fromkeys(g for g in near if self._is_body(g) and self._fits(g, kinds)))
        if len(fits) > 1:
            # Of several the one that the text speaks of: the latest that was a subject.
            leading = [g for at, g in self.near(mention.span.start, BACK) if at in self.subjects and g in fits]
            return leading[0] if leading else None
        return fits[0] if fits else None

    def _is_body(self, group: int) -> bool:
        return any(m.type == "organization" for m in self.groups[group])

    def _fits(self, group: int, kinds: frozenset[str]) -> bool:
        """Whether a body may be of one of these classes: its name or the text says so."""
        return any(kinds & classes().get(word, frozenset()) for word in self.called[group])

    def by_pronoun(self, mention: Mention) -> int | None:
        """The body that "which" or "whose" means, or "its" right behind "and"."""
        word = self.doc.quote(mention.span).lower()
        start = mention.span.start
        if word in ("whose", "which"):
            return self._right_before(start)
        bare = OWN.match(self.doc.text, mention.span.end) is None
        return self._joined(start) if word == "its" and bare else None

    def is_expletive(self, mention: Mention) -> bool:
        """Whether it is an "it" that means nothing: "it is clear that"."""
        text = self.doc.text
        return self.doc.quote(mention.span).lower() == "it" and EXPLETIVE.match(text, mention.span.end) is not None

    def _joined(self, offset: int) -> int | None:
        """The body to which "and" joins what is its: nearer than the subject of the sentence."""
        for at, group in self.near(offset, 0)[:NEAREST]:
            member = next(m for m in self.groups[group] if m.span.start == at)
            between = self.doc.text[member.span.end : offset]
            if JOINED.fullmatch(between):
                return group if group in self.acting else None
            again = REPEATED.search(between.replace("\n", " "))
            before = self.doc.text[max(0, at - 14) : at].lower().split()
            if again is not None and again[1] in before[-2:] and group in self.acting:
                return group
        return None

    def _right_before(self, offset: int) -> int | None:
        near = self.near(offset, 0)[:1]
        for at, group in near:
            member = next(m for m in self.groups[group] if m.span.start == at)
            if GAP.fullmatch(self.doc.text, member.span.end, offset):
                return group
        return None


def _acts(mention: Mention) -> bool:
    """Bodies and countries act; a city stands in the way of a pronoun, but is not what it means."""
    return mention.type == "organization" or (mention.type == "place" and bool(mention.value))


def _may_act(mention: Mention) -> bool:
    return mention.type in ("organization", "place")


def find_bodies(bodies: Bodies, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, int]]:
    """Each common noun and pronoun for a body with the number of the group that it points at."""
    for mention in mentions:
        if mention.form == "nominal" and mention.type == "organization":
            found = bodies.by_noun(mention)
        elif mention.form == "pronoun" and bodies.doc.quote(mention.span).lower() in PRONOUNS:
            found = bodies.by_pronoun(mention)
        else:
            continue
        if found is not None and found in bodies.acting:
            yield mention, found
