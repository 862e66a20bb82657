-- How many indexes and triggers one database has. MariaDB opens every table for this.
-- Parameters: database, twice
SELECT 'index', COUNT(DISTINCT TABLE_NAME, INDEX_NAME) FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = %s
UNION ALL
SELECT 'trigger', COUNT(*) FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = %s
