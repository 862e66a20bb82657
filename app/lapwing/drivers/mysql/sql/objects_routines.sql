-- Functions and procedures of one database.
-- Parameter: database
SELECT LOWER(ROUTINE_TYPE), ROUTINE_NAME, '',
       CONCAT_WS(', ', DTD_IDENTIFIER, IF(IS_DETERMINISTIC = 'YES', 'deterministic', NULL),
                 IF(SQL_DATA_ACCESS = 'CONTAINS SQL', NULL, LOWER(SQL_DATA_ACCESS)), LOWER(CONCAT('sql security ', SECURITY_TYPE))),
       ROUTINE_COMMENT
FROM information_schema.ROUTINES
WHERE ROUTINE_SCHEMA = %s AND ROUTINE_TYPE IN ('FUNCTION', 'PROCEDURE')
