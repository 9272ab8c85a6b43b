-- No table changes. From this version on, the keys of persons leave out the mother's family
-- behind two Spanish given names, whatever it is; see oldestSchema.
SELECT 1;
