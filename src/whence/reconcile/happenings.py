"""Days and places of one happening that cannot all be right."""

from collections.abc import Iterable, Iterator, Sequence

from whence.model import Conflict, Filled, Statement
from whence.reconcile.dates import days
from whence.reconcile.events import Event, Telling, done, is_moment
from whence.reconcile.figures import who_of
from whence.reconcile.sides import by_date, conflict


def days_apart(events: Iterable[Event]) -> Iterator[Conflict]:
    """Sentences so alike that they tell of one happening, each with another day of its own."""
    for event in events:
        dated = [s for t in event.tellings if not t.inferred for s in _of_one_day(t)]
        sides = by_date(dated)
        if len(sides) > 1:
            yield conflict("date", f"when {_what(sides[0][0])}", [(str(side[0].start), side) for side in sides])


def places_apart(events: Iterable[Event]) -> Iterator[Conflict]:
    """Where somebody was struck or taken: two towns, of which no sentence says that one lies in the other."""
    for event in events:
        told = [(s, place) for t in event.tellings if not t.inferred for s in t.statements if (place := _where(s))]
        sides: dict[str, list[tuple[Statement, Filled]]] = {}
        for s, place in told:
            sides.setdefault(place.key, []).append((s, place))
        if len(sides) > 1 and not _together(event.tellings, set(sides)) and not _within([p for _, p in told]):
            about = f"where {_what(told[0][0])}"
            yield conflict("place", about, [(group[0][1].words, [s for s, _ in group]) for group in sides.values()])


def _of_one_day(telling: Telling) -> list[Statement]:
    """The dated claims of a sentence; none where it tells of two days."""
    said = [s for s in telling.statements if s.polarity == "affirmed" and is_moment(days(s.start))]
    return said if len({s.start for s in said}) == 1 else []


def _where(s: Statement) -> Filled | None:
    """The town in which it was, where the claim itself says so and nothing leaves it open."""
    place = s.get("place")
    return place if place and place.entity in s.scene.places and not place.at else None


def _together(tellings: Iterable[Telling], places: set[str]) -> bool:
    """Whether one sentence names two of the places: it may say that one lies in the other."""
    return any(len(t.first.scene.here & places) > 1 for t in tellings)


def _within(places: Sequence[Filled]) -> bool:
    """Whether the name of one place is part of another's: the airport of a town, and the town."""
    names = {p.key: set(p.words.casefold().split()) for p in places}
    return any(one < other for one in names.values() for other in names.values())


def _what(s: Statement) -> str:
    """The happening in words: "Luis Ortega was arrested", "engineers were arrested"."""
    whom = next((a for role in ("target", "victim", "captured") if (a := s.get(role)) and a.entity), None)
    if whom is None or s.get("count"):
        return f"{who_of(s)} were {done(s.predicate)}"
    return f"{whom.words} was {done(s.predicate)}"
