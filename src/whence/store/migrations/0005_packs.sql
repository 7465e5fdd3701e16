-- The domain packs by which the case is read: their files stand here, so that it can be read without the folders.
DROP TABLE IF EXISTS packs;
CREATE TABLE packs (
  name TEXT PRIMARY KEY, digest TEXT NOT NULL, about TEXT NOT NULL, origin TEXT NOT NULL, files TEXT NOT NULL
) WITHOUT ROWID;
-- By which packs each document was read: name@digest of each, in order.
CREATE TABLE read_by (
  document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE, packs TEXT NOT NULL
);
DROP TABLE IF EXISTS derived_from;
CREATE TABLE derived_from (version TEXT NOT NULL, packs TEXT NOT NULL);
