-- Since when the report of an article is known, empty for always. Of articles
-- loaded before this was kept: since they were published.
ALTER TABLE article ADD COLUMN since TEXT NOT NULL DEFAULT '';
UPDATE article SET since = CASE length(published)
  WHEN 10 THEN published
  WHEN 7 THEN date(published || '-01', '+1 month', '-1 day')
  WHEN 4 THEN published || '-12-31'
  ELSE substr(published, 12) END
  WHERE published GLOB '[0-9]*';
CREATE INDEX article_since ON article (since);

-- Reports that were replaced or removed, known from since to the day before
-- until.
CREATE TABLE past (
  article   TEXT NOT NULL,
  since     TEXT NOT NULL,
  until     TEXT NOT NULL,
  hash      TEXT NOT NULL,
  url       TEXT NOT NULL,
  title     TEXT NOT NULL,
  source    TEXT NOT NULL,
  lang      TEXT NOT NULL,
  published TEXT NOT NULL,
  text      TEXT NOT NULL,
  report    BLOB NOT NULL, -- see derive.PackReport
  PRIMARY KEY (article, until)
);
CREATE INDEX past_time ON past (until, since);

-- Counts the changes of the store.
ALTER TABLE stats ADD COLUMN changes INTEGER NOT NULL DEFAULT 0;
