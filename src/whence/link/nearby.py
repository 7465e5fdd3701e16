"""Whom "he" and "her", and which body "it", means: each weighed against the others that are spoken of nearby."""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from whence.link.binding import Binding, speech
from whence.link.bodies import Bodies
from whence.link.bonds import PERSONAL, SINGLE, Bearers
from whence.link.genders import by_ending, likely_gender
from whence.link.rivals import Fit, Rival, leads_to_opening, shares, subject_of_its_verb
from whence.link.sites import Site, Sites
from whence.model import Document, Mention, Sentence
from whence.reader import Reading
from whence.text.names.sorts import sorts_of_words

BACK = 3  # sentences in which somebody still stands before the reader's eyes
SURER, CERTAIN = 0.65, 0.99  # how likely somebody must be to be meant where another may be
# What answers best for common nouns, by reading: from these shares on the body is meant.
DOUBTED, CALLED, ALONE, SOLE, LEAST, NARROW = 0.85, 0.5, 0.35, 0.28, 0.2, 0.15
HERE = 0.4  # share from which the reader may mean a body of the same sentence, whatever else speaks for another
READ = 0.6  # share from which the reader is sure of a body whose sort nothing tells
DOUBTFUL = frozenset({"nobody_modified", "nobody_owned", "nobody_this", "nobody_part", "nobody_plural"})
LED_ON = 0.35  # the subject of one sentence and "Its" at the head of the next
FAR = 9  # others named since somebody was spoken of further back
SPOKEN = 0.1  # share from which the reader may mean somebody further back
FEWEST_TOLD = 4  # words in quotation marks from which they are what somebody says, and not a name
LINE = re.compile(r"[^\n]+")
QUOTED = re.compile(r'“[^“”]{2,900}”|"[^"]{2,900}"')
OWN = re.compile(r"\s+own\b")
REFLEXIVE = frozenset({"himself", "herself", "itself"})
KIN_BESIDE = re.compile(
    r"(?:his|her)\s+(?:\w+\s+)?(?:wife|husband|son|daughter|brother|sister|mother|father|widow|nephew|niece)s?\b",
    re.IGNORECASE,
)
AND_NAMELESS = re.compile(
    r"\b(?:the\s+\w+|(?:a|an|another)\s+(?:[\w’'-]+\s+){0,3}[\w’'-]+),?\s+(?:and|with)\s+$", re.IGNORECASE
)
AND_OWN = re.compile(r"(?:\s*\([^()]{2,40}\))?,?\s+(?:and|with)\s+")


@dataclass(frozen=True, slots=True)
class Kind:
    """What words of one kind may mean: types of names, pronouns with the gender that they tell, its weights.

    `sure` is how likely one must be to be meant; words of the form `nominal` are common nouns ("the company").
    """

    name: str
    types: frozenset[str]
    words: Mapping[str, str]
    sure: float
    form: str = "pronoun"


# Likely enough: what answers best on texts of the training parts.
PEOPLE = Kind("person", frozenset({"person"}), PERSONAL, 0.4)
BODIES = Kind("body", frozenset({"organization", "place"}), dict.fromkeys(SINGLE, ""), 0.45)
NOUNS = Kind("noun", frozenset({"organization"}), {}, 0.6, "nominal")


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Where words stand in quotation marks, paragraph by paragraph; one whose marks do not pair is passed over."""
    for line in LINE.finditer(text):
        if line.group().count('"') % 2 == 0:
            for quote in QUOTED.finditer(text, *line.span()):
                yield quote.span()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name or an understood pronoun: where it stands and the number of the group that it means."""

    site: Site
    group: int
    is_name: bool = True


