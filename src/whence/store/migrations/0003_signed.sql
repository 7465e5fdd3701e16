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
  number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, digest TEXT NOT NULL, origin TEXT NOT NULL, files TEXT NOT NULL
);
