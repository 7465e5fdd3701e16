"""The one writer of a case file. What is given is stored whole or not at all; what is judged is only appended."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

import whence
from whence.errors import UnknownName
from whence.model import Candidate, Derived, Document, Judgement, Layers, Problem, Sighting
from whence.store import rows
from whence.store.codec import pack, to_json
from whence.store.derive import fill, spoil
from whence.store.files import open_to_write, take_lock
from whence.store.view import CaseView
from whence.vocab.packs import Pack, in_force, use

_COLUMNS = "id source media_type encoding encoding_guessed language text meta anchors lines".split()


class CaseWriter:
    """Writes the case at `path`, made on first use. Raises `CaseBusy` when another process writes it.

    Every method is one transaction: after a crash the file holds all of it or none.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = take_lock(self.path)
        try:
            self._db = open_to_write(self.path)
            use(self._packs())
        except BaseException:
            self._lock.close()
            raise

    def __enter__(self) -> "CaseWriter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back; what was stored stays."""
        self._db.close()
        self._lock.close()

    def view(self) -> CaseView:
        """A read-only view of what is stored at this moment."""
        return CaseView(self.path)

    def add(self, doc: Document, layers: Layers, sighting: Sighting | None = None) -> bool:
        """Store a document with all its readings; False (and only the sighting stored) when it is known already."""
        with self._transaction():
            number = self._number(doc.id)
            known = number is not None
            if number is None:
                number = self._insert_document(doc)
                self._insert_readings(number, doc, layers)
                spoil(self._db)
            if sighting:
                self._insert_sighting(number, sighting)
        return not known

    def reread(self, doc: Document, layers: Layers, sighting: Sighting | None = None) -> None:
        """Put new readings, and the text as it is read now, in the place of the old ones; raises `UnknownName`."""
        with self._transaction():
            number = self._required(doc.id)
            before = self._document(number)
            self._delete_readings(number, before)
            if doc != before:
                self._unindex("document_words", number, before.text)
                columns = ", ".join(f"{name} = ?" for name in _COLUMNS)
                self._db.execute(
                    f"UPDATE documents SET {columns} WHERE number = ?",  # noqa: S608 (our words)
                    (*rows.document_row(doc), number),
                )
                self._index("document_words", number, doc.text)
            self._insert_readings(number, doc, layers)
            if sighting:
                self._insert_sighting(number, sighting)
            spoil(self._db)

    def prove(self, doc_id: str, steps: Mapping[str, str]) -> None:
        """Note the step of proof that claims of a document, by id, have reached; nothing else of them changes."""
        with self._transaction():
            number = self._required(doc_id)
            self._db.executemany(
                "UPDATE claims SET payload = json_set(payload, '$.proof', ?) WHERE id = ? AND document = ?",
                [(step, claim, number) for claim, step in steps.items()],
            )

    def given(self, doc_id: str, source: str) -> dict[str, str] | None:
        """What was given about a document where it was seen as `source`; None where it was not."""
        row = self._db.execute(
            "SELECT s.given FROM sightings s JOIN documents d ON d.number = s.document WHERE d.id = ? AND s.source = ?",
            (doc_id, source),
        ).fetchone()
        return None if row is None else dict(json.loads(row[0]))

    def document(self, doc_id: str) -> Document:
        """A stored document; raises `UnknownName`."""
        return self._document(self._required(doc_id))

    def see(self, sighting: Sighting) -> None:
        """Note where a known document was seen, and what is given about it there; raises `UnknownName`."""
        with self._transaction():
            self._insert_sighting(self._required(sighting.doc_id), sighting)

    def problem(self, problem: Problem) -> None:
        """Note a problem; the same problem twice is one."""
        with self._transaction():
            self._insert_problems([problem])

    def solved(self, source: str, *, keep: Iterable[Problem] = ()) -> None:
        """Forget the problems of a source that has now been read, but for those in `keep`."""
        left = [p for p in keep if p.source == source]
        with self._transaction():
            self._db.execute("DELETE FROM problems WHERE source = ?", (source,))
            self._insert_problems(left)

    def judge(self, judgement: Judgement) -> bool:
        """Append a judgement; False when the very same one is there."""
        with self._transaction():
            spoil(self._db)
            return self._insert_judgement(judgement)

    def screened(self, name: str, candidates: Iterable[Candidate]) -> None:
        """Put what a screening of the list called `name` found in the place of what the last one found."""
        found = [(name, c.entity, c.entry.id, c.score, to_json(pack(c))) for c in candidates]
        with self._transaction():
            self._db.execute("DELETE FROM candidates WHERE list = ?", (name,))
            self._db.executemany("INSERT OR REPLACE INTO candidates VALUES (?, ?, ?, ?, ?)", found)

    def set_packs(self, packs: Iterable[Pack]) -> None:
        """Read the case by these domain packs from now on: they stand in the case file, and are put in force."""
        now = sorted(packs, key=lambda pack: pack.name)
        if [p.mark for p in now] == [p.mark for p in self._packs()]:
            return
        use(now)
        with self._transaction():
            self._db.execute("DELETE FROM packs")
            self._db.executemany("INSERT INTO packs VALUES (?, ?, ?, ?, ?)", map(rows.pack_row, now))
            spoil(self._db)

    def _packs(self) -> list[Pack]:
        return [rows.domain_pack(row) for row in self._db.execute("SELECT * FROM packs ORDER BY name")]

    def log(self, command: str, outcome: str = "") -> None:
        """Append to the log what was done, when, by which version. The log is the only place with clock times."""
        when = datetime.now(UTC).isoformat(timespec="seconds")
        with self._transaction():
            self._db.execute(
                'INSERT INTO log ("when", version, command, outcome) VALUES (?, ?, ?, ?)',
                (when, whence.__version__, command, outcome),
            )

    def remove(self, doc_id: str) -> None:
        """Take a document out, its readings with it; judgements and the log stay. Raises `UnknownName`."""
        with self._transaction():
            number = self._required(doc_id)
            doc = self._document(number)
            self._delete_readings(number, doc)
            self._unindex("document_words", number, doc.text)
            self._db.execute("DELETE FROM documents WHERE number = ?", (number,))
            spoil(self._db)

    def merge(self, other: CaseView) -> Mapping[str, int]:
        """Take in what another case holds and this one does not; counts of what was new.

        Of packs with one name this case keeps its own.
        """
        mine = self._packs()
        self.set_packs([*mine, *(p for p in other.packs() if p.name not in {q.name for q in mine})])
        new = {"documents": 0, "judgements": 0}
        for doc in other.documents():
            new["documents"] += self.add(doc, other.layers(doc.id))
            for sighting in other.sightings(doc.id):
                self.see(sighting)
        for problem in other.problems():
            self.problem(problem)
        for judgement in other.judgements():
            new["judgements"] += self.judge(judgement)
        return new

    def derive(self, derived: Derived) -> None:
        """Drop everything derived and put `derived` in its place."""
        with self._transaction():
            fill(self._db, derived)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def _number(self, doc_id: str) -> int | None:
        row = self._db.execute("SELECT number FROM documents WHERE id = ?", (doc_id,)).fetchone()
        return None if row is None else int(row[0])

    def _required(self, doc_id: str) -> int:
        number = self._number(doc_id)
        if number is None:
            raise UnknownName("document", doc_id, (r[0] for r in self._db.execute("SELECT id FROM documents")))
        return number

    def _document(self, number: int) -> Document:
        return rows.document(self._db.execute("SELECT * FROM documents WHERE number = ?", (number,)).fetchone())

    def _insert_document(self, doc: Document) -> int:
        marks = ", ".join("?" * len(_COLUMNS))
        cursor = self._db.execute(
            f"INSERT INTO documents ({', '.join(_COLUMNS)}) VALUES ({marks})",  # noqa: S608 (our words)
            rows.document_row(doc),
        )
        number = cursor.lastrowid or 0
        self._index("document_words", number, doc.text)
        return number

    def _insert_readings(self, number: int, doc: Document, layers: Layers) -> None:
        for row in rows.reading_rows(number, layers):
            cursor = self._db.execute(
                'INSERT INTO readings (document, layer, start, "end", maker, payload) VALUES (?, ?, ?, ?, ?, ?)', row
            )
            if row[1] == "sentences":
                self._index("sentence_words", cursor.lastrowid or 0, doc.text[row[2] : row[3]])
        self._db.execute("INSERT OR REPLACE INTO read_by VALUES (?, ?)", (number, rows.marks(in_force())))
        self._db.executemany("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?)", rows.claim_rows(number, layers))

    def _insert_problems(self, problems: Iterable[Problem]) -> None:
        self._db.executemany(
            "INSERT OR IGNORE INTO problems VALUES (?, ?, ?, ?)",
            ((p.source, p.kind, p.reason, p.next_step) for p in problems),
        )

    def _insert_sighting(self, number: int, sighting: Sighting) -> None:
        self._db.execute(
            "INSERT INTO sightings VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET given = excluded.given",
            (number, sighting.source, to_json(dict(sorted(sighting.given.items())))),
        )

    def _insert_judgement(self, judgement: Judgement) -> bool:
        cursor = self._db.execute(
            'INSERT OR IGNORE INTO judgements (id, kind, subject, object, verdict, who, "when", why, person, '
            "evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                judgement.id,
                judgement.kind,
                judgement.subject,
                judgement.object,
                judgement.verdict,
                judgement.who,
                judgement.when,
                judgement.why,
                int(judgement.person),
                judgement.evidence,
            ),
        )
        return cursor.rowcount > 0

    def _delete_readings(self, number: int, doc: Document) -> None:
        sentences = self._db.execute(
            "SELECT number, start, \"end\" FROM readings WHERE document = ? AND layer = 'sentences'", (number,)
        ).fetchall()
        for row in sentences:
            self._unindex("sentence_words", row[0], doc.text[row[1] : row[2]])
        self._db.execute("DELETE FROM readings WHERE document = ?", (number,))
        self._db.execute("DELETE FROM claims WHERE document = ?", (number,))

    def _index(self, table: str, number: int, words: str) -> None:
        self._db.execute(f"INSERT INTO {table} (rowid, words) VALUES (?, ?)", (number, _searchable(words)))  # noqa: S608

    def _unindex(self, table: str, number: int, words: str) -> None:
        # The index has no text of its own: to forget a row, FTS5 must be told the very words that went in.
        self._db.execute(
            f"INSERT INTO {table} ({table}, rowid, words) VALUES ('delete', ?, ?)",  # noqa: S608
            (number, _searchable(words)),
        )


def _searchable(words: str) -> str:
    return words.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")
