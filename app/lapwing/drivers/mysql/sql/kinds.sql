-- How many objects of each kind one database has, as far as nothing has to be opened for that.
-- Parameters: database, three times
SELECT LOWER(ROUTINE_TYPE), COUNT(*) FROM information_schema.ROUTINES
WHERE ROUTINE_SCHEMA = %s AND ROUTINE_TYPE IN ('FUNCTION', 'PROCEDURE') GROUP BY ROUTINE_TYPE
UNION ALL
SELECT 'event', COUNT(*) FROM information_schema.EVENTS WHERE EVENT_SCHEMA = %s
UNION ALL
SELECT 'sequence', COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = %s AND TABLE_TYPE = 'SEQUENCE'
