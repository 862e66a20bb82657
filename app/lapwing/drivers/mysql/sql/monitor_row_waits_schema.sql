-- Who waits for whose lock of a row or table of InnoDB: MySQL 8. Needs SELECT on performance_schema.
-- The last two columns are transactions of INNODB_TRX; a thread may be missing, or another one than the session's.
SELECT rt.PROCESSLIST_ID AS waits, bt.PROCESSLIST_ID AS blocks, rl.LOCK_TYPE, rl.LOCK_MODE AS wanted,
       bl.LOCK_MODE AS held, bl.LOCK_STATUS <> 'GRANTED' AS blocker_waits,
       CONCAT(rl.OBJECT_SCHEMA, '.', rl.OBJECT_NAME) AS locked, rl.INDEX_NAME, LEFT(rl.LOCK_DATA, 200) AS keys_locked,
       w.REQUESTING_ENGINE_TRANSACTION_ID, w.BLOCKING_ENGINE_TRANSACTION_ID
  FROM performance_schema.data_lock_waits AS w
  JOIN performance_schema.data_locks AS rl ON rl.ENGINE_LOCK_ID = w.REQUESTING_ENGINE_LOCK_ID AND rl.ENGINE = w.ENGINE
  JOIN performance_schema.data_locks AS bl ON bl.ENGINE_LOCK_ID = w.BLOCKING_ENGINE_LOCK_ID AND bl.ENGINE = w.ENGINE
  LEFT JOIN performance_schema.threads AS rt ON rt.THREAD_ID = w.REQUESTING_THREAD_ID
  LEFT JOIN performance_schema.threads AS bt ON bt.THREAD_ID = w.BLOCKING_THREAD_ID
 LIMIT 5000
