-- Tables and views of one database. Where MariaDB could not open one, its comment is what kept it from that.
-- Parameter: database
SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE, IF(ENGINE IS NULL, '', TABLE_COMMENT)
FROM information_schema.TABLES
WHERE TABLE_SCHEMA = %s
