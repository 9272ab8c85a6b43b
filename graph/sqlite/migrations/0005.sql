-- No table changes. From this version on, blocks hold the fingerprints of texts
-- and ids of persons begin with that of their block; see oldestSchema.
SELECT 1;
