-- Open transactions of InnoDB by their sessions; times in seconds, to a second. Needs PROCESS.
SELECT trx_mysql_thread_id, GREATEST(TIMESTAMPDIFF(MICROSECOND, trx_started, NOW(6)), 0) / 1000000 AS age,
       trx_state = 'LOCK WAIT' AS waits_for_row,
       GREATEST(TIMESTAMPDIFF(MICROSECOND, trx_wait_started, NOW(6)), 0) / 1000000 AS wait_age,
       trx_id, trx_requested_lock_id
  FROM information_schema.INNODB_TRX
 LIMIT 10000
