-- Checks of one table in MariaDB, which has names for them once a table.
-- Parameters: database, table
SELECT TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE
FROM information_schema.CHECK_CONSTRAINTS
WHERE CONSTRAINT_SCHEMA = %s AND TABLE_NAME = %s
ORDER BY CONSTRAINT_NAME
