-- No table changes. From this version on, signatures of persons tell of which
-- place an office is and whether a name is fully marked; see oldestSchema.
SELECT 1;
