-- No table changes. From this version on, the blocks of two who met hold the marks of meetings
-- of more; see oldestSchema.
SELECT 1;
