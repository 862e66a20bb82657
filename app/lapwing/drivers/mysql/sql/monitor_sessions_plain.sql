-- Sessions but this one where performance_schema tells nothing; times in seconds. Needs PROCESS.
SELECT p.ID, p.USER, p.HOST, p.DB, p.COMMAND, p.STATE, LEFT(p.INFO, 10000),
       GREATEST(p.TIME, 0) AS state_age,
       IF(p.COMMAND = 'Sleep', NULL, GREATEST(p.TIME, 0)) AS statement_age,
       GREATEST(TIMESTAMPDIFF(MICROSECOND, t.trx_started, NOW(6)), 0) / 1000000 AS transaction_age,
       t.trx_state = 'LOCK WAIT' AS waits_for_row,
       NULL AS application
  FROM information_schema.PROCESSLIST AS p
  LEFT JOIN information_schema.INNODB_TRX AS t ON t.trx_mysql_thread_id = p.ID
 WHERE p.ID <> CONNECTION_ID()
 LIMIT 10000
