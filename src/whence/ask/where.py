"""Where the places of a case are: coordinates, how exact, and why, for each mention and for a place as a whole."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from whence.ask.answers import Line, Section
from whence.ask.cite import Citer
from whence.model import Argument, Entity, Span
from whence.store import CaseView
from whence.text.gazetteer import Surroundings, Whereabouts

MANY = 6  # ways of naming a place that a dossier shows
_EXACT = {1: "exact to the city", 2: "somewhere in or near it", 3: "exact to the country"}


class Places:
    """Finds where mentions of places are; keeps the names of the last documents at hand."""

    def __init__(self, view: CaseView) -> None:
        self._view = view
        self._read = view.ids()
        self._around = lru_cache(maxsize=8)(self._surroundings)

    def mentions(self, entity: Entity) -> Iterator[tuple[Whereabouts, Span]]:
        """Where each mention of an entity as a place is, in the order of the case."""
        for span in self._view.mentions_of(entity.id):
            if span.doc_id not in self._read:
                continue  # the note of somebody's own claim has no readings
            around = self._around(span.doc_id)
            if around.is_place(span):
                yield around.where(span), span

    def argument(self, arg: Argument) -> Whereabouts | None:
        """Where the place that fills a role is; None for what is no place."""
        place = arg.antecedent or arg.span
        if place is None or arg.type != "place" or place.doc_id not in self._read:
            return None
        around = self._around(place.doc_id)
        inside = around.inside(place)
        return around.where(inside or place)

    def entity(self, entity: Entity) -> Whereabouts | None:
        """Where a place is, by the mention that says it most exactly; None for what no text takes for a place."""
        found = [w for w, _ in self.mentions(entity)]
        return min(found, key=lambda w: (w.place is None, w.precision or 9, w.relation or ""), default=None)

    def _surroundings(self, doc_id: str) -> Surroundings:
        return Surroundings(self._view.document(doc_id), self._view.layers(doc_id))


def section(view: CaseView, entity: Entity, citer: Citer) -> Section:
    """Each way in which the texts place an entity, with the reason and a sentence; nothing for a country as such."""
    if entity.type not in ("place", "organization"):
        return Section("Where", ())
    found: dict[str, list[Span]] = {}
    ways: dict[str, Whereabouts] = {}
    for where, span in Places(view).mentions(entity):
        ways.setdefault(where.shown, where)
        found.setdefault(where.shown, []).append(span)
    shown = [k for k, w in ways.items() if not (w.place and w.place.kind == "country" and not w.relation)]
    shown.sort(key=lambda k: (ways[k].relation is not None, -len(found[k]), k))
    lines = tuple(_line(view, ways[k], found[k], citer) for k in shown[:MANY])
    return Section("Where", lines, max(len(shown) - MANY, 0), "whence export claims")


def _line(view: CaseView, where: Whereabouts, spans: list[Span], citer: Citer) -> Line:
    times = f"; {len(spans)} mentions" if len(spans) > 1 else ""
    exact = f"{_EXACT[where.precision]}; " if where.precision else ""
    cited = citer.cite(view.sentence_at(spans[0]) or spans[0])
    return Line(where.shown, note=f"{exact}{' '.join(where.reasons)}{times}", citations=(cited,))


def row(where: Whereabouts) -> Mapping[str, Any]:
    """Whereabouts for an export; `precision` 1 city, 2 region or near, 3 country, null for a place nobody knows."""
    place = where.place
    return {
        "name": place.name if place else None,
        "kind": place.kind if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "precision": where.precision,
        "relation": where.relation,
        "reasons": list(where.reasons),
        "others": [p.shown for p in where.others],
    }
