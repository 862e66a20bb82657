-- Rows of each table, as its engine guesses. MariaDB opens every table for this: 0.3 ms each.
-- Parameter: database
SELECT TABLE_NAME, TABLE_ROWS
FROM information_schema.TABLES
WHERE TABLE_SCHEMA = %s AND TABLE_ROWS IS NOT NULL
