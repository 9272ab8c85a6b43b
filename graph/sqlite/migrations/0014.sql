-- No table changes. From this version on, the keys of persons hear what Vietnamese
-- writes by ear as it is said, and the offices of governors are one; see oldestSchema.
SELECT 1;
