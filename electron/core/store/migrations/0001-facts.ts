/** Version 1 of the session file: the append-only facts, the inputs that they came from, and what made the file. */
export const facts0001 = `
  CREATE TABLE facts (
    seq      INTEGER PRIMARY KEY,
    input    INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    key      TEXT,
    place    TEXT NOT NULL,
    at       REAL,
    head     TEXT NOT NULL,
    encoding TEXT,
    body     BLOB
  );
  CREATE INDEX facts_by_key ON facts (key) WHERE key IS NOT NULL;
  CREATE TRIGGER facts_are_never_changed BEFORE UPDATE ON facts
    BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
  CREATE TRIGGER facts_are_never_removed BEFORE DELETE ON facts
    BEGIN SELECT RAISE(ABORT, 'facts are never removed'); END;

  CREATE TABLE inputs (
    id      INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL,
    name    TEXT NOT NULL,
    records INTEGER NOT NULL,
    skipped INTEGER NOT NULL
  );

  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
`;
