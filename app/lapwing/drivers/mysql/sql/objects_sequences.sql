-- Sequences of one database (MariaDB).
-- Parameter: database
SELECT 'sequence', TABLE_NAME, '', '', ''
FROM information_schema.TABLES
WHERE TABLE_SCHEMA = %s AND TABLE_TYPE = 'SEQUENCE'
