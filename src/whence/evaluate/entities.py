"""Entities against gold: are the names of one bearer together, and are no two bearers merged."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from whence.evaluate.gold import Gold, Row, fold

TITLES = frozenset(
    """
    brigadier major lieutenant colonel general commander president prime minister premier ambassador supreme
    leader grand ayatollah sheikh senior iraqi iranian lebanese shiite s u us american
    """.split()
)


@dataclass(slots=True)
class EntityScore:
    """Pairs of names of one gold entity, how many of them share an emitted one, names never emitted, false merges."""

    gold: int = 0
    pairs: int = 0
    together: int = 0
    emitted: int = 0
    absent: list[tuple[str, str]] = field(default_factory=list)
    split: list[tuple[str, str, str]] = field(default_factory=list)
    merged: dict[str, list[str]] = field(default_factory=dict)

    @property
    def recall(self) -> float:
        """Share of the pairs that are together."""
        return self.together / self.pairs if self.pairs else 0.0


def _bare(name: str) -> str:
    words = fold(name).split()
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    return " ".join(words)


def score_entities(gold: Gold, entities: Iterable[Row]) -> EntityScore:
    """The score of emitted entities, as export rows."""
    rows = list(entities)
    where: dict[str, set[str]] = defaultdict(set)
    for e in rows:
        for name in {e["name"], *e.get("names", [])}:
            where[fold(name)].add(e["id"])
            where[_bare(name)].add(e["id"])
    score = EntityScore(gold=len(gold.entities), emitted=len(rows))
    forms = {k: sorted({fold(n) for n in (v or {}).get("names") or [k]}) for k, v in gold.entities.items()}
    for entity, names in forms.items():
        score.absent += [(entity, n) for n in names if n not in where]
        for one, two in itertools.combinations([n for n in names if n in where], 2):
            score.pairs += 1
            if where[one] & where[two]:
                score.together += 1
            else:
                score.split.append((entity, one, two))
    score.merged = _merged(forms, where)
    return score


def _merged(forms: dict[str, list[str]], where: dict[str, set[str]]) -> dict[str, list[str]]:
    shared = {n for n, times in Counter(n for names in forms.values() for n in names).items() if times > 1}
    owners: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for entity, names in forms.items():
        for name in names:
            if name not in shared:
                for i in where.get(name, ()):
                    owners[i][entity].add(name)
    found = {}
    for i, by_entity in owners.items():
        contained = any(a <= b for x, a in by_entity.items() for y, b in by_entity.items() if x != y)
        if len(by_entity) > 1 and not contained:
            found[i] = sorted(by_entity)
    return found
