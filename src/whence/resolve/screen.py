"""The people and bodies of a case against a list: candidates with score, reasons and the entry."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from whence.model import Candidate, Entity, ListEntry
from whence.resolve.blocking import keys
from whence.resolve.evidence import Fit, fit_aligned
from whence.text.names import ORGANIZATION, PERSON, Name, compare_parsed, parse
from whence.text.names.align import align
from whence.text.names.compare import score_aligned
from whence.text.names.words import given_forms

CANDIDATE = 0.6  # below, a name on the list is not worth a person's minute
CROWD = 60  # a word that more listed names share is common and finds nobody alone; two such words together may
MANY = 5  # candidates shown for one entity
_WEAK = 0.5  # what a weak alias of the list counts of a strong one
_RANK = {
    Fit.SAME: 1.0,
    Fit.SHORT: 0.97,
    Fit.SLIP: 0.93,
    Fit.TURNED: 0.9,
    Fit.SURNAME: 0.75,
    Fit.BRANCH: 0.7,
    Fit.GIVEN: 0.5,
}


class Index:
    """A list made ready for many questions: names parsed, and found by key."""

    def __init__(self, entries: Iterable[ListEntry]) -> None:
        self._rows: dict[str, list[tuple[ListEntry, Name, bool]]] = defaultdict(list)
        self.size = 0
        for entry in entries:
            self.size += 1
            for form, weak in [*((a, False) for a in (entry.name, *entry.aliases)), *((a, True) for a in entry.weak)]:
                name = parse(form, entry.kind)
                for key in set(keys(name)):
                    self._rows[f"{entry.kind}|{key}"].append((entry, name, weak))

    def near(self, name: Name) -> list[tuple[ListEntry, Name, bool]]:
        """Every listed name that shares a key with `name`, common words aside."""
        found: dict[tuple[str, str], tuple[ListEntry, Name, bool]] = {}
        for key in set(keys(name)):
            rows = self._rows.get(f"{name.kind}|{key}", ())
            if len(rows) <= (CROWD if key[0] == "1" else CROWD * 20):
                found |= {(e.id, n.text): (e, n, weak) for e, n, weak in rows}
        return list(found.values())


def screen(
    entities: Iterable[Entity],
    entries: Iterable[ListEntry] | Index,
    *,
    threshold: float = CANDIDATE,
    countries: Mapping[str, Iterable[str]] | None = None,
) -> Iterator[Candidate]:
    """Yield for each entity the entries it may be, best first. A candidate is a question, never an answer.

    `countries` tells for an entity id the countries it is said to belong to; a shared one counts for the candidate.
    """
    index = entries if isinstance(entries, Index) else Index(entries)
    told = countries or {}
    for entity in entities:
        if entity.type in {PERSON, ORGANIZATION}:
            yield from _candidates(entity, index, threshold, frozenset(told.get(entity.id, ())))


def _candidates(entity: Entity, index: Index, threshold: float, lands: frozenset[str]) -> list[Candidate]:
    best: dict[str, tuple[float, Name, Name, ListEntry, bool]] = {}
    for name in _names(entity):
        for entry, listed, weak in index.near(name):
            sure = _sure(name, listed, weak=weak)
            if sure >= threshold and sure > best.get(entry.id, (0.0,))[0]:
                best[entry.id] = (sure, name, listed, entry, weak)
    ranked = sorted(best.values(), key=lambda b: (-b[0], b[3].id))[:MANY]
    return [_candidate(entity, sure, name, listed, entry, weak, lands) for sure, name, listed, entry, weak in ranked]


def _names(entity: Entity) -> list[Name]:
    """The names worth looking up: of a person those of two words and more, else a surname alone."""
    parsed = [parse(form, entity.type) for form in dict.fromkeys((entity.name, *(n for n, _ in entity.names)))]
    full = [n for n in parsed if len(n.parts) > 1 or (entity.type == ORGANIZATION and len("".join(n.words)) > 3)]
    lone = [n for n in parsed if len(n.parts) == 1 and n.parts[0].word not in given_forms() and len(n.words[0]) > 3]
    return full or lone


def _sure(name: Name, listed: Name, *, weak: bool) -> float:
    al = align(name, listed)
    rank = _RANK.get(fit_aligned(al), 0.0)
    return score_aligned(al) * rank * (_WEAK if weak else 1.0) if rank else 0.0


def _candidate(
    entity: Entity, sure: float, name: Name, listed: Name, entry: ListEntry, weak: bool, lands: frozenset[str]
) -> Candidate:
    reasons = [f"{name.text!r} in the case, {listed.text!r} on the list.", *compare_parsed(name, listed).reasons]
    if weak:
        reasons.append("The list itself calls this a weak alias.")
    if listed.text != entry.name:
        reasons.append(f"It is an alias of {entry.name!r}.")
    shared = sorted(lands & set(entry.countries))
    if shared:
        reasons.append(f"Both belong to {shared[0]}.")
        sure = sure + (1 - sure) / 2
    elif lands and entry.countries:
        reasons.append(f"The case says {min(lands)}, the list {entry.countries[0]}.")
    return Candidate(entity.id, name.text, entry, listed.text, round(sure, 4), tuple(reasons))
