-- No table changes. From this version on, the second of two families that a hyphen
-- joins is no part of what persons are found by, and offices tell of the economy; see
-- oldestSchema.
SELECT 1;
