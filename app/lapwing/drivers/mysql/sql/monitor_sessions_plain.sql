-- Sessions but this one where performance_schema tells nothing, times in seconds; without PROCESS only those of this
-- account.
SELECT p.ID, p.USER, p.HOST, p.DB, p.COMMAND, p.STATE, LEFT(p.INFO, 10000),
       GREATEST(p.TIME, 0) AS state_age,
       IF(p.COMMAND = 'Sleep', NULL, GREATEST(p.TIME, 0)) AS statement_age,
       NULL AS transaction_age, NULL AS application
  FROM information_schema.PROCESSLIST AS p
 WHERE p.ID <> CONNECTION_ID()
 LIMIT 10000
