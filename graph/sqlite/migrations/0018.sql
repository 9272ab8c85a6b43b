-- No table changes. From this version on, given names of Ukrainian are those of Russian, and names
-- lose the nicknames that stand in quotation marks between their words; see oldestSchema.
SELECT 1;
