"""Conflicts against gold: found, and look-alikes left alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from whence.evaluate.gold import Gold, Row

MOST_SIDES = 6


@dataclass(slots=True)
class ConflictScore:
    """How many gold conflicts are wanted and found, look-alikes reported, and what lies beyond gold."""

    wanted: int = 0
    found: int = 0
    false_alarms: list[Row] = field(default_factory=list)
    missed: list[Row] = field(default_factory=list)
    beyond: list[Row] = field(default_factory=list)
    emitted: int = 0


class _Matcher:
    def __init__(self, gold: Gold, claims: Iterable[Row]) -> None:
        self.gold, self.claims = gold, {c["id"]: c for c in claims}

    def _on(self, side: Row, document: str, here: tuple[int, int] | None) -> bool:
        if here is None:
            return False
        own = (self.claims[i] for i in side["claims"] if i in self.claims)
        return any(Path(c["source"]).name == document and c["start"] < here[1] and c["end"] > here[0] for c in own)

    def matches(self, conflict: Row, row: Row) -> bool:
        places = []
        for side in row["sides"]:
            if side.get("q"):
                document = self.gold.document(side["d"])
                places.append((document, self.gold.place(document, side["q"])))
        sides: Sequence[Row] = conflict["sides"]
        if row["kind"] == "identity":
            return conflict["kind"] == "identity" and any(self._on(s, *places[0]) for s in sides)
        where = [[i for i, s in enumerate(sides) if self._on(s, *p)] for p in places]
        if not all(where) or len(sides) > MOST_SIDES:
            return False
        apart = len({tuple(w) for w in where}) == len(where)
        return apart or len(set().union(*map(set, where))) >= len(where)


def score_conflicts(gold: Gold, conflicts: Iterable[Row], claims: Iterable[Row]) -> ConflictScore:
    """The score of emitted conflicts, as export rows."""
    rows, matcher, used = list(conflicts), _Matcher(gold, claims), set()
    score = ConflictScore(emitted=len(rows))
    for row in gold.conflicts:
        hit = next((i for i, c in enumerate(rows) if matcher.matches(c, row)), None)
        if not row.get("real", True) or row.get("succession"):
            if hit is not None:
                score.false_alarms.append(row)
            continue
        if hit is not None:
            used.add(hit)
        elif row.get("opt"):
            continue
        score.wanted += 1
        score.found += hit is not None
        if hit is None:
            score.missed.append(row)
    score.beyond = [c for i, c in enumerate(rows) if i not in used]
    return score
