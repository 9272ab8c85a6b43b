-- Reports and what is found by them. ord: see keyset.Newest.
CREATE TABLE article (
  id        TEXT PRIMARY KEY,
  hash      TEXT NOT NULL,
  ord       INTEGER NOT NULL,
  url       TEXT NOT NULL,
  title     TEXT NOT NULL,
  source    TEXT NOT NULL,
  lang      TEXT NOT NULL,
  published TEXT NOT NULL,
  text      TEXT NOT NULL,
  report    BLOB NOT NULL -- the rest of the report, see derive.PackReport
);
CREATE INDEX article_newest ON article (ord, id);

-- Which articles name the persons of a claim.
CREATE TABLE named (
  claim   TEXT NOT NULL,
  ord     INTEGER NOT NULL,
  article TEXT NOT NULL,
  PRIMARY KEY (claim, ord, article)
) WITHOUT ROWID;

-- The memory of the derivation.
CREATE TABLE block (
  key  TEXT PRIMARY KEY,
  data BLOB NOT NULL
) WITHOUT ROWID;

-- The node that a claim belongs to: a person, meeting, delegation, agreement.
CREATE TABLE claim (
  claim TEXT PRIMARY KEY,
  node  TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX claim_node ON claim (node, claim);

CREATE TABLE evidence (
  claim      TEXT NOT NULL,
  article    TEXT NOT NULL,
  n          INTEGER NOT NULL,
  start      INTEGER NOT NULL,
  end        INTEGER NOT NULL,
  lang       TEXT NOT NULL,
  rule       TEXT NOT NULL,
  confidence REAL NOT NULL,
  quote      TEXT NOT NULL,
  PRIMARY KEY (claim, article, n)
) WITHOUT ROWID;

-- Nodes. doc is the canonical JSON of the whole node; the columns beside it
-- are what reads filter and order by.
CREATE TABLE person (
  id      TEXT PRIMARY KEY,
  country TEXT NOT NULL,
  doc     TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX person_country ON person (country, id);

CREATE TABLE member (
  party  TEXT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (party, person)
) WITHOUT ROWID;

-- A party, an organization or a country.
CREATE TABLE body (
  kind    TEXT NOT NULL,
  id      TEXT NOT NULL,
  country TEXT NOT NULL,
  doc     TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID;

-- Folded words of the names of persons and bodies.
CREATE TABLE word (
  kind TEXT NOT NULL,
  word TEXT NOT NULL,
  id   TEXT NOT NULL,
  PRIMARY KEY (kind, word, id)
) WITHOUT ROWID;

CREATE TABLE meeting (
  id      TEXT PRIMARY KEY,
  ord     INTEGER NOT NULL,
  first   TEXT NOT NULL, -- day, empty when unknown; so is last
  last    TEXT NOT NULL,
  status  TEXT NOT NULL,
  mode    TEXT NOT NULL,
  date    TEXT NOT NULL,
  place   TEXT NOT NULL,
  reports INTEGER NOT NULL,
  doc     TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX meeting_newest ON meeting (ord, id);
CREATE INDEX meeting_open ON meeting (status, ord, id) WHERE status <> 'held';

CREATE TABLE attended (
  person  TEXT NOT NULL,
  ord     INTEGER NOT NULL,
  meeting TEXT NOT NULL,
  PRIMARY KEY (person, ord, meeting)
) WITHOUT ROWID;

-- MET_WITH, a row in each direction.
CREATE TABLE met (
  person  TEXT NOT NULL,
  ord     INTEGER NOT NULL,
  id      TEXT NOT NULL,
  other   TEXT NOT NULL,
  meeting TEXT NOT NULL,
  PRIMARY KEY (person, ord, id)
) WITHOUT ROWID;

CREATE TABLE delegation (
  id    TEXT PRIMARY KEY,
  ord   INTEGER NOT NULL,
  first TEXT NOT NULL,
  last  TEXT NOT NULL,
  host  TEXT NOT NULL,
  doc   TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX delegation_newest ON delegation (ord, id);

CREATE TABLE led (
  person     TEXT NOT NULL,
  ord        INTEGER NOT NULL,
  delegation TEXT NOT NULL,
  PRIMARY KEY (person, ord, delegation)
) WITHOUT ROWID;

CREATE TABLE represents (
  delegation TEXT NOT NULL,
  actor      TEXT NOT NULL, -- kind:id
  PRIMARY KEY (delegation, actor)
) WITHOUT ROWID;

-- Claims of the meetings that received a delegation.
CREATE TABLE received (
  delegation TEXT NOT NULL,
  claim      TEXT NOT NULL,
  PRIMARY KEY (delegation, claim)
) WITHOUT ROWID;

CREATE TABLE agreement (
  id    TEXT PRIMARY KEY,
  ord   INTEGER NOT NULL,
  first TEXT NOT NULL,
  last  TEXT NOT NULL,
  doc   TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX agreement_newest ON agreement (ord, id);

CREATE TABLE signed (
  actor     TEXT NOT NULL, -- kind:id
  ord       INTEGER NOT NULL,
  agreement TEXT NOT NULL,
  PRIMARY KEY (actor, ord, agreement)
) WITHOUT ROWID;

-- One row.
CREATE TABLE stats (
  articles INTEGER NOT NULL, persons INTEGER NOT NULL, parties INTEGER NOT NULL,
  countries INTEGER NOT NULL, organizations INTEGER NOT NULL, meetings INTEGER NOT NULL,
  encounters INTEGER NOT NULL, delegations INTEGER NOT NULL, agreements INTEGER NOT NULL
);
INSERT INTO stats VALUES (0, 0, 0, 0, 0, 0, 0, 0, 0);
