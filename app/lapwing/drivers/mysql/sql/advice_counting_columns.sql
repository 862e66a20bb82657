-- Columns that count by themselves, with their types, and those that have the name that a new key would get.
SELECT c.TABLE_NAME, c.COLUMN_NAME, c.DATA_TYPE, c.COLUMN_TYPE, c.COLUMN_COMMENT, c.EXTRA
FROM information_schema.COLUMNS c
WHERE c.TABLE_SCHEMA = DATABASE() AND (c.EXTRA LIKE '%auto_increment%' OR c.COLUMN_NAME = 'id')
