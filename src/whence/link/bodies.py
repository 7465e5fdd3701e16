"""Which body "the company", "its" or "whose" means: the one that the text called so, else the one it speaks of."""

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from functools import cache, cached_property

from whence.link.bonds import NARROWED
from whence.link.names import key
from whence.link.rivals import Fit
from whence.model import Document, Mention, Sentence, Span
from whence.text.names.sorts import heads, sorts_of_name, sorts_of_word, sorts_of_words
from whence.text.names.words import body_words
from whence.vocab import load_words

NEAR_LAND = 40  # characters between a body's name and the country beside it
NEAREST = 4  # bodies and places before "and its"
BODIES = frozenset({"organization", "facility"})
PRONOUNS = frozenset({"it", "its", "itself", "which", "whose"})
# "Fined Delta Freight and its director", "of Delta Freight, a firm in Lima, and of its director": Delta Freight's.
JOINED = re.compile(r"\s*(?:\([^()]{1,40}\)\s*)?(?:,\s*)?(?:and|or|as well as|along with|plus)\s+(?:also\s+)?$")
# ", and its choir has won": what opens a clause of its own is not joined to the body before it.
OWN_CLAUSE = re.compile(r"its(?: [\w’'-]+){1,4}? (?:has|have|had|is|are|was|were|will|would|can|could)\b")
ITS_IS = re.compile(r"its(?: [\w’'-]+){1,3}? (?:is|was|has)\b")  # "and its first bishop was"
# What a text that tells of one body says of it with "It" at the head of a sentence.
TELLS_OF = re.compile(
    r"\s+(?:is|was|has been)\s+(?:(?:also|now|originally|first)\s+)?"
    r"(?:founded|established|formed|created|incorporated|erected|headquartered|based|owned|renamed|acquired|bought|sold"
    r"|run|led|headed|chaired|operated|part of|an?|the|one of)\b"
)
IS_ONE = re.compile(r"(?: \([^()\n]{1,90}\))?,? (?:is|was|are|were) (?:an?|the|one of) ")
OWN = re.compile(r"\s+own\b")
REPEATED = re.compile(
    r",\s(?:an?|the|which|based|registered)\s[^.;]{1,80},\s(?:and|or)\s(of|for|to|from|with|by|at|on|against)\s+$"
)
GAP = re.compile(r"\s*(?:\([^()]{1,30}\))?,?\s*")
# "Delta, Peru's second-largest airline, said": what explains a name, up to the end of its clause.
APPOSED = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:(?:,|\bis\b|\bwas\b|—|–)\s*(?:an?|the|one of the|[\w’' -]{3,30}[’']s?)|,)"
    r"\s+((?:[\w’'-]+\s*){1,7})"
)
# "The newspaper Delta", "a shell firm in Peru, Delta Holdings": what stands before a name.
CALLED = re.compile(
    r"\b((?:[\w’'-]+\s+){0,3}?[a-z-]+)(?:\s+(?:in|near|called|named|known as)(?:\s+[A-Z][\w’'-]+){0,2})?"
    r"\s*,?\s+(?:the\s+)?[“\"‘']?$"
)
# "Dutch rival Delta", "Peru's Delta"; "Delta, a Dutch lender"
LAND_BEFORE = re.compile(
    r"(?:[’']s)? (?:[a-z-]+ ){0,3}(?:(?:unit|arm|subsidiary|branch|affiliate|rival|company|firm|bank|club|party), )?"
)
LAND_BEHIND = re.compile(r"(?:,| is| was),? (?:an?|the|one of the) (?:[a-z-]+ ){0,3}")
# "the Delta gang said", but not "the Delta group stage"
BEHIND = re.compile(
    r"\s+([a-z-]+)(?:[.,;:)’']|\s+(?:[A-Z(]|(?:and|or|but|is|are|was|were|has|had|have|will|would|said|says|in|on|at|by|for"
    r"|from|to|with|that|which|who|after|before|over|of)\b))"
)
STOPS = frozenset("of in at on by for from to with that which who whose where and or near under based set".split())
OWNERS = frozenset({"its", "their", "his", "her", "our"})
ORGANS = frozenset({"army", "court", "parliament", "ministry", "mission"})  # every state has them
# What every body may have: "the board" is rarely the one that bears a name.
PARTS = frozenset(
    """
    board committee council panel office squad unit division branch wing section command staff jury bench chamber
    secretariat leadership directorate caucus chapter
    """.split()
)
UNITS = frozenset({"unit", "arm", "subsidiary", "affiliate", "division"})  # a company may be one
# "It is the oldest firm in Osh", "it was one of two papers": what is said is that it is a body.
IS_KIND = re.compile(
    r"\s+(?:is|was|remains|became|has been)\s+(?:now\s+|also\s+|then\s+)?(?:an?|the|one of the)"
    r"\s+((?:[\w’'-]+\s*){1,6})"
)
CLEFT = re.compile(r"[^.;:,]{0,60}?\b(?:that|who|whom)\b")
EXPLETIVE = re.compile(
    r"\s+(?:is|was|has been|will be|would be|’s|'s|seems|appears|emerged|remains|turned out|became|is being|takes|took)"
    r"\s+(?:not\s+|also\s+|still\s+|only\s+|un|im)?"
    r"(?:\w+ly\s+)?(?:clear|known|unclear|not|likely|possible|impossible|said|reported|recalled|believed|expected|that"
    r"|the|a|an|time|late|early|too|past|here|there|only|when|in|on|at|because|[A-Z]\w+"
    r"|\w+ed that|\w+ (?:that|who|to))\b"
)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(load_words("nominals.yaml")["organization"])


