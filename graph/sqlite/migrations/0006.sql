-- The sentences in which articles give persons offices: see derive.Said. Blocks
-- hold the keys of offices from this version on; see oldestSchema.
CREATE TABLE said (
  claim   TEXT NOT NULL,
  kind    TEXT NOT NULL,
  month   TEXT NOT NULL,
  article TEXT NOT NULL,
  n       INTEGER NOT NULL,
  country TEXT NOT NULL,
  former  INTEGER NOT NULL,
  start   INTEGER NOT NULL,
  end     INTEGER NOT NULL,
  lang    TEXT NOT NULL,
  quote   TEXT NOT NULL,
  PRIMARY KEY (claim, kind, month, article, n)
) WITHOUT ROWID;
