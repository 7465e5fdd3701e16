"""The derived tables: dropped, made again and filled, always in the same order."""

import sqlite3
from collections import Counter, defaultdict

import whence
from whence.model import Derived, Entity
from whence.store import rows
from whence.store.codec import pack, to_json
from whence.store.files import derived_sql
from whence.vocab.packs import in_force


def fill(db: sqlite3.Connection, derived: Derived) -> None:
    """Put `derived` in the place of what the derived tables hold; the caller holds the transaction."""
    for statement in derived_sql().split(";"):
        if statement.strip():
            db.execute(statement)
    for number, note in enumerate(derived.notes, start=1):
        db.execute("INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?)", (-number, *rows.note_row(note)))
    _entities(db, derived)
    db.executemany(
        'INSERT INTO pairs ("left", "right", verdict, score, reasons, names, judge) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ((p.left, p.right, p.verdict, p.score, to_json(p.reasons), to_json(p.names), p.by) for p in derived.pairs),
    )
    db.executemany("INSERT OR IGNORE INTO claim_entities VALUES (?, ?, ?, ?)", derived.roles)
    for fact in derived.facts:
        db.execute(
            "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?)",
            (fact.id, fact.predicate, fact.polarity, fact.status, fact.start, fact.end, to_json(pack(fact))),
        )
        db.executemany("INSERT INTO fact_claims VALUES (?, ?)", ((fact.id, c) for c in fact.claims))
    db.executemany(
        "INSERT INTO tenures VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((t.id, t.holder, t.post, t.body, t.first, t.last, to_json(pack(t))) for t in derived.tenures),
    )
    db.executemany(
        "INSERT INTO conflicts VALUES (?, ?, ?, ?, ?)",
        ((c.id, c.kind, c.about, c.status, to_json(pack(c))) for c in derived.conflicts),
    )
    db.executemany("INSERT INTO doubles VALUES (?, ?, ?)", derived.doubles)
    db.executemany(
        "INSERT INTO doubts (id, kind, payload) VALUES (?, ?, ?)",
        ((q.id, q.kind, to_json(pack(q))) for q in derived.doubts),
    )
    db.executemany("INSERT OR IGNORE INTO judged VALUES (?, ?, ?)", derived.judged)
    for signed in derived.signed:
        db.execute(f"INSERT INTO signed VALUES (NULL{', ?' * 8})", rows.signed_row(signed))  # noqa: S608 (marks only)
    db.executemany("INSERT OR IGNORE INTO told VALUES (?, ?, ?)", derived.told)
    db.execute("INSERT INTO derived_from VALUES (?, ?)", (whence.__version__, rows.marks(in_force())))


def spoil(db: sqlite3.Connection) -> None:
    """Note that the derived tables no longer belong to what is stored."""
    db.execute("DELETE FROM derived_from")


def _entities(db: sqlite3.Connection, derived: Derived) -> None:
    numbers = dict(db.execute("SELECT id, number FROM documents UNION ALL SELECT id, number FROM notes").fetchall())
    notes = {note.document.id for note in derived.notes}
    mentions: Counter[str] = Counter()
    documents: dict[str, set[str]] = defaultdict(set)
    for span, entity_id in derived.links:
        mentions[entity_id] += 1
        if span.doc_id not in notes:  # a person's note is no document that tells of anybody
            documents[entity_id].add(span.doc_id)
        db.execute(
            "INSERT OR IGNORE INTO mention_entity VALUES (?, ?, ?, ?)",
            (numbers[span.doc_id], span.start, span.end, entity_id),
        )
    claims: dict[str, set[str]] = defaultdict(set)
    for claim, _, _, entity_id in derived.roles:
        claims[entity_id].add(claim)
    for entity in derived.entities:
        _entity(db, entity, mentions[entity.id], len(documents[entity.id]), len(claims[entity.id]))


def _entity(db: sqlite3.Connection, entity: Entity, mentions: int, documents: int, claims: int) -> None:
    db.execute(
        "INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?)",
        (entity.id, entity.type, entity.name, mentions, documents, claims),
    )
    db.executemany("INSERT INTO entity_names VALUES (?, ?, ?)", ((entity.id, n, t) for n, t in entity.names))