def is_common(name: str) -> bool:
    """Whether a name is one common noun with a capital ("Group", "Office")."""
    return name[:1].isupper() and not name.isupper() and name.lower() in _nouns()


def _head(words: str) -> Iterator[str]:
    """The noun for a sort of body that heads an explanation: "maker" of "Danish pump maker that"; a name heads none."""
    row = words.split()
    for word, after in zip(row, [*row[1:], ""], strict=True):
        if word in STOPS:
            return
        if word in sorts_of_words() and (after in STOPS or not after or after.endswith(("ed", "ing"))):
            yield word
            return


@cache
def _new(noun: str) -> re.Pattern[str]:
    """A noun behind a word that brings in somebody new."""
    return re.compile(
        rf"\b(?:an?|another|one|some|any|each|every|two|three|four|five|several|many|other|certain)"
        rf"\s+(?:[\w’'-]+\s+){{0,3}}{re.escape(noun)}\b",
        re.IGNORECASE,
    )


class Bodies:
    """The bodies named in one document, asked by place and by what they are called."""

    def __init__(
        self,
        doc: Document,
        sentences: Sequence[Sentence],
        groups: Sequence[Sequence[Mention]],
    ) -> None:
        self.doc, self.sentences, self.groups = doc, sentences, groups
        self._new: dict[str, list[int]] = {}
        self.starts = [s.span.start for s in sentences]
        self.places = sorted((m.span.start, i) for i, g in enumerate(groups) for m in g if _may_act(m))
        self.acting = {i for i, g in enumerate(groups) if any(_acts(m) for m in g)}
        self.at = [start for start, _ in self.places]

    def sentence(self, offset: int) -> int:
        """The number of the sentence at `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    @cached_property
    def named(self) -> list[list[list[str]]]:
        """The words of each body's names."""
        return [[key(self.doc.quote(m.span)).split() for m in g if m.type in BODIES] for g in self.groups]

    @cached_property
    def sorts(self) -> list[frozenset[str]]:
        """The sorts of each body, by its names and the nouns by which the text calls it."""
        told = (
            {sort for name in names for sort in sorts_of_name(name)} | {s for w in own for s in sorts_of_word(w)}
            for names, own in zip(self.named, self.epithets, strict=True)
        )
        return list(map(frozenset, told))

    @cached_property
    def epithets(self) -> list[set[str]]:
        """The nouns by which the text calls each body beside its names: "Delta, a company"."""
        return [self.called[i] - {w for name in names for w in name} for i, names in enumerate(self.named)]

    @cached_property
    def titles(self) -> list[set[str]]:
        """The nouns by which each body may be called: those, and what heads its names."""
        return [
            own | {word for name in names for w in heads(name) for word in (w, body_words().get(w, w))}
            for names, own in zip(self.named, self.epithets, strict=True)
        ]

    @cached_property
    def called(self) -> dict[int, set[str]]:
        """The common nouns by which the text calls each body, from appositions, "is a" and its own name."""
        found: dict[int, set[str]] = {}
        for i, group in enumerate(self.groups):
            words = found.setdefault(i, set())
            for m in group:
                if m.type in BODIES:
                    words.update(key(self.doc.quote(m.span)).split())
                    words.update(self._epithets(m))
        return found

    def _epithets(self, name: Mention) -> Iterator[str]:
        """The nouns for a sort of body that stand beside a name and explain it."""
        text = self.doc.text
        if after := APPOSED.match(text, name.span.end):
            yield from _head(after.group(1))
        if (behind := BEHIND.match(text, name.span.end)) and behind[1] in sorts_of_words():
            yield behind[1]
        before = CALLED.search(text, max(0, name.span.start - 70), name.span.start)
        word = before.group(1).split()[-1] if before else ""
        if word in sorts_of_words():
            yield word

    @cached_property
    def unnamed(self) -> frozenset[int]:
        """The groups that are but a common noun with the capital of a headline: "Airline grounded after audit"."""
        titles = [s.span for s in self.sentences if s.kind == "headline"]

        def is_noun(m: Mention) -> bool:
            return is_common(self.doc.quote(m.span)) and any(title.contains(m.span) for title in titles)

        return frozenset(i for i, group in enumerate(self.groups) if group and all(map(is_noun, group)))

    @cached_property
    def lands(self) -> dict[int, set[str]]:
        """The countries to which the words beside its names give each body: "Dutch rival Delta"."""
        named = (m for g in self.groups for m in g if m.type in ("nationality", "place") and m.value)
        lands = sorted((m.span, m.value) for m in named)
        found: dict[int, set[str]] = {}
        for i, group in enumerate(self.groups):
            for m in (m for m in group if m.type in BODIES):
                found.setdefault(i, set()).update(value for span, value in lands if self._beside_land(span, m.span))
        return found

    def _beside_land(self, land: Span, name: Span) -> bool:
        text = self.doc.text
        if land.end <= name.start <= land.end + NEAR_LAND:
            return LAND_BEFORE.fullmatch(text, land.end, name.start) is not None
        return name.end < land.start <= name.end + NEAR_LAND and bool(LAND_BEHIND.fullmatch(text, name.end, land.start))

    def of_land(self, noun: Mention) -> int | None:
        """The one body named before that is of the country that a common noun tells: "the Dutch group"."""
        before = noun.span.start - 1
        told = {m.value for g in self.groups for m in g if m.type == "nationality" and m.span.end == before}
        fits = {i for i, lands in self.lands.items() if told & lands and self.groups[i][0].span < noun.span}
        fits = {i for i in fits if (fit := self.fit(noun.value, i)).suits or fit.unknown or self.epithets[i] & UNITS}
        return next(iter(fits)) if len(fits) == 1 else None

    def near(self, offset: int) -> list[tuple[int, int]]:
        """Bodies that act, named in this sentence before `offset`: latest first."""
        here = self.sentence(offset)
        found = []
        for k in range(bisect_right(self.at, offset - 1) - 1, -1, -1):
            if self.sentence(self.places[k][0]) != here:
                break
            found.append(self.places[k])
        return found

    def fit(self, noun: str, group: int) -> Fit:
        """How a common noun suits a body."""
        kinds = sorts_of_words().get(noun, frozenset())
        kin = bool(self._kin(noun, group))
        return Fit(
            called=noun in self.titles[group],
            worded=noun in self.called[group],
            kin=kin,
            unknown=bool(kinds) and not self.sorts[group],
            narrow=kin and noun in load_words("body_narrow.yaml"),
        )

    def _kin(self, noun: str, group: int) -> frozenset[str]:
        """The sorts that a noun and a body have in common; of a narrow noun ("the airline") the words that tell it."""
        if noun in load_words("body_narrow.yaml"):
            return frozenset(load_words("body_narrow.yaml")[noun]) & self.called[group]
        return self.sorts[group] & sorts_of_words().get(noun, frozenset())

    def signs(self, noun: Mention) -> Iterator[str]:
        """What tells that a common noun may mean a body without a name."""
        before = self.doc.text[max(0, noun.span.start - 40) : noun.span.start].lower().split()
        if before and before[-1] not in ("the", "this", "that", *OWNERS):
            yield "nobody_modified"
        if before and before[-1] in OWNERS:
            yield "nobody_owned"
        if before and before[-1] in ("this", "that"):
            yield "nobody_this"
        if (noun.value.endswith("s") and noun.value[:-1] in _nouns()) or noun.value.endswith("ies"):
            yield "nobody_plural"
        if sorts_of_words().get(noun.value, frozenset()) & ORGANS:
            yield "nobody_organ"
        if noun.value in PARTS:
            yield "nobody_part"
        if NARROWED.match(self.doc.text, noun.span.end):
            yield "nobody_narrowed"
        if any(at < noun.span.start for at in self._introduced(noun.value)):
            yield "nobody_introduced"

    def _introduced(self, noun: str) -> list[int]:
        """Where the text brings in a body by this noun that it does not name there: "a company", "two firms"."""
        if noun not in self._new:
            ends = {m.span.start for group in self.groups for m in group}
            found = _new(noun).finditer(self.doc.text)
            self._new[noun] = [m.start() for m in found if not self._is_named(m, ends)]
        return self._new[noun]

    def _is_named(self, found: re.Match[str], starts: Container[int]) -> bool:
        """Whether "a company" only explains a name right before or behind it."""
        behind = GAP.match(self.doc.text, found.end())
        before = self.doc.text[max(0, found.start() - 3) : found.start()].strip()
        return before in (",", "is", "as", "—", "–") or (behind is not None and behind.end() in starts)

    def by_pronoun(self, mention: Mention) -> int | None:
        """The body that "which" or "whose" means, or "its" right behind "and"."""
        word = self.doc.quote(mention.span).lower()
        start = mention.span.start
        if word in ("whose", "which"):
            return self._right_before(start)
        if word == "it":
            only = self._only_one(start) if self._is_told_kind(mention) else None
            return self._told_of(mention) if only is None else only
        bare = OWN.match(self.doc.text, mention.span.end) is None
        return self._joined(start) if word == "its" and bare else None

    def _is_told_kind(self, it: Mention) -> bool:
        """Whether a text says what kind of body "it" is: "it is the oldest firm in Osh"; not "it was the firm that"."""
        told = IS_KIND.match(self.doc.text, it.span.end)
        if told is None or CLEFT.match(self.doc.text, told.start(1)):
            return False
        noun = next(_head(told[1]), "") or next(_head(told[1].replace("s ", " ")), "")
        return bool(noun) and noun not in PARTS

    @cached_property
    def hero(self) -> int | None:
        """The body of which a text tells: its first sentence of running text opens with it and says what it is."""
        body = next((s.span for s in self.sentences if s.kind == "body"), None)
        opening = [(at, g) for at, g in self.places if body and 0 <= at - body.start <= len("The ")]
        for at, group in opening[:1]:
            name = next(m for m in self.groups[group] if m.span.start == at)
            if name.type in BODIES and IS_ONE.match(self.doc.text, name.span.end):
                return group
        return None

    def _told_of(self, it: Mention) -> int | None:
        """The body of which the text tells, where "It" opens a sentence about it and nobody opened the one before."""
        here = self.sentence(it.span.start)
        if self.hero is None or self.starts[here] != it.span.start or here == 0:
            return None
        if not TELLS_OF.match(self.doc.text, it.span.end) or CLEFT.match(self.doc.text, it.span.end):
            return None
        opened = [m for group in self.groups for m in group if 0 <= m.span.start - self.starts[here - 1] <= len("The ")]
        return self.hero if all(m in self.groups[self.hero] for m in opened) else None

    def _only_one(self, offset: int) -> int | None:
        """The body that opens a sentence, where this and the two before it name no other up to an offset; else None."""
        first = self.sentence(offset) - 2
        near = [(at, group) for at, group in self.places if at < offset and self.sentence(at) >= first]
        near = [(at, g) for at, g in near if any(m.type in BODIES for m in self.groups[g])]
        opening = any(at - self.starts[self.sentence(at)] <= len("The ") for at, _ in near)
        return near[0][1] if opening and len({g for _, g in near}) == 1 else None

    def is_expletive(self, mention: Mention) -> bool:
        """Whether it is an "it" that means nothing: "it is clear that"."""
        text = self.doc.text
        if self._is_told_kind(mention):
            return False
        return self.doc.quote(mention.span).lower() == "it" and EXPLETIVE.match(text, mention.span.end) is not None

    def _joined(self, offset: int) -> int | None:
        """The body to which "and" joins what is its: nearer than the subject of the sentence."""
        if self.doc.text[offset - 6 : offset] == ", and " and OWN_CLAUSE.match(self.doc.text, offset):
            return None
        if self.doc.text[offset - 5 : offset] == " and " and ITS_IS.match(self.doc.text, offset):
            return None
        for at, group in self.near(offset)[:NEAREST]:
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
        near = self.near(offset)[:1]
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
    """Each pronoun that stands right behind a body with the number of the group that it points at."""
    for mention in mentions:
        if mention.form == "pronoun" and bodies.doc.quote(mention.span).lower() in PRONOUNS:
            found = bodies.by_pronoun(mention)
        else:
            continue
        if found is not None and found in bodies.acting:
            yield mention, found
