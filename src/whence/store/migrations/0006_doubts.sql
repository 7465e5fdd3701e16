-- What waits for a person has another name (`derived.sql`). What was derived before is out of date.
CREATE TABLE IF NOT EXISTS doubts (number INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, payload TEXT NOT NULL);
