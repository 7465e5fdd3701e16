"""A read-only view of a case file: what is given, read, judged and derived, in one fixed order."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from heapq import merge
from pathlib import Path
from types import TracebackType
from typing import Any

from whence.errors import BadEntry, UnknownName
from whence.model import (
    Candidate,
    Chain,
    Claim,
    Conflict,
    Document,
    Doubt,
    Entity,
    Fact,
    Judgement,
    Layers,
    Note,
    Pair,
    Problem,
    Proposal,
    Sighting,
    Signed,
    Span,
    Tenure,
)
from whence.store import rows
from whence.store.codec import unpack
from whence.store.files import open_to_read
from whence.vocab.packs import Pack, use

# Everything is told in the order of sources, then of places in the text: no order depends on when a file was read.
_IN_ORDER = "ORDER BY d.source, d.id"


class CaseView:
    """Reads the case at `path` and cannot change it; its domain packs are put in force.

    Raises `BadCase` when there is none, or it is not ours.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._db = open_to_read(self.path)
        use(self.packs())

    def __enter__(self) -> "CaseView":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    # What is given

    def ids(self) -> set[str]:
        """The ids of all documents."""
        return {row[0] for row in self._db.execute("SELECT id FROM documents")}

    def sources(self) -> list[tuple[str, str]]:
        """The id and source of every document, by source."""
        found = self._db.execute(f"SELECT d.id, d.source FROM documents d {_IN_ORDER}")  # noqa: S608 (our words)
        return [(row[0], row[1]) for row in found]

    def documents(self) -> Iterator[Document]:
        """Every document, by source."""
        for doc_id, _ in self.sources():
            yield self.document(doc_id)

    def document(self, doc_id: str) -> Document:
        """One document or note; raises `UnknownName`."""
        row = self._db.execute("SELECT * FROM documents WHERE id = ?", (doc_id,)).fetchone()
        if row is not None:
            return rows.document(row)
        note = self._note(doc_id)
        if note is None:
            raise UnknownName("document", doc_id, self.ids())
        return note.document

    def find_document(self, name: str) -> str:
        """The id of the document that `name` means: its id, its source, or the end of its source.

        Raises `UnknownName`, and `BadEntry` where several sources end so.
        """
        known = dict(self.sources())
        if name in known:
            return name
        found = [doc_id for doc_id, source in known.items() if source == name]
        found = found or [doc_id for doc_id, source in known.items() if name and source.endswith(f"/{name}")]
        if not found:
            names = [Path(source).name for source in known.values()]
            raise UnknownName("document", name, names, "`whence sources` lists them.")
        if len(found) > 1 and known[found[0]] != name:
            which = "; ".join(known[doc_id] for doc_id in found[:6])
            raise BadEntry(f"{name!r} is the name of {len(found)} documents: {which}", "Write more of the path.")
        return found[0]

    def sightings(self, doc_id: str | None = None) -> Iterator[Sighting]:
        """Where documents, or the one document, were seen."""
        query = "SELECT d.id, s.source, s.given FROM sightings s JOIN documents d ON d.number = s.document"
        where, values = (" WHERE d.id = ?", (doc_id,)) if doc_id else ("", ())
        for row in self._db.execute(f"{query}{where} ORDER BY d.source, d.id, s.source", values):
            yield rows.sighting(row)

    def problems(self) -> Iterator[Problem]:
        """What could not be read, by source."""
        for row in self._db.execute("SELECT * FROM problems ORDER BY source, kind, reason"):
            yield rows.problem(row)

    def packs(self) -> list[Pack]:
        """The domain packs by which the case is read, by name."""
        return [rows.domain_pack(row) for row in self._db.execute("SELECT * FROM packs ORDER BY name")]

    def read_by_other_packs(self) -> list[str]:
        """Ids of documents that were read by other packs than those of the case now."""
        now = rows.marks(self.packs())
        found = self._db.execute(
            "SELECT d.id FROM documents d LEFT JOIN read_by r ON r.document = d.number "
            "WHERE coalesce(r.packs, '') <> ? ORDER BY d.source, d.id",
            (now,),
        )
        return [row[0] for row in found]

    # What is read

    def layers(self, doc_id: str) -> Layers:
        """All readings of one document."""
        number = self._db.execute("SELECT number FROM documents WHERE id = ?", (doc_id,)).fetchone()
        if number is None:
            raise UnknownName("document", doc_id, self.ids())
        return rows.layers(
            doc_id,
            self._db.execute("SELECT * FROM readings WHERE document = ? ORDER BY number", number),
            self._db.execute("SELECT * FROM claims WHERE document = ? ORDER BY position", number),
        )

    def layer(self, doc_id: str, name: str) -> list[Any]:
        """The readings of one layer (regions, sentences, fields, times, mentions, ...) of one document."""
        found = self._db.execute(
            "SELECT r.* FROM readings r JOIN documents d ON d.number = r.document "
            "WHERE d.id = ? AND r.layer = ? ORDER BY r.number",
            (doc_id, name),
        )
        read = [rows.reading(row, doc_id) for row in found]
        if not read and name == "fields" and (note := self._note(doc_id)):
            return list(note.fields)
        return read

    def chains(self) -> Iterator[tuple[Chain, str]]:
        """Every chain with its entity, by source."""
        of = {(row[0], row[1], row[2]): row[3] for row in self._db.execute("SELECT * FROM mention_entity")}
        found = self._db.execute(
            "SELECT r.*, d.id AS doc_id FROM readings r JOIN documents d ON d.number = r.document "
            "WHERE r.layer = 'chains' ORDER BY d.source, d.id, r.number"
        )
        for row in found:
            chain: Chain = rows.reading(row, row["doc_id"])
            first = chain.mentions[0] if chain.mentions else None
            entity = of.get((row["document"], first.start, first.end)) if first else None
            if entity:
                yield chain, entity

    def claim_counts(self) -> dict[str, int]:
        """How many claims each document makes; documents without a claim are there with 0."""
        found = self._db.execute(
            "SELECT d.id, count(c.id) FROM documents d LEFT JOIN claims c ON c.document = d.number GROUP BY d.number"
        )
        return {row[0]: row[1] for row in found}

    def proposals(self) -> Iterator[Proposal]:
        """What was read and could not be proven, in order of source and place."""
        for doc_id, _ in self.sources():
            yield from self.layer(doc_id, "proposals")

    def proposal_counts(self) -> dict[str, int]:
        """How many proposals each document has; documents without one are left out."""
        found = self._db.execute(
            "SELECT d.id, count(*) FROM readings r JOIN documents d ON d.number = r.document "
            "WHERE r.layer = 'proposals' GROUP BY d.number"
        )
        return {row[0]: row[1] for row in found}

    def claims(self, ids: Iterable[str] | None = None, *, predicate: str | None = None) -> Iterator[Claim]:
        """The claims that stand, in order of source and place; those with `ids` only, or of one predicate only.

        What a person rejected is left out, what one corrected is as corrected, claims of a person's own are there.
        """
        ids = None if ids is None else set(ids)
        read = self.claims_as_read(ids, predicate=predicate, signed=False)
        added = self._added(ids, predicate)
        if not added:
            yield from read
            return
        sources = {c.evidence.doc_id: self.document(c.evidence.doc_id).source for c in added}

        def place(claim: Claim) -> tuple[str, str, int, int]:
            span = claim.evidence
            if span.doc_id not in sources:
                sources[span.doc_id] = self.document(span.doc_id).source
            return sources[span.doc_id], span.doc_id, span.start, span.end

        yield from merge(read, sorted(added, key=lambda c: (place(c), c.id)), key=place)

    def _added(self, ids: Iterable[str] | None, predicate: str | None) -> list[Claim]:
        """The claims that persons entered, accepted or corrected."""
        conditions, values = ["id IS NOT NULL"], list[str]()
        if ids is not None:
            conditions.append("id IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(sorted(ids)))
        if predicate is not None:
            conditions.append("predicate = ?")
            values.append(predicate)
        found = self._db.execute(f"SELECT * FROM signed WHERE {' AND '.join(conditions)}", values)  # noqa: S608 (ours)
        return [claim for row in found if (claim := rows.signed(row).claim)]

    def claims_as_read(
        self, ids: Iterable[str] | None = None, *, predicate: str | None = None, signed: bool = True
    ) -> Iterator[Claim]:
        """Claims as the machine read them; `signed` False leaves out those that a person decided about."""
        query = "SELECT c.*, d.id AS doc_id FROM claims c JOIN documents d ON d.number = c.document"
        conditions, values = ["1"], list[str]()
        if not signed:
            conditions.append("c.id NOT IN (SELECT replaces FROM signed)")
        if ids is not None:
            conditions.append("c.id IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(sorted(ids)))
        if predicate is not None:
            conditions.append("c.predicate = ?")
            values.append(predicate)
        order = 'ORDER BY d.source, d.id, c.start, c."end", c.position, c.id'
        for row in self._db.execute(f"{query} WHERE {' AND '.join(conditions)} {order}", values):
            yield rows.claim(row, row["doc_id"])

    def signed(self) -> list[Signed]:
        """What persons made of claims: their own, and those they accepted, corrected or rejected."""
        return [rows.signed(row) for row in self._db.execute("SELECT * FROM signed ORDER BY number")]

    def notes(self) -> list[Note]:
        """The texts of claims that persons entered, in the order in which they were."""
        return [rows.note(row) for row in self._db.execute("SELECT * FROM notes ORDER BY number DESC")]

    def _note(self, doc_id: str) -> Note | None:
        row = self._db.execute("SELECT * FROM notes WHERE id = ?", (doc_id,)).fetchone()
        return rows.note(row) if row else None

    def claims_of(self, entity: str) -> list[Claim]:
        """The claims in which an entity has a role or a voice."""
        found = self._db.execute("SELECT DISTINCT claim FROM claim_entities WHERE entity = ?", (entity,))
        return list(self.claims(row[0] for row in found))

    def sentence_at(self, span: Span) -> Span | None:
        """The sentence in which a span begins, or None."""
        row = self._db.execute(
            'SELECT r.start, r."end" FROM readings r JOIN documents d ON d.number = r.document '
            "WHERE d.id = ? AND r.layer = 'sentences' AND r.start <= ? AND r.\"end\" > ? ORDER BY r.start DESC LIMIT 1",
            (span.doc_id, span.start, span.start),
        ).fetchone()
        return Span(span.doc_id, row[0], row[1]) if row else None

    def sentence_number(self, span: Span) -> int | None:
        """Which sentence of its document a span begins in, counted from 1, or None."""
        sentence = self.sentence_at(span)
        if sentence is None:
            return None
        row = self._db.execute(
            "SELECT count(*) FROM readings r JOIN documents d ON d.number = r.document "
            "WHERE d.id = ? AND r.layer = 'sentences' AND r.start <= ?",
            (span.doc_id, sentence.start),
        ).fetchone()
        return int(row[0])

    def search_sentences(self, query: str, limit: int) -> list[Span]:
        """Sentences that answer an FTS5 `query`, best first."""
        found = self._db.execute(
            'SELECT d.id, r.start, r."end" FROM sentence_words w JOIN readings r ON r.number = w.rowid '
            "JOIN documents d ON d.number = r.document WHERE sentence_words MATCH ? "
            "ORDER BY rank, d.source, d.id, r.start LIMIT ?",
            (query, limit),
        )
        return [Span(row[0], row[1], row[2]) for row in found]

    def search_documents(self, query: str, limit: int) -> list[str]:
        """Ids of documents that answer an FTS5 `query`, best first."""
        found = self._db.execute(
            "SELECT d.id FROM document_words w JOIN documents d ON d.number = w.rowid "
            "WHERE document_words MATCH ? ORDER BY rank, d.source, d.id LIMIT ?",
            (query, limit),
        )
        return [row[0] for row in found]

    # What is judged and logged

    def judgements(self) -> Iterator[Judgement]:
        """Every judgement, in the order in which they were made."""
        for row in self._db.execute("SELECT * FROM judgements ORDER BY number"):
            yield rows.judgement(row)

    def candidates(self, entry: str | None = None) -> Iterator[Candidate]:
        """Entities that may be entries of the lists screened last, the likeliest first; those of one entry only."""
        where, values = ("WHERE entry = ?", (entry,)) if entry is not None else ("", ())
        query = f"SELECT payload FROM candidates {where} ORDER BY score DESC, list, subject, entry"  # noqa: S608
        for row in self._db.execute(query, values):
            yield unpack(Candidate, json.loads(row[0]), "")

    def log(self) -> Iterator[Mapping[str, str]]:
        """What was done to the case, when, by which version."""
        for row in self._db.execute('SELECT "when", version, command, outcome FROM log ORDER BY number'):
            yield dict(row)

    # What is derived

    def is_derived(self) -> bool:
        """Whether the derived tables belong to the documents and judgements that are stored now."""
        return self._db.execute("SELECT 1 FROM derived_from").fetchone() is not None

    def entities(self) -> Iterator[Entity]:
        """Every entity, by name."""
        for row in self._db.execute("SELECT * FROM entities ORDER BY name, id").fetchall():
            yield self._entity(row)

    def entity(self, entity_id: str) -> Entity:
        """One entity by its id; raises `UnknownName`."""
        row = self._db.execute("SELECT * FROM entities WHERE id = ?", (entity_id,)).fetchone()
        if row is None:
            raise UnknownName("entity", entity_id, ())
        return self._entity(row)

    def names(self) -> dict[str, list[str]]:
        """Every name and surface form with the ids of the entities that bear it."""
        out: dict[str, list[str]] = {}
        query = "SELECT name, id FROM entities UNION SELECT name, entity FROM entity_names ORDER BY 1, 2"
        for name, entity in self._db.execute(query):
            out.setdefault(name, []).append(entity)
        return out

    def counts(self) -> dict[str, tuple[int, int, int]]:
        """Of each entity: mentions, documents, claims."""
        found = self._db.execute("SELECT id, mentions, documents, claims FROM entities ORDER BY id")
        return {row[0]: (row[1], row[2], row[3]) for row in found}

    def counts_of(self, entity: str) -> tuple[int, int, int]:
        """Mentions, documents and claims of one entity; nothing for one that is not there."""
        row = self._db.execute("SELECT mentions, documents, claims FROM entities WHERE id = ?", (entity,)).fetchone()
        return (row[0], row[1], row[2]) if row else (0, 0, 0)

    def documents_of(self, entity: str) -> list[str]:
        """Ids of the documents that mention an entity."""
        found = self._db.execute(
            "SELECT DISTINCT d.source, d.id FROM mention_entity m JOIN documents d ON d.number = m.document "
            "WHERE m.entity = ?1 "
            "UNION SELECT n.source, n.id FROM mention_entity m JOIN notes n ON n.number = m.document "
            "WHERE m.entity = ?1 ORDER BY 1, 2",
            (entity,),
        )
        return [row[1] for row in found]

    def mentions_of(self, entity: str) -> list[Span]:
        """Where an entity is mentioned."""
        found = self._db.execute(
            'SELECT d.id, m.start, m."end", d.source FROM mention_entity m JOIN documents d ON d.number = m.document '
            'WHERE m.entity = ?1 UNION SELECT n.id, m.start, m."end", n.source FROM mention_entity m '
            "JOIN notes n ON n.number = m.document WHERE m.entity = ?1 ORDER BY 4, 1, 2, 3",
            (entity,),
        )
        return [Span(row[0], row[1], row[2]) for row in found]

    def roles(self) -> dict[str, dict[str, str]]:
        """Of each claim: which place (``args.0``, ``attribution.0``) is which entity."""
        out: dict[str, dict[str, str]] = {}
        for claim, place, entity in self._db.execute("SELECT claim, place, entity FROM claim_entities"):
            out.setdefault(claim, {})[place] = entity
        return out

    def roles_of(self, claim: str) -> dict[str, str]:
        """Which place of one claim is which entity."""
        return dict(self._db.execute("SELECT place, entity FROM claim_entities WHERE claim = ?", (claim,)).fetchall())

    def facts(self) -> Iterator[Fact]:
        """Every fact, by predicate, then by id."""
        for row in self._db.execute("SELECT payload FROM facts ORDER BY predicate, id"):
            yield unpack(Fact, json.loads(row[0]), "")

    def tenures(self) -> Iterator[Tenure]:
        """Every tenure, by post and first date."""
        for row in self._db.execute("SELECT payload FROM tenures ORDER BY body, post, first, id"):
            yield unpack(Tenure, json.loads(row[0]), "")

    def conflicts(self) -> Iterator[Conflict]:
        """Every conflict, by kind and subject."""
        for row in self._db.execute("SELECT payload FROM conflicts ORDER BY kind, about, id"):
            yield unpack(Conflict, json.loads(row[0]), "")

    def doubles(self) -> list[tuple[str, str, float]]:
        """Documents that share most of their text, with how much."""
        return [(row[0], row[1], row[2]) for row in self._db.execute("SELECT * FROM doubles ORDER BY one, other")]

    def pairs(self, left: str | None = None) -> Iterator[Pair]:
        """Pairs that were compared; those of one entity only."""
        where, values = "", tuple[str, ...]()
        if left is not None:
            where, values = 'WHERE "left" = ? OR "right" = ?', (left, left)
        for row in self._db.execute(f"SELECT * FROM pairs {where} ORDER BY number", values):  # noqa: S608 (our words)
            yield rows.pair(row)

    def doubts(self) -> Iterator[Doubt]:
        """What waits for a person, that which would change most first."""
        for row in self._db.execute("SELECT payload FROM doubts ORDER BY number"):
            yield unpack(Doubt, json.loads(row[0]), "")

    def judged(self) -> dict[str, dict[str, list[str]]]:
        """Of each judgement: which entities its subject and its object mean now. One that means nobody waits."""
        out: dict[str, dict[str, list[str]]] = {}
        for judgement, side, entity in self._db.execute("SELECT judgement, side, entity FROM judged ORDER BY 1, 2, 3"):
            out.setdefault(judgement, {}).setdefault(side, []).append(entity)
        return out

    def told(self) -> dict[str, dict[str, list[str]]]:
        """What the texts tell of each entity: titles, posts, countries and dates."""
        out: dict[str, dict[str, list[str]]] = {}
        for entity, what, words in self._db.execute("SELECT entity, what, words FROM told ORDER BY 1, 2, 3"):
            out.setdefault(entity, {}).setdefault(what, []).append(words)
        return out

    def dump_derived(self) -> Iterator[str]:
        """Every row of every derived table as text, to compare two rebuilds."""
        tables = "entities entity_names mention_entity pairs claim_entities facts fact_claims tenures conflicts"
        for table in f"{tables} doubles doubts judged told signed notes derived_from".split():
            for row in self._db.execute(f"SELECT * FROM {table}"):  # noqa: S608 (our table names)
                yield json.dumps([table, *row], ensure_ascii=False)

    def _entity(self, row: sqlite3.Row) -> Entity:
        names = self._db.execute(
            "SELECT name, times FROM entity_names WHERE entity = ? ORDER BY times DESC, name", (row["id"],)
        )
        return Entity(row["id"], row["type"], row["name"], tuple((n[0], n[1]) for n in names))
