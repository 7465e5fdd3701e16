-- Derived: dropped and made again by `whence rebuild`. Nothing here is the only copy of anything.
DROP TABLE IF EXISTS derived_from;
DROP TABLE IF EXISTS doubts;
DROP TABLE IF EXISTS questions;
DROP TABLE IF EXISTS judged;
DROP TABLE IF EXISTS told;
DROP TABLE IF EXISTS doubles;
DROP TABLE IF EXISTS signed;
DROP TABLE IF EXISTS notes;
DROP TABLE IF EXISTS conflicts;
DROP TABLE IF EXISTS tenures;
DROP TABLE IF EXISTS fact_claims;
DROP TABLE IF EXISTS facts;
DROP TABLE IF EXISTS claim_entities;
DROP TABLE IF EXISTS pairs;
DROP TABLE IF EXISTS mention_entity;
DROP TABLE IF EXISTS entity_names;
DROP TABLE IF EXISTS entities;
CREATE TABLE entities (
  id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL,
  mentions INTEGER NOT NULL, documents INTEGER NOT NULL, claims INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE entity_names (
  entity TEXT NOT NULL, name TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (entity, name)
) WITHOUT ROWID;
CREATE INDEX entity_by_name ON entity_names (name COLLATE NOCASE);
CREATE TABLE mention_entity (
  document INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, entity TEXT NOT NULL,
  PRIMARY KEY (document, start, "end")
) WITHOUT ROWID;
CREATE INDEX mentions_of_entity ON mention_entity (entity);
CREATE TABLE pairs (
  number INTEGER PRIMARY KEY,
  "left" TEXT NOT NULL, "right" TEXT NOT NULL, verdict TEXT NOT NULL, score REAL NOT NULL, reasons TEXT NOT NULL,
  names TEXT NOT NULL, judge TEXT NOT NULL
);
CREATE INDEX pairs_of_left ON pairs ("left");
CREATE INDEX pairs_of_right ON pairs ("right");
CREATE TABLE claim_entities (
  claim TEXT NOT NULL, place TEXT NOT NULL, role TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (claim, place)
) WITHOUT ROWID;
CREATE INDEX claims_of_entity ON claim_entities (entity, role);
CREATE TABLE facts (
  id TEXT PRIMARY KEY, predicate TEXT NOT NULL, polarity TEXT NOT NULL, status TEXT NOT NULL,
  start TEXT, "end" TEXT, payload TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE fact_claims (fact TEXT NOT NULL, claim TEXT NOT NULL, PRIMARY KEY (fact, claim)) WITHOUT ROWID;
CREATE INDEX facts_of_claim ON fact_claims (claim);
CREATE TABLE tenures (
  id TEXT PRIMARY KEY, holder TEXT NOT NULL, post TEXT NOT NULL, body TEXT NOT NULL, first TEXT, last TEXT,
  payload TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE conflicts (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, about TEXT NOT NULL, status TEXT NOT NULL, payload TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE doubles (
  one TEXT NOT NULL, other TEXT NOT NULL, likeness REAL NOT NULL, PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE TABLE doubts (number INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, payload TEXT NOT NULL);
CREATE TABLE judged (
  judgement TEXT NOT NULL, side TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (judgement, side, entity)
) WITHOUT ROWID;
-- What persons made of claims: a row hides the machine's claim that it replaces, and has the claim that stands, if any.
CREATE TABLE signed (
  number INTEGER PRIMARY KEY, replaces TEXT NOT NULL, id TEXT, document TEXT, predicate TEXT, payload TEXT,
  verdict TEXT NOT NULL, person TEXT NOT NULL, judgements TEXT NOT NULL
);
CREATE INDEX signed_replaces ON signed (replaces);
CREATE INDEX signed_by_id ON signed (id);
-- The texts of claims that a person entered. Their numbers are negative, beside those of documents.
CREATE TABLE notes (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL, text TEXT NOT NULL, anchors TEXT NOT NULL,
  fields TEXT NOT NULL
);
CREATE TABLE told (
  entity TEXT NOT NULL, what TEXT NOT NULL, words TEXT NOT NULL, PRIMARY KEY (entity, what, words)
) WITHOUT ROWID;
CREATE TABLE derived_from (version TEXT NOT NULL, packs TEXT NOT NULL);
