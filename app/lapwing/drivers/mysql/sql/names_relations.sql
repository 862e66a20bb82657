-- Tables and views of one database. MariaDB opens no table for these columns.
-- Parameter: database
SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE
FROM information_schema.TABLES
WHERE TABLE_SCHEMA = %s
