-- Triggers of one database.
-- Parameter: database
SELECT 'trigger', TRIGGER_NAME, EVENT_OBJECT_TABLE, CONCAT(ACTION_TIMING, ' ', EVENT_MANIPULATION), ''
FROM information_schema.TRIGGERS
WHERE TRIGGER_SCHEMA = %s
