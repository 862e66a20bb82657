-- Events of one database.
-- Parameter: database
SELECT 'event', EVENT_NAME, '',
       CONCAT_WS(', ', LOWER(STATUS), IF(EVENT_TYPE = 'RECURRING', CONCAT('every ', INTERVAL_VALUE, ' ', LOWER(INTERVAL_FIELD)),
                                         CONCAT('at ', EXECUTE_AT))),
       EVENT_COMMENT
FROM information_schema.EVENTS
WHERE EVENT_SCHEMA = %s
