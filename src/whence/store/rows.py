"""Rows of the case file to nouns and back."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from whence.model import (
    Anchor,
    Chain,
    Claim,
    DocField,
    Document,
    Hedge,
    Judgement,
    Layers,
    Mention,
    Note,
    Pair,
    Problem,
    Proposal,
    Region,
    Sentence,
    Sighting,
    Signed,
    TimeExpression,
    Voice,
)
from whence.store.codec import pack, to_json, unpack
from whence.vocab.packs import Pack

# layer -> its noun, and the field whose span stands in the columns start and end
LAYERS: dict[str, tuple[type, str]] = {
    "regions": (Region, "span"),
    "sentences": (Sentence, "span"),
    "fields": (DocField, "span"),
    "times": (TimeExpression, "span"),
    "mentions": (Mention, "span"),
    "chains": (Chain, ""),
    "voices": (Voice, "cue"),
    "hedges": (Hedge, "span"),
    "proposals": (Proposal, "span"),
}

NOTE = "text/x-note"  # the media type of a note, which is derived from a judgement and stands in no file


def text_in(text: str) -> str | bytes:
    """`text` as SQLite can hold it: lone surrogates, which have no UTF-8 form, go in as bytes."""
    return text.encode("utf-8", "surrogatepass") if any("\ud800" <= c <= "\udfff" for c in text) else text


def text_out(stored: str | bytes) -> str:
    """The text that went in by `text_in`."""
    return stored.decode("utf-8", "surrogatepass") if isinstance(stored, bytes) else stored


def document_row(doc: Document) -> tuple[Any, ...]:
    """The columns of `documents` after `number`."""
    return (
        doc.id,
        doc.source,
        doc.media_type,
        doc.encoding,
        int(doc.encoding_guessed),
        doc.language,
        text_in(doc.text),
        json.dumps(dict(doc.meta)),
        to_json([[a.start, a.page, a.at] for a in doc.anchors]),
        to_json([list(line) for line in doc.lines]),
    )


def document(row: sqlite3.Row) -> Document:
    """The document of one row."""
    return Document(
        id=row["id"],
        text=text_out(row["text"]),
        source=row["source"],
        media_type=row["media_type"],
        encoding=row["encoding"],
        encoding_guessed=bool(row["encoding_guessed"]),
        language=row["language"],
        meta=json.loads(row["meta"]),
        anchors=tuple(Anchor(*a) for a in json.loads(row["anchors"])),
        lines=tuple((start, kind) for start, kind in json.loads(row["lines"])),
    )


def reading_rows(number: int, layers: Layers) -> Iterator[tuple[Any, ...]]:
    """The columns of `readings` after `number`, for every layer but the claims."""
    for layer, (_, span) in LAYERS.items():
        for noun in getattr(layers, layer):
            payload = pack(noun)
            start, end = payload.pop(span, (None, None))
            yield number, layer, start, end, payload.pop("maker"), json.dumps(payload, separators=(",", ":"))


def reading(row: sqlite3.Row, doc_id: str) -> Any:
    """The noun of one row of `readings`."""
    kind, span = LAYERS[row["layer"]]
    payload = json.loads(row["payload"])
    payload["maker"] = row["maker"]
    if span and row["start"] is not None:
        payload[span] = [row["start"], row["end"]]
    return unpack(kind, payload, doc_id)


def claim_rows(number: int, layers: Layers) -> Iterator[tuple[Any, ...]]:
    """The columns of `claims`; a claim that was made twice is stored once."""
    seen: set[str] = set()
    for claim in layers.claims:
        if claim.id in seen:
            continue
        seen.add(claim.id)
        evidence = claim.evidence
        payload = json.dumps(pack(claim), separators=(",", ":"))
        yield claim.id, number, len(seen) - 1, claim.predicate, evidence.start, evidence.end, payload


def claim(row: sqlite3.Row, doc_id: str) -> Claim:
    """The claim of one row."""
    return unpack(Claim, json.loads(row["payload"]), doc_id)


def layers(doc_id: str, readings: Iterator[sqlite3.Row], claims: Iterator[sqlite3.Row]) -> Layers:
    """All readings of one document from their rows."""
    found: dict[str, list[Any]] = {layer: [] for layer in LAYERS}
    for row in readings:
        found[row["layer"]].append(reading(row, doc_id))
    return Layers(
        doc_id=doc_id, claims=tuple(claim(r, doc_id) for r in claims), **{k: tuple(v) for k, v in found.items()}
    )


def sighting(row: sqlite3.Row) -> Sighting:
    """The sighting of one row that carries the document's id."""
    return Sighting(row["id"], row["source"], json.loads(row["given"]))


def judgement(row: sqlite3.Row) -> Judgement:
    """The judgement of one row."""
    fields = {key: row[key] for key in ("kind", "subject", "object", "verdict", "who", "when", "why", "evidence")}
    return Judgement(**fields, person=bool(row["person"]))


def problem(row: sqlite3.Row) -> Problem:
    """The problem of one row."""
    return Problem(row["source"], row["kind"], row["reason"], row["next_step"])


def pair(row: sqlite3.Row) -> Pair:
    """The pair of one row."""
    one, other = json.loads(row["names"])
    reasons = tuple(json.loads(row["reasons"]))
    return Pair(row["left"], row["right"], row["verdict"], row["score"], reasons, (one, other), row["judge"])


def signed_row(signed: Signed) -> tuple[Any, ...]:
    """The columns of `signed` after `number`."""
    stands = signed.claim
    told = (signed.verdict, signed.person, to_json(list(signed.judgements)))
    if stands is None:
        return signed.replaces, None, None, None, None, *told
    payload = json.dumps(pack(stands), separators=(",", ":"))
    return signed.replaces, stands.id, stands.evidence.doc_id, stands.predicate, payload, *told


def signed(row: sqlite3.Row) -> Signed:
    """What a person made of a claim, from one row."""
    stands = claim(row, row["document"]) if row["payload"] else None
    return Signed(stands, row["replaces"], row["verdict"], row["person"], tuple(json.loads(row["judgements"])))


def note_row(note: Note) -> tuple[Any, ...]:
    """The columns of `notes` after `number`."""
    doc = note.document
    anchors = to_json([[a.start, a.page, a.at] for a in doc.anchors])
    return doc.id, doc.source, text_in(doc.text), anchors, to_json([pack(f) for f in note.fields])


def note(row: sqlite3.Row) -> Note:
    """The note of one row."""
    anchors = tuple(Anchor(*a) for a in json.loads(row["anchors"]))
    doc = Document(row["id"], text_out(row["text"]), row["source"], media_type=NOTE, anchors=anchors)
    return Note(doc, tuple(unpack(DocField, f, doc.id) for f in json.loads(row["fields"])))


def marks(packs: Iterable[Pack]) -> str:
    """Packs as they are recorded: name and digest of each."""
    return " ".join(pack.mark for pack in packs)


def pack_row(pack: Pack) -> tuple[Any, ...]:
    """The columns of `packs`."""
    return pack.name, pack.digest, pack.about, pack.origin, to_json([list(file) for file in pack.files])


def domain_pack(row: sqlite3.Row) -> Pack:
    """The pack of one row."""
    files = tuple((path, text) for path, text in json.loads(row["files"]))
    return Pack(row["name"], row["about"], row["origin"], files)