class Nearby:
    """What one document names of a kind, by the phrases that mean it: names, and pronouns as they are understood.

    Asked for one pronoun after the other, from the first to the last.
    """

    def __init__(
        self,
        kind: Kind,
        doc: Document,
        sentences: Sequence[Sentence],
        reading: Reading,
        groups: Sequence[Sequence[Mention]],
        bearers: Bearers,
        bodies: Bodies | None = None,
    ) -> None:
        self._of_kind, self._bodies = kind, bodies
        self._doc, self._sentences, self._bearers = doc, sentences, bearers
        self._sites = Sites(reading, [s.span.start for s in sentences])
        unnamed = bodies.unnamed if bodies is not None else frozenset()
        told = [(i, group) for i, group in enumerate(groups) if i not in unnamed]
        named = [(i, m) for i, group in told for m in group if _is_of(kind, m, group)]
        named.sort(key=lambda p: p[1].span)
        self._names = [Phrase(self._sites.site(m.span), i) for i, m in named]
        self._starts, self._ends = ([getattr(m.span, side) for _, m in named] for side in ("start", "end"))
        self._groups = numbers = dict.fromkeys(i for i, _ in named)
        self._places = {i for i in numbers if all(m.type != "organization" for m in groups[i])}
        self._likely = {i: sign for i in numbers if (sign := likely_gender(doc, groups[i]))}
        self._endings = {i: sign for i in numbers if i not in bearers.genders and (sign := by_ending(doc, groups[i]))}
        self._given = {i: word for i in numbers if (word := _given_name(doc, groups[i]))}
        self._ties = self._tied(reading)
        self._quotes = list(quotations(doc.text))
        self._speech = {t.start for tree in reading.trees for t in tree.tokens if t.lemma in speech()}
        self._speaking = [p for p in self._names if self._speaks(p.site)]
        self._passed = 0  # names before the pronoun that is asked for
        self._spoken: dict[str, list[Phrase]] = defaultdict(list)
        self._count: Counter[tuple[str, int]] = Counter()
        self._latest: dict[tuple[str, int], Phrase] = {}
        self._anywhere: dict[int, Phrase] = {}
        self._last: dict[str, int] = {}
        self._nameless: list[int] = []
        self._open: set[str] = set()
        self._pronouns: list[Mention] = []
        self._led: dict[Mention, int | None] = {}

    def meant(
        self,
        mentions: Sequence[Mention],
        learned: Mapping[Mention, int],
        binding: Binding,
        settled: Container[Mention] = (),
        known: Mapping[Mention, int] = MappingProxyType({}),
    ) -> Iterator[tuple[Mention, int]]:
        """Each pronoun of the kind with the number of the group that it means.

        `learned` gives those of other phrases: "who", "the son", "the company"; `known` those of this kind that are
        told beside.
        """
        asked = sorted((m for m in mentions if m.form != "name"), key=lambda m: m.span)
        self._pronouns = [m for m in asked if m.form == "pronoun"]
        for mention in asked:
            while self._passed < len(self._names) and self._starts[self._passed] < mention.span.start:
                self._speak(self._names[self._passed])
                self._passed += 1
            gender = self._gender(mention) if mention not in settled else None
            group = learned.get(mention) if gender is None else known.get(mention)
            if gender is not None and group is None:
                group = self._meant(mention, gender, binding)
            if group is not None and group in self._groups:
                self._speak(Phrase(self._sites.site(mention.span), group, is_name=False))
            elif mention.form == "nominal" and mention.type in self._of_kind.types:
                self._nameless.append(mention.span.start)
            if gender is not None and group is None:
                self._open.add(gender)
            if group is not None and gender is not None:
                self._last[gender] = group
                yield mention, group

    def _gender(self, mention: Mention) -> str | None:
        """The gender that a pronoun of this kind tells, or a noun of this kind; none of another word."""
        if self._of_kind.form == "nominal":
            return mention.value if mention.form == "nominal" and mention.type in self._of_kind.types else None
        word = self._doc.quote(mention.span).lower()
        return self._of_kind.words.get(word) if mention.form == "pronoun" else None

    def _speak(self, phrase: Phrase) -> None:
        """Take in a phrase that stands before the pronouns still to be asked for."""
        kind = self._kind(phrase.site)
        self._spoken[kind].append(phrase)
        self._count[kind, phrase.group] += 1
        self._latest[kind, phrase.group] = self._anywhere[phrase.group] = phrase
        if not phrase.is_name and self._speaks(phrase.site):
            self._speaking.append(phrase)

    def _kind(self, site: Site) -> str:
        return self._sentences[site.sentence].kind if self._sentences else ""

    def _speaks(self, site: Site) -> bool:
        return site.role == "subject" and site.verb in self._speech

    def _tied(self, reading: Reading) -> dict[int, dict[int, float]]:
        """Offset of a phrase to the groups whose names the reader ties it to, with their shares."""
        groups = {end: phrase.group for end, phrase in zip(self._ends, self._names, strict=True)}
        found: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        for bond in reading.bonds:
            if bond.antecedent_end in groups:
                found[bond.start][groups[bond.antecedent_end]] += bond.score
        return found

    def _meant(self, pronoun: Mention, gender: str, binding: Binding) -> int | None:
        """The group that one pronoun means; None where nobody who is named is likely enough."""
        start = pronoun.span.start
        if self._led.get(pronoun) is not None:
            return self._led[pronoun]
        if self._of_kind is NOUNS and self._bodies and (landed := self._bodies.of_land(pronoun)) is not None:
            return landed
        if KIN_BESIDE.match(self._doc.text, start):
            owner = self._owner_beside(start)
            if owner is not None and self._bearers.genders.get(owner, gender) == gender:
                return owner
            if owner is None and AND_NAMELESS.search(self._doc.text, max(0, start - 60), start):
                return None  # "the queen and her husband"
        if (subject := self._led_by_kin(pronoun, gender, binding)) is not None:
            return subject
        if (led := self._leads(pronoun, gender, binding)) is not None:
            self._led[led] = self._meant(led, gender, binding)
            return self._led[led]
        rivals = self._rivals(pronoun, gender, binding)
        if self._doc.quote(pronoun.span).lower() in REFLEXIVE or OWN.match(self._doc.text, pronoun.span.end):
            rivals = {i: r for i, r in rivals.items() if subject_of_its_verb(r)} or rivals
        unknown = 1 - sum(self._bearers.shares(pronoun.span).values())
        chances = shares(self._of_kind.name, list(rivals.values()), unknown, self._signs(pronoun))
        ranked = sorted(zip(chances, rivals, strict=True), reverse=True)
        told = [(c, i) for c, i in ranked if (fit := rivals[i].fit) and (fit.narrow or fit.called)]
        if ranked and (fit := rivals[ranked[0][1]].fit) and not fit.suits and not fit.unknown:
            ranked = told or ranked  # of "the fund" no food firm is meant where the text has a fund
        chance, best = next(iter(ranked), (0.0, -1))
        if self._of_kind is NOUNS and best >= 0 and (read := _read_here(rivals, best)) is not None:
            return read if rivals[read].share >= READ else None
        return best if best >= 0 and chance >= self._least(rivals[best], pronoun, binding) else None

    def _led_by_kin(self, pronoun: Mention, gender: str, binding: Binding) -> int | None:
        """Whose kin is told of in front of a clause, where none is spoken of before: "Like his brother, Duda left"."""
        site = self._sites.site(pronoun.span)
        spoken = self._spoken[self._kind(site)]
        if self._of_kind is not PEOPLE or not KIN_BESIDE.match(self._doc.text, site.start):
            return None
        if spoken and spoken[-1].site.sentence == site.sentence:
            return None
        rivals = self._rivals(pronoun, gender, binding)
        return next((i for i, r in rivals.items() if r.fronted), None)

    def _leads(self, pronoun: Mention, gender: str, binding: Binding) -> Mention | None:
        """The "he" to whose clause "his" leads: "In his memoir, he said", where none is spoken of before it."""
        site = self._sites.site(pronoun.span)
        if self._of_kind is not PEOPLE or site.role != "owner":
            return None
        latest = itertools.takewhile(
            lambda p: p.site.sentence == site.sentence, reversed(self._spoken[self._kind(site)])
        )
        spoken = {p.group for p in latest}
        for later in self._pronouns[bisect_right(self._pronouns, pronoun) :]:
            here = self._sites.site(later.span)
            if here.sentence != site.sentence:
                return None
            between = self._doc.text[pronoun.span.end : later.span.start]
            if here.role == "subject" and not here.joined and here.verb in site.reach and "," in between:
                free = self._gender(later) == gender and spoken <= set(binding.parents(later.span))
                return later if free else None
        return None

    def _least(self, rival: Rival, pronoun: Mention, binding: Binding) -> float:
        """How likely this one must be to be meant: surer where the name seems to tell the other gender, or where one
        without a name has been spoken of since; who was acted upon in this sentence is nearer than any before it.
        """
        if self._of_kind is NOUNS:
            firm = "company" in sorts_of_words().get(pronoun.value, frozenset())
            return least_of_noun(rival, self._signs(pronoun), firm=firm)
        if self._of_kind is BODIES and leads_to_opening(rival) and rival.between == 0:
            return LED_ON
        if self._of_kind is PEOPLE and rival.latest == rival.pronoun:
            return CERTAIN  # somebody who is named only in a later sentence
        if self._of_kind is not PEOPLE or not rival.is_before:
            return self._of_kind.sure
        if rival.back > 0 and binding.is_behind_somebody(pronoun.span):
            return CERTAIN
        since = binding.somebody_between(rival.latest.start + 1, pronoun.span.start)
        return SURER if rival.ending < 0 or since else self._of_kind.sure

    def _rivals(self, pronoun: Mention, gender: str, binding: Binding) -> dict[int, Rival]:
        """Everybody whom a pronoun may mean."""
        site, known = self._sites.site(pronoun.span), self._bearers.shares(pronoun.span)
        nouns = self._of_kind is NOUNS
        barred = {*binding.barred(pronoun.span), *(() if nouns else {*self._speakers(site), *self._spoken_of(site)})}
        later, near = {} if nouns else self._later(site), self._near(site, gender)
        far = {i for i, part in known.items() if part >= SPOKEN and i in self._groups}
        fits = self._fits(pronoun)
        far |= {i for i, fit in fits.items() if fit.suits}
        found = {}
        for i in sorted({*near, *later, *far} - barred):
            if self._bearers.genders.get(i, gender) == gender:
                found[i] = self._rival(i, site, gender, later.get(i), near.get(i, FAR), known.get(i, 0.0), binding)
        return self._fitted(found, fits) if fits else self._told_apart(found)

    def _told_apart(self, rivals: dict[int, Rival]) -> dict[int, Rival]:
        """The rivals, where the reader has not taken the subject of this sentence for another of his given name."""
        for i, far in rivals.items():
            if self._of_kind is PEOPLE and far.share >= READ and far.back > 0 and i in self._given:
                near = [
                    k for k, r in rivals.items() if k != i and self._given.get(k) == self._given[i] and _acts_here(r)
                ]
                if len(near) == 1:
                    one, other = replace(far, share=0.0, tied=0.0), rivals[near[0]]
                    return {**rivals, i: one, near[0]: replace(other, share=far.share, tied=far.tied)}
        return rivals

    def _fitted(self, rivals: Mapping[int, Rival], fits: Mapping[int, Fit]) -> dict[int, Rival]:
        """The rivals for a common noun, each with how the noun suits it, beside the others."""
        suited = [i for i, fit in fits.items() if fit.suits]
        last = max((i for i in suited if i in rivals), key=lambda i: rivals[i].latest.start, default=-1)
        return {
            i: replace(r, fit=fits.get(i, Fit()), alone=suited == [i], last_fit=i == last, sole=len(fits) == 1)
            for i, r in rivals.items()
        }

    def _fits(self, noun: Mention) -> Mapping[int, Fit]:
        """How a common noun suits each body that has been named before it."""
        if self._of_kind is not NOUNS or self._bodies is None:
            return {}
        return {i: self._bodies.fit(noun.value, i) for i in self._anywhere}

    def _signs(self, noun: Mention) -> list[str]:
        """What tells that a common noun may mean a body without a name."""
        if self._of_kind is not NOUNS or self._bodies is None:
            return []
        again = ["nobody_again"] if noun.value in self._open else []
        unsuited = [] if any(fit.suits for fit in self._fits(noun).values()) else ["nobody_unsuited"]
        return [*self._bodies.signs(noun), *again, *unsuited]

    def _rival(
        self, i: int, site: Site, gender: str, later: Site | None, between: int, share: float, binding: Binding
    ) -> Rival:
        before = self._latest.get((self._kind(site), i)) or self._anywhere.get(i)
        latest = before.site if before is not None else later or site
        return Rival(
            pronoun=site,
            latest=latest,
            share=share,
            tied=self._ties.get(site.start, {}).get(i, 0.0),
            between=between,
            count=self._count[self._kind(site), i],
            carried=self._last.get(gender) == i,
            agrees=self._bearers.genders.get(i) == gender,
            differs=self._likely.get(i, gender) != gender,
            ending=0.0 if i not in self._endings else 1.0 if self._endings[i] == gender else -1.0,
            fronted=later is not None and later.role == "subject" and not later.joined and later.verb in site.reach,
            first=self._names[0].group == i,
            is_name=before is None or before.is_name,
            opens=self._opens(site),
            nameless_since=before is not None and self._is_nameless_since(latest, site, binding),
            is_place=i in self._places,
        )

    def _opens(self, site: Site) -> bool:
        """Whether a word opens its sentence; a common noun does behind an article."""
        start = self._sentences[site.sentence].span.start
        article = self._doc.text[start : site.start].lower() in ("the ", "this ", "that ")
        return site.start == start or (self._of_kind is NOUNS and article)

    def _is_nameless_since(self, latest: Site, site: Site, binding: Binding) -> bool:
        if self._of_kind is PEOPLE:
            return binding.nameless_between(latest.start + 1, site.start)
        return bool(self._nameless) and self._nameless[-1] > latest.start

    def _near(self, site: Site, gender: str) -> dict[int, int]:
        """Who is spoken of in this sentence and those just before: how many others of the gender have been since."""
        found: dict[int, int] = {}
        since: set[int] = set()
        for phrase in reversed(self._spoken[self._kind(site)]):
            if site.sentence - phrase.site.sentence > BACK:
                break
            found.setdefault(phrase.group, len(since - {phrase.group}))
            if self._bearers.genders.get(phrase.group, gender) == gender:
                since.add(phrase.group)
        return found

    def _later(self, site: Site) -> dict[int, Site]:
        """Who is named in the rest of the sentence, and where first."""
        found: dict[int, Site] = {}
        for k in range(bisect_right(self._starts, site.start), len(self._names)):
            phrase = self._names[k]
            if phrase.site.sentence != site.sentence:
                break
            found.setdefault(phrase.group, phrase.site)
        return found

    def _speakers(self, site: Site) -> set[int]:
        """Who says the quotation in which a word stands: in it he is "I"."""
        k = bisect_left(self._quotes, (site.start, 0)) - 1
        if k < 0 or site.start >= self._quotes[k][1]:
            return set()
        quote = self._quotes[k]
        near = {site.sentence, self._sites.number(quote[1] - 1)}
        said = [p for p in self._speaking if p.site.sentence in near] or self._going_on(k)
        return {p.group for p in said if not quote[0] < p.site.start < quote[1]}

    def _spoken_of(self, site: Site) -> set[int]:
        """Who is named in a quotation that a word's bearer says: of "“Duda lied to us,” he said" he is not Duda."""
        if not self._speaks(site):
            return set()
        bounds = self._sentences[site.sentence].span
        told = [(a, b) for a, b in self._quotes if a < bounds.end and bounds.start < b and not a <= site.start < b]
        told = [(a, b) for a, b in told if len(self._doc.text[a:b].split()) >= FEWEST_TOLD]
        return {p.group for p in self._names for a, b in told if a < p.site.start < b}

    def _going_on(self, k: int) -> list[Phrase]:
        """Who said the quotation before, in the sentence right before: "“We lost,” said Duda. “It is over.”"."""
        start, before = self._quotes[k][0], self._sites.number(self._quotes[k][0]) - 1
        if k == 0 or "\n" in self._doc.text[self._quotes[k - 1][1] : start].strip(" "):
            return []
        told = self._sites.number(self._quotes[k - 1][1] - 1) == before
        return [p for p in self._speaking if told and p.site.sentence == before]

    def _owner_beside(self, start: int) -> int | None:
        """Whose "his" or "her" is that stands behind a name and "and" before kin: "Oto Vale (1820-88) and his wife"."""
        k = bisect_left(self._starts, start) - 1
        beside = k >= 0 and AND_OWN.fullmatch(self._doc.text[self._ends[k] : start])
        return self._names[k].group if beside else None


