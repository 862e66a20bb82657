-- Who waits for whose lock of a row or table of InnoDB: MariaDB and MySQL 5.7. Needs PROCESS.
SELECT r.trx_mysql_thread_id AS waits, b.trx_mysql_thread_id AS blocks,
       GREATEST(TIMESTAMPDIFF(MICROSECOND, r.trx_wait_started, NOW(6)), 0) / 1000000 AS wait_age,
       rl.lock_type, rl.lock_mode AS wanted, bl.lock_mode AS held,
       COALESCE(b.trx_requested_lock_id = w.blocking_lock_id, FALSE) AS blocker_waits,
       GREATEST(TIMESTAMPDIFF(MICROSECOND, b.trx_started, NOW(6)), 0) / 1000000 AS blocker_age,
       REPLACE(rl.lock_table, '`', '') AS locked, rl.lock_index, LEFT(rl.lock_data, 200) AS keys_locked
  FROM information_schema.INNODB_LOCK_WAITS AS w
  JOIN information_schema.INNODB_TRX AS r ON r.trx_id = w.requesting_trx_id
  JOIN information_schema.INNODB_TRX AS b ON b.trx_id = w.blocking_trx_id
  JOIN information_schema.INNODB_LOCKS AS rl ON rl.lock_id = w.requested_lock_id
  JOIN information_schema.INNODB_LOCKS AS bl ON bl.lock_id = w.blocking_lock_id
 LIMIT 5000
