-- Who waits for whose lock of a row or table of InnoDB: MySQL 8. Needs SELECT on performance_schema and PROCESS.
SELECT rt.PROCESSLIST_ID AS waits, bt.PROCESSLIST_ID AS blocks,
       GREATEST(TIMESTAMPDIFF(MICROSECOND, x.trx_wait_started, NOW(6)), 0) / 1000000 AS wait_age,
       rl.LOCK_TYPE, rl.LOCK_MODE AS wanted, bl.LOCK_MODE AS held,
       bl.LOCK_STATUS <> 'GRANTED' AS blocker_waits,
       GREATEST(TIMESTAMPDIFF(MICROSECOND, y.trx_started, NOW(6)), 0) / 1000000 AS blocker_age,
       CONCAT(rl.OBJECT_SCHEMA, '.', rl.OBJECT_NAME) AS locked, rl.INDEX_NAME, LEFT(rl.LOCK_DATA, 200) AS keys_locked
  FROM performance_schema.data_lock_waits AS w
  JOIN performance_schema.data_locks AS rl ON rl.ENGINE_LOCK_ID = w.REQUESTING_ENGINE_LOCK_ID
  JOIN performance_schema.data_locks AS bl ON bl.ENGINE_LOCK_ID = w.BLOCKING_ENGINE_LOCK_ID
  JOIN performance_schema.threads AS rt ON rt.THREAD_ID = w.REQUESTING_THREAD_ID
  JOIN performance_schema.threads AS bt ON bt.THREAD_ID = w.BLOCKING_THREAD_ID
  LEFT JOIN information_schema.INNODB_TRX AS x ON x.trx_id = w.REQUESTING_ENGINE_TRANSACTION_ID
  LEFT JOIN information_schema.INNODB_TRX AS y ON y.trx_id = w.BLOCKING_ENGINE_TRANSACTION_ID
 LIMIT 5000
