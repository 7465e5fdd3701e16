-- What lay before the person who judged, as JSON: sentences, or the entry of a list.
ALTER TABLE judgements ADD COLUMN evidence TEXT NOT NULL DEFAULT '';

-- Given: entries of lists that entities of the case may be, as the last screening of each list found them.
CREATE TABLE candidates (
  list TEXT NOT NULL,
  subject TEXT NOT NULL,
  entry TEXT NOT NULL,
  score REAL NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (list, subject, entry)
) WITHOUT ROWID;
CREATE INDEX candidates_by_entry ON candidates (entry);
