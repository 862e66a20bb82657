-- Expressions in the indexes of one table, in the order of indexes.sql. Only MySQL has them.
-- Parameters: database, table
SELECT TABLE_NAME, EXPRESSION
FROM information_schema.STATISTICS
WHERE TABLE_SCHEMA = %s AND TABLE_NAME = %s AND COLUMN_NAME IS NULL
ORDER BY INDEX_NAME, SEQ_IN_INDEX