def least_of_noun(rival: Rival, signs: Collection[str], *, firm: bool = False) -> float:
    """How likely a body must be to be meant by a common noun: surer where something tells of another, or nothing tells
    its sort and others have been spoken of since; less so where the noun suits it alone.

    `firm` tells that the noun is one for a firm: the only body of a text that has no word for its sort is one mostly.
    """
    fit, doubts = rival.fit or Fit(), DOUBTFUL & set(signs)
    if firm and rival.sole and fit.unknown and set(signs) <= {"nobody_unsuited"}:
        return SOLE
    if fit.narrow and rival.alone and rival.between < 2 and not signs:
        return NARROW  # "Osh Airways ... The carrier"
    if fit.unknown and rival.between == 0 and rival.share >= READ and set(signs) == {"nobody_unsuited"}:
        return SOLE
    if not fit.suits and not fit.unknown:
        return CERTAIN  # "the ministry" is no hotel
    if fit.called and not doubts:
        return LEAST if rival.alone else CALLED
    if fit.called and rival.between == 0 and doubts <= {"nobody_part"}:
        return CALLED  # "the Conduct Board. The board found"
    if doubts or (not fit.suits and rival.between > 1):
        return DOUBTED
    return ALONE if rival.alone and rival.between < 2 else CALLED if rival.between < 2 else NOUNS.sure


