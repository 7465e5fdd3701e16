"""The people and bodies of a case against a list: candidates with score, reasons and the entry."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz.fuzz import ratio

from whence.model import Candidate, Entity, ListEntry
from whence.resolve.blocking import keys
from whence.resolve.evidence import Fit, fit_aligned
from whence.text.gazetteer import countries as countries_known
from whence.text.gazetteer import country
from whence.text.names import ORGANIZATION, PERSON, Name, compare_parsed, parse
from whence.text.names.align import Alignment, align
from whence.text.names.compare import score_aligned
from whence.text.names.spelling import Kin
from whence.text.names.words import given_forms

CANDIDATE = 0.6  # below, a name on the list is not worth a person's minute
CROWD = 60  # a word that more listed names share is common and finds nobody alone; two such words together may
ALIKE = 55  # of 100, letters in common: of 676 candidates for 600 names of a real list one is lost, a wrong one
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
        """Every listed name that shares a key with `name`, common words aside.

        A name that shares one word only must be alike on the whole: else nearly all that come are other people of one
        family, other bodies of one sort.
        """
        found: dict[tuple[str, str], tuple[ListEntry, Name, bool]] = {}
        alone: dict[tuple[str, str], tuple[ListEntry, Name, bool]] = {}
        for key in set(keys(name)):
            rows = self._rows.get(f"{name.kind}|{key}", ())
            one_word = key[0] == "1"
            if len(rows) <= (CROWD if one_word else CROWD * 20):
                (alone if one_word else found).update({(e.id, n.text): (e, n, weak) for e, n, weak in rows})
        words = " ".join(sorted(name.words))
        for mark, row in alone.items():
            single = len(name.parts) == 1 or len(row[1].parts) == 1
            if mark not in found and (single or ratio(words, " ".join(sorted(row[1].words))) >= ALIKE):
                found[mark] = row
        return list(found.values())


def screen(
    entities: Iterable[Entity],
    entries: Iterable[ListEntry] | Index,
    *,
    threshold: float = CANDIDATE,
    countries: Mapping[str, Iterable[str]] | None = None,
    dates: Mapping[str, Iterable[str]] | None = None,
) -> Iterator[Candidate]:
    """Yield for each entity the entries it may be, best first. A candidate is a question, never an answer.

    `countries` and `dates` tell for an entity id where it belongs and when it was born or founded (EDTF): a shared
    country or year counts for the candidate, another year of birth against.
    """
    index = entries if isinstance(entries, Index) else Index(entries)
    told, born = countries or {}, dates or {}
    for entity in entities:
        if entity.type in {PERSON, ORGANIZATION}:
            known = _Known(frozenset(told.get(entity.id, ())), _years(born.get(entity.id, ())))
            found = _candidates(entity, index, threshold, known)
            yield from sorted(found, key=lambda c: (-c.score, c.entry.id))


@dataclass(frozen=True, slots=True)
class _Known:
    """What the case tells of an entity besides its names."""

    lands: frozenset[str]
    years: frozenset[int]


def _years(dates: Iterable[str]) -> frozenset[int]:
    """The years that stand in dates of any form: EDTF, ``12 Mar 1960``, ``circa 1960``."""
    return frozenset(int(year) for date in dates for year in re.findall(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)", date))


@cache
def _isos() -> dict[str, str]:
    return {c.iso.lower(): c.name for c in countries_known()}


@cache
def _land(name: str) -> str:
    """A country by one name, be it given by another or by its code."""
    found = country(name)
    return found.name if found else _isos().get(name.lower(), name)


def _candidates(entity: Entity, index: Index, threshold: float, known: _Known) -> list[Candidate]:
    best: dict[str, tuple[float, Name, Name, ListEntry, bool]] = {}
    for name in _names(entity):
        for entry, listed, weak in index.near(name):
            sure = _sure(name, listed, weak=weak)
            if sure >= threshold and sure > best.get(entry.id, (0.0,))[0]:
                best[entry.id] = (sure, name, listed, entry, weak)
    ranked = sorted(best.values(), key=lambda b: (-b[0], b[3].id))[:MANY]
    return [_candidate(entity, sure, name, listed, entry, weak, known) for sure, name, listed, entry, weak in ranked]


def _names(entity: Entity) -> list[Name]:
    """The names worth looking up: of a person those of two words and more, else a surname alone."""
    parsed = [parse(form, entity.type) for form in dict.fromkeys((entity.name, *(n for n, _ in entity.names)))]
    full = [n for n in parsed if len(n.parts) > 1 or (entity.type == ORGANIZATION and len("".join(n.words)) > 3)]
    lone = [n for n in parsed if len(n.parts) == 1 and n.parts[0].word not in given_forms() and len(n.words[0]) > 3]
    return full or lone


def _sure(name: Name, listed: Name, *, weak: bool) -> float:
    al = align(name, listed)
    if _agrees_in_letters(al):
        return 0.0
    rank = _RANK.get(fit_aligned(al), 0.0)
    return score_aligned(al) * rank * (_WEAK if weak else 1.0) if rank else 0.0


def _agrees_in_letters(al: Alignment) -> bool:
    """Is all that agrees two letters that may be anybody's, or a legal form ("Supreme Court", "ADP, S.C.")?"""
    letters = [min(p.word, q.word, key=len) for p, q in al.of(Kin.ACRONYM)]
    return 0 < len(letters) == len(al.pairs) and all(len(word) < 3 for word in letters)


def _candidate(
    entity: Entity, sure: float, name: Name, listed: Name, entry: ListEntry, weak: bool, known: _Known
) -> Candidate:
    reasons = [f"{name.text!r} in the case, {listed.text!r} on the list.", *compare_parsed(name, listed).reasons]
    if weak:
        reasons.append("The list itself calls this a weak alias.")
    if listed.text != entry.name:
        reasons.append(f"It is an alias of {entry.name!r}.")
    told: list[str] = []  # what tells two of one name apart, read before how the names are spelled
    sure = _countries(sure, known.lands, {_land(c) for c in entry.countries}, told)
    sure = _born(sure, known.years, _years(entry.dates), told)
    return Candidate(entity.id, name.text, entry, listed.text, round(sure, 4), (*told, *reasons))


def _countries(sure: float, said: frozenset[str], listed: set[str], reasons: list[str]) -> float:
    lands = {_land(name) for name in said}
    if shared := sorted(lands & listed):
        reasons.append(f"Both belong to {shared[0]}.")
        return sure + (1 - sure) / 2
    if lands and listed:
        reasons.append(f"The case says {min(lands)}, the list {min(listed)}.")
    return sure


def _born(sure: float, said: frozenset[int], listed: frozenset[int], reasons: list[str]) -> float:
    if not said or not listed:
        return sure
    if shared := sorted(said & listed):
        reasons.append(f"Both give the year {shared[0]}.")
        return sure + (1 - sure) / 2
    reasons.append(f"The case gives the year {min(said)}, the list {', '.join(map(str, sorted(listed)))}.")
    # Lists give circa years and rounded ones: a year or two apart is no contradiction.
    return sure if min(abs(a - b) for a in said for b in listed) <= 2 else sure / 2
