"""Which pronouns and common nouns the learned reader ties to a name, under the rules' constraints."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from whence.model import Mention, Span
from whence.reader import Bond, RawMention, Reading

PRONOUN_FLOOR = 0.5
PERSONAL_FLOOR = 0.3
NOMINAL_FLOOR = 0.6
SURE_OF_GENDER = 0.7
BODIES = frozenset({"it", "its", "itself", "they", "them", "their", "theirs", "themselves"})
PERSONAL = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
RELATIVE = frozenset({"who", "whom", "whose", "which"})

Place = tuple[int, int]
Shares = dict[int, float]


class Bearers:
    """Whom each phrase of a document stands for: shares of probability by the group of names.

    A phrase's share of a group is the sum over its antecedents, those that are no names passing on their own shares.
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
        bonds: dict[Place, list[Bond]] = defaultdict(list)
        for bond in reading.bonds:
            bonds[bond.start, bond.end].append(bond)
        # Names first: a pronoun may stand before its name.
        for phrase in sorted(reading.phrases, key=lambda p: (p.form != "named", p.start, -p.end)):
            place = (phrase.start, phrase.end)
            self._by_end[phrase.end] = place
            self._shares[place] = self._found(phrase, bonds[place])

    def _found(self, phrase: RawMention, bonds: Sequence[Bond]) -> Shares:
        if phrase.form == "named" and phrase.end in self._named:
            return {self._named[phrase.end]: 1.0}
        shares: Shares = defaultdict(float)
        for bond in bonds:
            for group, share in self._shares.get((bond.antecedent_start, bond.antecedent_end), {}).items():
                shares[group] += bond.score * share
        word = self._text[phrase.start : phrase.end].lower()
        fit = self._fitting(shares, _allowed(phrase.form, phrase.type, word), PERSONAL.get(word, ""))
        best = max(fit, key=lambda g: fit[g], default=None)
        if best is not None and word in PERSONAL and fit[best] >= SURE_OF_GENDER:
            self.genders.setdefault(best, PERSONAL[word])
        return fit

    def _fitting(self, shares: Shares, types: frozenset[str], gender: str) -> Shares:
        """The shares of the groups of these types that are not of the other gender, with what the others lose."""
        fit = {
            g: share
            for g, share in shares.items()
            if self._types[g] in types and (not gender or self.genders.get(g, gender) == gender)
        }
        lost = sum(shares.values()) - sum(fit.values())
        return {g: share / (1 - lost) for g, share in fit.items()} if lost < 1 else {}

    def best(self, span: Span) -> tuple[int, float] | None:
        """The likeliest group of a phrase and its share; a phrase that begins elsewhere is found by its end."""
        place = (span.start, span.end)
        shares = self._shares.get(place) or self._shares.get(self._by_end.get(span.end, place), {})
        return max(shares.items(), key=lambda s: (s[1], -s[0]), default=None)


def bonded(text: str, mentions: Sequence[Mention], points: Mapping[Span, int], bearers: Bearers) -> dict[Mention, int]:
    """Group numbers of the pronouns and nominals that the reader ties to a name.

    `points` gives the group of each name. A pronoun takes only a group that it can stand for: "he" a person, "it" and
    "they" a body, "who" either.
    """
    found: dict[Mention, int] = {}
    for m in mentions:
        if m.form not in ("pronoun", "nominal") or m.span in points:
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
