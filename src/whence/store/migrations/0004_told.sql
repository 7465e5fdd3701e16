-- What texts tell of entities is derived too (`derived.sql`). What was derived before is out of date.
CREATE TABLE IF NOT EXISTS told (
  entity TEXT NOT NULL, what TEXT NOT NULL, words TEXT NOT NULL, PRIMARY KEY (entity, what, words)
) WITHOUT ROWID;
