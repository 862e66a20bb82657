-- How many tables a database has.
-- Parameters: database
SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = %s
