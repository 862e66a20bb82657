-- Which lock of InnoDB waits for which: MariaDB and MySQL 5.7. Needs PROCESS.
SELECT requesting_trx_id, requested_lock_id, blocking_trx_id, blocking_lock_id
  FROM information_schema.INNODB_LOCK_WAITS
 LIMIT 5000
