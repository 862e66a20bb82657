-- Every index of the database with its columns in order; {hidden}: whether the optimizer leaves it alone.
SELECT s.TABLE_NAME, s.INDEX_NAME, s.NON_UNIQUE, s.SEQ_IN_INDEX, COALESCE(s.COLUMN_NAME, ''), COALESCE(s.SUB_PART, ''),
    s.INDEX_TYPE, COALESCE(s.COLLATION, ''), COALESCE(s.NULLABLE, ''), {hidden}
FROM information_schema.STATISTICS s
WHERE s.TABLE_SCHEMA = DATABASE()
ORDER BY s.TABLE_NAME, s.INDEX_NAME, s.SEQ_IN_INDEX
