"""Opening a case file: is it ours, is it whole, is somebody writing it, does it need a migration."""

import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from whence.errors import BadCase, CaseBusy

APPLICATION = 0x57484E43  # "WHNC", in the header of every case file
_MAGIC = b"SQLite format 3\x00"


def migrations() -> list[tuple[int, str]]:
    """Every migration as (number, SQL), in order."""
    folder = files("whence.store") / "migrations"
    found = [(int(f.name[:4]), f.read_text("utf-8")) for f in folder.iterdir() if f.name.endswith(".sql")]
    return sorted(found)


def derived_sql() -> str:
    """The SQL that drops and makes again the derived tables."""
    return (files("whence.store") / "derived.sql").read_text("utf-8")


def check_header(path: Path) -> None:
    """Raise `BadCase` when the file at `path` is no SQLite file."""
    if path.is_dir():
        raise BadCase(f"{path} is a folder. Name a file, such as {path / 'case.whence'}.")
    with path.open("rb") as file:
        start = file.read(len(_MAGIC))
    if start and start != _MAGIC:
        raise BadCase(f"{path} is not a case file. Name another file with --case.")


def check_ours(db: sqlite3.Connection, path: Path) -> int:
    """The version of an open case file (0 for an empty one); raises `BadCase` for a foreign or newer one."""
    try:
        application = db.execute("PRAGMA application_id").fetchone()[0]
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
        tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise BadCase(f"{path} is broken ({error}). Restore a copy, or ingest the documents again.") from error
    if application != APPLICATION and tables:
        raise BadCase(f"{path} is an SQLite file of another program. Name another file with --case.")
    if version > migrations()[-1][0]:
        raise BadCase(f"{path} was written by a newer Whence (format {version}). Update Whence to open it.")
    return version


def migrate(db: sqlite3.Connection, version: int) -> None:
    """Bring an open case file from `version` to the newest, each step in one transaction."""
    for number, sql in migrations():
        if number > version:
            db.executescript(f"BEGIN;\n{sql}\nPRAGMA user_version = {number};\nCOMMIT;")
    if version < migrations()[-1][0]:  # what was derived by another version is made again by the next rebuild
        db.executescript(f"BEGIN;\n{derived_sql()}\nPRAGMA application_id = {APPLICATION};\nCOMMIT;")


def take_lock(path: Path) -> sqlite3.Connection:
    """The one right to write `path`; raises `CaseBusy`. The system drops it when the process dies, however it dies."""
    lock = sqlite3.connect(path.with_name(path.name + "-lock"), timeout=0, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        raise CaseBusy(str(path)) from error
    return lock


def open_to_write(path: Path) -> sqlite3.Connection:
    """A connection that may write; makes and migrates the file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        check_header(path)
    db = sqlite3.connect(path, isolation_level=None, timeout=10)
    db.row_factory = sqlite3.Row
    try:
        version = check_ours(db, path)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA foreign_keys = ON")
        migrate(db, version)
    except sqlite3.DatabaseError as error:
        db.close()
        raise BadCase(f"{path} is broken ({error}). Restore a copy, or ingest the documents again.") from error
    except BadCase:
        db.close()
        raise
    return db


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that cannot write; raises `BadCase` when there is nothing to read."""
    if not path.exists():
        raise BadCase(f"There is no case at {path}. Make one with `whence ingest DIR --case {path}`.")
    check_header(path)
    for mode in ("mode=ro", "immutable=1"):  # a case on a read-only disk has no room for its -shm file
        db = sqlite3.connect(f"{path.resolve().as_uri()}?{mode}", uri=True, isolation_level=None, timeout=10)
        db.row_factory = sqlite3.Row
        try:
            version = check_ours(db, path)
        except BadCase:
            db.close()
            if mode == "immutable=1":
                raise
            continue
        if version == 0:
            break
        db.execute("PRAGMA query_only = ON")
        if version < migrations()[-1][0]:
            db.close()
            with closing(take_lock(path)), closing(open_to_write(path)):
                return open_to_read(path)
        return db
    db.close()
    raise BadCase(f"{path} is empty. Fill it with `whence ingest DIR --case {path}`.")