def _read_here(rivals: Mapping[int, Rival], best: int) -> int | None:
    """The body of this sentence for which the reader takes a noun, where the likeliest by all signs stands far off."""
    far = rivals[best]
    here = [i for i, r in rivals.items() if r.back == 0 and r.is_before and r.share >= max(HERE, far.share)]
    here = [i for i in here if (fit := rivals[i].fit) and (fit.suits or fit.unknown)]
    return here[0] if far.back > 1 and len(here) == 1 and here[0] != best else None


def _acts_here(rival: Rival) -> bool:
    """Whether somebody is the subject of the pronoun's sentence, or was meant by the pronoun before in it."""
    return rival.back == 0 and rival.is_before and (rival.carried or (rival.before == "subject" and rival.is_name))


def _given_name(doc: Document, names: Sequence[Mention]) -> str:
    """The first word of a person's name that is given in full."""
    whole = [words for m in names if m.type == "person" and len(words := doc.quote(m.span).split()) > 1]
    return whole[0][0] if whole else ""


def _is_of(kind: Kind, mention: Mention, group: Sequence[Mention]) -> bool:
    """Whether a name is of a kind: a nationality stands for its country, a body's name may look like a place's."""
    if kind is NOUNS:
        return any(m.type in ("organization", "facility") for m in group)
    return mention.type in kind.types or (kind is BODIES and mention.type == "nationality")
