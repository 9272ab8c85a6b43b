-- No table changes. From this version on, names of two families lead to other
-- blocks, a family alone with two offices is two persons, and meetings without a
-- day are of the months in which they are told; see oldestSchema.
SELECT 1;
