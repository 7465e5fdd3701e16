"""Which pronouns and common nouns the learned reader ties to a name, under the rules' constraints."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from whence.model import Mention, Span
from whence.reader import Bond, RawMention, Reading

# "The group that had held the port" is told by what it did, and is none that was named.
NARROWED = re.compile(r"\s+(?:that|who|which|whose|calling itself|known as|led by|based in|behind|responsible for)\s")
PRONOUN_FLOOR = 0.5
PERSONAL_FLOOR = 0.4
NOMINAL_FLOOR = 0.6
SURE_OF_GENDER = 0.7
LEAST_SHARE = 0.01
NAMED_WEIGHT = 2.0  # a name is the surer antecedent: what passes on its shares may be wrong itself
BODIES = frozenset({"it", "its", "itself", "they", "them", "their", "theirs", "themselves"})
SINGLE = frozenset({"it", "its", "itself"})
PERSONAL = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
RELATIVE = frozenset({"who", "whom", "whose", "which"})

Place = tuple[int, int]
Shares = dict[int, float]


class Bearers:
    """Whom each phrase of a document stands for: shares of probability by the group of names.

    A phrase's share of a group is the sum over its antecedents, those that are no names passing on their own shares.
    What a phrase has no antecedent for, it may be the first to speak of: such a bearer has no name yet, and goes to the
    groups whose names have that phrase or one that passed it on as an antecedent ("Her aunt died. Amina Yusuf sold").
    What a phrase cannot stand for by type or gender is left out, and the rest of its shares made whole again. A group
    gets a gender from the first pronoun that surely means it.
    """

    def __init__(
        self, text: str, reading: Reading, points: Mapping[Span, int], types: Sequence[str], genders: Mapping[int, str]
    ) -> None:
        self._text, self._types = text, types
        self.genders = dict(genders)
        self._named = {span.end: group for span, group in points.items()}
        self._shares: dict[Place, Shares] = {}
        self._by_end: dict[int, Place] = {}
        self._firsts: dict[int, RawMention] = {}
        bonds: dict[Place, list[Bond]] = defaultdict(list)
        for bond in reading.bonds:
            bonds[bond.start, bond.end].append(bond)
        # Names first: a pronoun may stand before its name.
        phrases = sorted(reading.phrases, key=lambda p: (p.form != "named", p.start, -p.end))
        for phrase in phrases:
            place = (phrase.start, phrase.end)
            self._by_end[phrase.end] = place
            self._shares[place] = self._found(phrase, bonds[place])
        self._name_firsts(phrases, bonds)

    def _found(self, phrase: RawMention, bonds: Sequence[Bond]) -> Shares:
        if phrase.form != "pronoun" and phrase.end in self._named:
            return {self._named[phrase.end]: 1.0}
        shares = self._passed_on(bonds)
        if phrase.form in ("pronoun", "nominal"):
            first = -1 - len(self._firsts)
            self._firsts[first] = phrase
            shares[first] = max(0.0, 1 - sum(b.score for b in bonds))
        return self._fitting(phrase, {b: share for b, share in shares.items() if share >= LEAST_SHARE})

    def _passed_on(self, bonds: Sequence[Bond]) -> Shares:
        shares: Shares = defaultdict(float)
        weights = [b.score * (NAMED_WEIGHT if b.antecedent_end in self._named else 1.0) for b in bonds]
        whole = sum(b.score for b in bonds) / (sum(weights) or 1.0)
        for bond, weight in zip(bonds, weights, strict=True):
            for bearer, share in self._shares.get((bond.antecedent_start, bond.antecedent_end), {}).items():
                shares[bearer] += weight * whole * share
        return shares

    def _name_firsts(self, phrases: Sequence[RawMention], bonds: Mapping[Place, Sequence[Bond]]) -> None:
        """Give the bearers without a name to the groups whose names have them as antecedents."""
        taken: dict[int, Shares] = defaultdict(dict)
        for phrase in phrases:
            group = self._named.get(phrase.end) if phrase.form == "named" else None
            if group is None:
                continue
            for bearer, share in self._passed_on(bonds.get((phrase.start, phrase.end), ())).items():
                if bearer < 0:
                    taken[bearer][group] = max(share, taken[bearer].get(group, 0.0))
        for phrase in phrases:
            place = (phrase.start, phrase.end)
            shares: Shares = defaultdict(float)
            for bearer, share in self._shares[place].items():
                if bearer >= 0:
                    shares[bearer] += share
                for group, part in taken.get(bearer, {}).items():
                    shares[group] += share * part / max(1.0, sum(taken[bearer].values()))
            self._shares[place] = self._fitting(phrase, shares) if place[1] not in self._named else shares

    def _word(self, phrase: RawMention) -> str:
        return self._text[phrase.start : phrase.end].lower()

    def _fitting(self, phrase: RawMention, shares: Shares) -> Shares:
        """The shares of those that the phrase can stand for, with what the others lose."""
        word = self._word(phrase)
        types, gender = _allowed(phrase.form, phrase.type, word), PERSONAL.get(word, "")
        fit = {b: share for b, share in shares.items() if self._fits(b, types, gender, word)}
        lost = sum(shares.values()) - sum(fit.values())
        fit = {b: share / (1 - lost) for b, share in fit.items()} if lost < 1 else {}
        best = max(fit, key=lambda b: fit[b], default=-1)
        if best >= 0 and gender and fit[best] >= SURE_OF_GENDER:
            self.genders.setdefault(best, gender)
        return fit

    def _fits(self, bearer: int, types: frozenset[str], gender: str, word: str) -> bool:
        if bearer >= 0:
            return self._types[bearer] in types and (not gender or self.genders.get(bearer, gender) == gender)
        first = self._firsts[bearer]
        other = PERSONAL.get(self._word(first), "")
        if word in BODIES:
            return first.type != "person" or word not in SINGLE  # "a memorandum; it was returned"
        return first.type in types and (not gender or not other or other == gender)

    def shares(self, span: Span) -> Mapping[int, float]:
        """The groups that a phrase may stand for; a phrase that begins elsewhere is found by its end."""
        place = (span.start, span.end)
        return self._shares.get(place) or self._shares.get(self._by_end.get(span.end, place), {})

    def best(self, span: Span) -> tuple[int, float] | None:
        """The likeliest group of a phrase and its share."""
        return max(self.shares(span).items(), key=lambda s: (s[1], -s[0]), default=None)


def bonded(text: str, mentions: Sequence[Mention], points: Mapping[Span, int], bearers: Bearers) -> dict[Mention, int]:
    """Group numbers of the pronouns and nominals that the reader ties to a name.

    `points` gives the group of each name. A pronoun takes only a group that it can stand for: "he" a person, "it" and
    "they" a body, "who" either.
    """
    found: dict[Mention, int] = {}
    ends = {m.span.end: m.span for m in mentions if m.type == "person" and m.form == "name" and m.span in points}
    for m in mentions:
        if m.form not in ("pronoun", "nominal") or m.span in points:
            continue
        named = ends.get(m.span.start - 2) if text[m.span.start : m.span.end].lower() == "who" else None
        if named is not None and text[named.start - 2 : named.start] == text[named.end : m.span.start] == ", ":
            found[m] = points[named]  # "the husband of Ada Mensah, Ivo, who died"
            continue
        if m.form == "nominal" and m.type == "organization" and NARROWED.match(text, m.span.end):
            continue
        best = bearers.best(m.span)
        if best is not None and best[1] >= _floor(m, text[m.span.start : m.span.end].lower()):
            found[m] = best[0]
    return found


def _floor(mention: Mention, word: str) -> float:
    if mention.form == "nominal":
        return NOMINAL_FLOOR
    return PERSONAL_FLOOR if word in PERSONAL else PRONOUN_FLOOR


def _allowed(form: str, kind: str, word: str) -> frozenset[str]:
    """Types of the names that a phrase can stand for."""
    if word in PERSONAL:
        return frozenset({"person"})
    if word in BODIES:
        return frozenset({"organization"})
    if word in RELATIVE:
        return frozenset({"person", "organization"})
    return frozenset({kind}) if form == "nominal" else frozenset()
