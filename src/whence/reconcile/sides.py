"""How claims that cannot all be right fall into sides."""

from collections.abc import Iterable, Sequence

from whence.model import Conflict, Side, Statement, digest
from whence.reconcile.dates import agree, days

Sides = Iterable[tuple[str, Sequence[Statement]]]


def conflict(kind: str, about: str, sides: Sides) -> Conflict:
    """A conflict of these sides; it is decided where a person's claim is on one of them only."""
    groups = list(sides)
    signed = [i for i, (_, group) in enumerate(groups) if any(s.person for s in group)]
    chosen = signed[0] if len(signed) == 1 else None
    made = tuple(
        Side(
            value,
            tuple(dict.fromkeys(s.claim for s in group)),
            tuple(dict.fromkeys(s.evidence.doc_id for s in group)),
            chosen=i == chosen,
        )
        for i, (value, group) in enumerate(groups)
    )
    own = digest("conflict", kind, *((s.value, *sorted(s.claims)) for s in made))
    return Conflict(own, kind, about, made, "open" if chosen is None else "decided")


def by_date(group: Sequence[Statement]) -> list[list[Statement]]:
    """The group in sides that share no day, the earliest first."""
    sides: list[list[Statement]] = []
    for s in sorted(group, key=lambda s: (_length(s.start), s.evidence, s.claim)):
        homes = [side for side in sides if all(agree(o.start, s.start) for o in side)]
        if not homes:
            sides.append([s])
        elif len(homes) == 1:  # a year beside two of its months supports both and is on no side
            homes[0].append(s)
    return sorted(sides, key=lambda side: (days(side[0].start) or (0, 0), side[0].claim))


def _length(edtf: str | None) -> int:
    range_ = days(edtf)
    return range_[1] - range_[0] if range_ else 0
