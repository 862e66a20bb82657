-- What the tables of one database say of themselves.
-- Parameter: database
SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_COMMENT
FROM information_schema.TABLES
WHERE TABLE_SCHEMA = %s AND TABLE_COMMENT NOT IN ('', 'VIEW')
