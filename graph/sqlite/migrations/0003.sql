-- What was put lately, in order: see graph.Feed.
CREATE TABLE arrival (
  seq     INTEGER PRIMARY KEY AUTOINCREMENT,
  article TEXT NOT NULL,
  claims  TEXT NOT NULL -- JSON
);
