-- Rows of each table as its engine guesses, bytes with its indexes, and comments. MariaDB opens every table for this:
-- 0.3 ms each.
-- Parameter: database
SELECT TABLE_NAME, TABLE_ROWS, DATA_LENGTH + INDEX_LENGTH, TABLE_COMMENT
FROM information_schema.TABLES
WHERE TABLE_SCHEMA = %s
