-- Locks of InnoDB that somebody waits for, and those waited with: MariaDB and MySQL 5.7. Needs PROCESS.
SELECT lock_id, lock_type, lock_mode, REPLACE(lock_table, '`', '') AS locked, lock_index, LEFT(lock_data, 200)
  FROM information_schema.INNODB_LOCKS
 LIMIT 5000
