-- No table changes. From this version on, crowded blocks are on shelves; see
-- oldestSchema.
SELECT 1;
