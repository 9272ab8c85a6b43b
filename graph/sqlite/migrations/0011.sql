-- No table changes. From this version on, blocks hold the classes of their
-- signatures, and most of what is said of a signature is in a row of its own; see
-- oldestSchema.
SELECT 1;
