"""The interchange contract: claims, entities, conflicts and documents as JSON lines.

Scorers and other tools read these files; a field may be added, none renamed or left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO, Protocol

from whence.ask.judgements import confirmed
from whence.ask.sources import about
from whence.ask.where import Places
from whence.ask.where import row as where_row
from whence.errors import UnknownName
from whence.model import Argument, Claim, Document, Entity, Judgement, Link, ListEntry, Region, Signed, Span
from whence.present.plain import to_json
from whence.store import CaseView
from whence.store.rows import NOTE


class Exporter(Protocol):
    """Writes a case in a format that other software reads."""

    name: str

    def write(self, view: CaseView, out: BinaryIO) -> None:
        """Write all of `view` to `out`; the same case gives the same bytes."""


class _Lines:
    """An exporter of JSON lines."""

    name: str

    def rows(self, view: CaseView) -> Iterator[Mapping[str, Any]]:
        """Yield one row a line."""
        raise NotImplementedError

    def write(self, view: CaseView, out: BinaryIO) -> None:
        """Write every row as one line of JSON."""
        for row in self.rows(view):
            out.write(to_json(row).encode("utf-8") + b"\n")


class Claims(_Lines):
    """One claim a line, by source and place."""

    name = "claims"

    def rows(self, view: CaseView) -> Iterator[Mapping[str, Any]]:
        """Yield every claim with its arguments, time, attribution and quote."""
        entities = {entity.id: entity for entity in view.entities()}
        roles = view.roles()
        signed = {j.claim.id: j for j in view.signed() if j.claim}
        located = Places(view)
        doc: Document | None = None
        for claim in view.claims():
            if doc is None or doc.id != claim.evidence.doc_id:
                doc = view.document(claim.evidence.doc_id)
            places = {p: entities[e] for p, e in roles.get(claim.id, {}).items() if e in entities}
            yield _claim(claim, doc, places, located) | _signed(signed.get(claim.id))


def _claim(claim: Claim, doc: Document, places: Mapping[str, Entity], located: Places) -> dict[str, Any]:
    valid = claim.valid
    return {
        "id": claim.id,
        "predicate": claim.predicate,
        "args": [_argument(a, doc, places.get(f"args.{i}"), located) for i, a in enumerate(claim.arguments)],
        "valid": {"start": valid.start, "end": valid.end, "edtf": valid.edtf, "inferred": valid.inferred},
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "confidence": round(claim.confidence, 4),
        "attribution": [_voice(v, doc, places.get(f"attribution.{i}")) for i, v in enumerate(claim.attribution)],
        "document": doc.id,
        "source": doc.source,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "quote": doc.quote(claim.evidence),
        "trigger": _words(claim.trigger, doc) or None,
        "region": claim.region,
        "maker": str(claim.maker),
        "status": claim.status,
        "proof": claim.proof or None,
    }


def _signed(signed: Signed | None) -> dict[str, Any]:
    """Who entered or decided about a claim; nothing for what only the machine read."""
    if signed is None:
        return {}
    told = {"by": signed.person, "verdict": signed.verdict, "judgements": list(signed.judgements)}
    return {"signed": told | ({"replaces": signed.replaces} if signed.replaces else {})}


def _argument(arg: Argument, doc: Document, entity: Entity | None, located: Places) -> dict[str, Any]:
    row: dict[str, Any] = {"role": arg.role}
    if entity:
        row |= {"entity": entity.id, "name": entity.name, "type": entity.type}
    elif arg.type:
        row["type"] = arg.type
    if arg.value is not None:
        row["value"] = arg.value
    row |= _words(arg.span, doc)
    if arg.antecedent is not None:
        row["antecedent"] = _words(arg.antecedent, doc)
        row.setdefault("name", doc.quote(arg.antecedent))
    if arg.inferred:
        row["inferred"] = True
    row |= {k: v for k, v in (("best", arg.best), ("low", arg.low), ("high", arg.high)) if v is not None}
    row |= {"unit": arg.unit} if arg.unit else {}
    if found := located.argument(arg):
        row["where"] = where_row(found)
    return row


def _voice(link: Link, doc: Document, entity: Entity | None) -> dict[str, Any]:
    row: dict[str, Any] = {"entity": entity.id, "name": entity.name} if entity else {}
    row |= _words(link.span, doc)
    if not entity and (link.antecedent or link.span):
        row["name"] = doc.quote(link.antecedent or link.span)  # type: ignore[arg-type]
    return row | {"cue": link.cue, "manner": link.manner}


def _words(span: Span | None, doc: Document) -> dict[str, Any]:
    return {"text": doc.quote(span), "start": span.start, "end": span.end} if span else {}


class Entities(_Lines):
    """One entity a line, by name."""

    name = "entities"

    def rows(self, view: CaseView) -> Iterator[Mapping[str, Any]]:
        """Yield every entity with all its surface forms."""
        counts = view.counts()
        located = Places(view)
        listed = confirmed(view)
        for entity in view.entities():
            found = located.entity(entity) if entity.type == "place" else None
            yield (
                {
                    "id": entity.id,
                    "name": entity.name,
                    "type": entity.type,
                    "names": [name for name, _ in entity.names],
                    "mentions": counts[entity.id][0],
                    "documents": view.documents_of(entity.id),
                }
                | ({"where": where_row(found)} if found else {})
                | _listed(listed.get(entity.id, ()))
            )


def _listed(matches: Sequence[tuple[Judgement, ListEntry | None]]) -> dict[str, Any]:
    """Entries of sanctions and watch lists that a person said an entity is."""
    rows = [
        {"id": judgement.object, "list": entry.list if entry else None, "name": entry.name if entry else None}
        | {"by": judgement.who, "when": judgement.when}
        for judgement, entry in matches
    ]
    return {"listed": rows} if rows else {}


class Conflicts(_Lines):
    """One conflict a line, by kind and subject."""

    name = "conflicts"

    def rows(self, view: CaseView) -> Iterator[Mapping[str, Any]]:
        """Yield every conflict with its sides."""
        for conflict in view.conflicts():
            yield {
                "id": conflict.id,
                "kind": conflict.kind,
                "about": conflict.about,
                "sides": [
                    {"value": s.value, "claims": list(s.claims), "documents": list(s.documents)}
                    | ({"chosen": True} if s.chosen else {})
                    for s in conflict.sides
                ],
                "status": conflict.status,
            }


class Documents(_Lines):
    """One document a line, by source."""

    name = "documents"

    def rows(self, view: CaseView) -> Iterator[Mapping[str, Any]]:
        """Yield every document's data and regions, then the notes of claims that people entered; not known is null."""
        for doc in (*view.documents(), *(note.document for note in view.notes())):
            known = about(view, doc.id)
            regions: list[Region] = view.layer(doc.id, "regions")
            yield {
                "id": doc.id,
                "source": doc.source,
                "title": known.title or None,
                "publisher": known.publisher or None,
                "author": known.author or None,
                "published": known.published or None,
                "published_inferred": known.published_inferred,
                "url": known.url or None,
                "grade": known.grade or None,
                "language": doc.language,
                "kind": "note" if doc.media_type == NOTE else "document",
                "sources": [s.source for s in view.sightings(doc.id)],
                "regions": [{"kind": r.kind, "start": r.span.start, "end": r.span.end} for r in regions],
            }


def exporters() -> dict[str, Exporter]:
    """Every format by the name that people type."""
    ours: list[Exporter] = [Claims(), Entities(), Conflicts(), Documents()]
    return {exporter.name: exporter for exporter in ours}


def exporter(name: str) -> Exporter:
    """The exporter called `name`; raises `UnknownName` with near names."""
    try:
        return exporters()[name]
    except KeyError:
        raise UnknownName("export format", name, exporters()) from None
