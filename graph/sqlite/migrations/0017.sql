-- No table changes. From this version on, the forms of a name in several blocks meet at joints;
-- see oldestSchema.
SELECT 1;
