-- No table changes. From this version on, blocks hold what is needed of every
-- signature in front of the rest, and months as numbers; see oldestSchema.
SELECT 1;
