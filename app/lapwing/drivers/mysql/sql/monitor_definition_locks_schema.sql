-- Locks of definitions (metadata locks) on everything that somebody waits for; pending ones in the order they came.
-- Needs SELECT on performance_schema.
SELECT t.PROCESSLIST_ID, m.OBJECT_TYPE, COALESCE(m.OBJECT_SCHEMA, ''), COALESCE(m.OBJECT_NAME, ''), m.LOCK_TYPE,
       m.LOCK_STATUS = 'GRANTED' AS is_granted
  FROM performance_schema.metadata_locks AS m
  JOIN performance_schema.threads AS t ON t.THREAD_ID = m.OWNER_THREAD_ID
  JOIN (SELECT DISTINCT OBJECT_TYPE, OBJECT_SCHEMA, OBJECT_NAME FROM performance_schema.metadata_locks
         WHERE LOCK_STATUS = 'PENDING') AS w
    ON w.OBJECT_TYPE = m.OBJECT_TYPE AND w.OBJECT_SCHEMA <=> m.OBJECT_SCHEMA AND w.OBJECT_NAME <=> m.OBJECT_NAME
 WHERE t.PROCESSLIST_ID IS NOT NULL
 LIMIT 5000
