-- No table changes. From this version on, blocks hold what is needed of every
-- signature in front of the rest, and months as numbers; and Chinese names that
-- Vietnamese reads its own way are in the block of their pinyin; see oldestSchema.
SELECT 1;
