-- No table changes. From this version on, a block of events that are of one month
-- each is on shelves though it is not crowded; older blocks become so when they
-- change.
SELECT 1;
