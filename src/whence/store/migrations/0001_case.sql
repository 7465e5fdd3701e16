-- Given: documents, where they were seen, and what could not be read.
CREATE TABLE documents (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  media_type TEXT NOT NULL,
  encoding TEXT NOT NULL,
  encoding_guessed INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  meta TEXT NOT NULL,
  anchors TEXT NOT NULL,
  lines TEXT NOT NULL
);
CREATE TABLE sightings (
  document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
  source TEXT NOT NULL,
  given TEXT NOT NULL,
  PRIMARY KEY (document, source)
) WITHOUT ROWID;
CREATE TABLE problems (
  source TEXT NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  next_step TEXT NOT NULL,
  PRIMARY KEY (source, kind, reason)
) WITHOUT ROWID;

-- Read: one row a reading; the payload is the record without its span, defaults left out.
CREATE TABLE readings (
  number INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
  layer TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  maker TEXT NOT NULL,
  payload TEXT NOT NULL
);
CREATE INDEX readings_of_document ON readings (document, layer);
CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  predicate TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  payload TEXT NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX claims_of_document ON claims (document, position);
CREATE VIRTUAL TABLE document_words USING fts5 (words, content='', tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE sentence_words USING fts5 (words, content='', tokenize="unicode61 remove_diacritics 2");

-- Judged and logged: appended, never changed.
CREATE TABLE judgements (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  object TEXT NOT NULL,
  verdict TEXT NOT NULL,
  who TEXT NOT NULL,
  "when" TEXT NOT NULL,
  why TEXT NOT NULL,
  person INTEGER NOT NULL
);
CREATE TABLE log (
  number INTEGER PRIMARY KEY,
  "when" TEXT NOT NULL,
  version TEXT NOT NULL,
  command TEXT NOT NULL,
  outcome TEXT NOT NULL
);
CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements
BEGIN SELECT RAISE(ABORT, 'a judgement is appended, never changed'); END;
CREATE TRIGGER judgements_last BEFORE DELETE ON judgements
BEGIN SELECT RAISE(ABORT, 'a judgement is appended, never deleted'); END;
CREATE TRIGGER log_stays BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'the log is appended, never changed'); END;
CREATE TRIGGER log_lasts BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'the log is appended, never deleted'); END;
