-- Derived from judgements about claims: `derived.sql` has the words on them. What was derived before is out of date.
CREATE TABLE IF NOT EXISTS signed (
  number INTEGER PRIMARY KEY, replaces TEXT NOT NULL, id TEXT, document TEXT, predicate TEXT, payload TEXT,
  verdict TEXT NOT NULL, person TEXT NOT NULL, judgements TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS notes (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL, text TEXT NOT NULL, anchors TEXT NOT NULL,
  fields TEXT NOT NULL
);
-- The domain packs by which the case is read: their files stand here, so that a case can be read without the folder.
CREATE TABLE packs (
  name TEXT PRIMARY KEY, digest TEXT NOT NULL, about TEXT NOT NULL, origin TEXT NOT NULL, files TEXT NOT NULL
) WITHOUT ROWID;
-- By which packs each document was read: name@digest of each, in order.
CREATE TABLE read_by (
  document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE, packs TEXT NOT NULL
);
DROP TABLE derived_from;
CREATE TABLE derived_from (version TEXT NOT NULL, packs TEXT NOT NULL);
