-- Locks of definitions that sessions hold, where MariaDB's plugin METADATA_LOCK_INFO is installed.
SELECT THREAD_ID, LOCK_TYPE, COALESCE(TABLE_SCHEMA, ''), COALESCE(TABLE_NAME, ''), LOCK_MODE, TRUE AS is_granted
  FROM information_schema.METADATA_LOCK_INFO
 LIMIT 5000
