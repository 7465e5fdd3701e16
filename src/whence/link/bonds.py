"""Which pronouns and common nouns the learned reader ties to a name, under the rules' constraints."""

from collections.abc import Mapping, Sequence

from whence.model import Mention, Span
from whence.reader import Bond, RawMention

PRONOUN_FLOOR = 0.5
NOMINAL_FLOOR = 0.6
BODIES = frozenset({"it", "its", "itself", "they", "them", "their", "theirs", "themselves"})
PEOPLE = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
RELATIVE = frozenset({"who", "whom", "whose", "which"})
MOST_STEPS = 6


class Bonds:
    """The reader's bonds of one document, followed from phrase to phrase until a name is reached."""

    def __init__(self, bonds: Sequence[Bond], phrases: Sequence[RawMention]) -> None:
        self._next = {(b.start, b.end): b for b in bonds}
        self._forms = {(p.start, p.end): p.form for p in phrases}
        self._by_end = {p.end: (p.start, p.end) for p in phrases}

    def name(self, span: Span, floor: float) -> tuple[int, int] | None:
        """The named phrase that a phrase stands for, as offsets, by bonds that are all at least so likely."""
        at: tuple[int, int] | None = (span.start, span.end)
        if at not in self._next:
            # The reader's nominals end where ours do, but may begin elsewhere.
            at = self._by_end.get(span.end)
        for _ in range(MOST_STEPS):
            bond = self._next.get(at) if at else None
            if bond is None or bond.score < floor:
                return None
            at = (bond.antecedent_start, bond.antecedent_end)
            if self._forms.get(at) == "named":
                return at
        return None


def bonded(
    text: str,
    mentions: Sequence[Mention],
    points: Mapping[Span, int],
    types: Sequence[str],
    bonds: Bonds,
) -> dict[Mention, int]:
    """Group numbers of the pronouns and nominals that the reader ties to a name.

    `points` gives the group of each name, `types` the type of each group. A pronoun takes only a group that it can
    stand for: "he" a person, "it" and "they" a body, "who" either.
    """
    names: dict[int, list[Span]] = {}
    for span in points:
        names.setdefault(span.end, []).append(span)
    found: dict[Mention, int] = {}
    for m in mentions:
        if m.form not in ("pronoun", "nominal") or m.span in points:
            continue
        word = text[m.span.start : m.span.end].lower()
        allowed = _allowed(m, word)
        if not allowed:
            continue
        name = bonds.name(m.span, PRONOUN_FLOOR if m.form == "pronoun" else NOMINAL_FLOOR)
        if name is None:
            continue
        group = next((points[s] for s in names.get(name[1], ())), None)
        if group is not None and types[group] in allowed:
            found[m] = group
    return found


def _allowed(mention: Mention, word: str) -> frozenset[str]:
    """Types of the names that a mention can stand for."""
    if mention.form == "nominal":
        return frozenset({mention.type})
    if word in PEOPLE:
        return frozenset({"person"})
    if word in BODIES:
        return frozenset({"organization"})
    return frozenset({"person", "organization"}) if word in RELATIVE else frozenset()
