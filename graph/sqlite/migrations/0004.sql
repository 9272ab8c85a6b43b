-- The country of a participant beside each of their meetings, so that the
-- meetings of a country are a list like those of a person.
ALTER TABLE attended ADD COLUMN country TEXT NOT NULL DEFAULT '';
UPDATE attended SET country = coalesce((SELECT p.country FROM person p WHERE p.id = attended.person), '');
CREATE INDEX attended_country ON attended (country, ord, meeting);
CREATE TRIGGER person_moves AFTER UPDATE OF country ON person WHEN old.country <> new.country BEGIN
  UPDATE attended SET country = new.country WHERE person = new.id;
END;
