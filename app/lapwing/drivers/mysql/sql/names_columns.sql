-- Columns of all relations of one database, one row each.
-- Parameter: database
SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, COLUMN_COMMENT
FROM information_schema.COLUMNS
WHERE TABLE_SCHEMA = %s
ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION
