-- Sessions but this one, times in seconds; without PROCESS only those of this account. Transactions are read apart,
-- since joining these lists takes the server longer than making them.
SELECT p.ID, p.USER, p.HOST, p.DB, p.COMMAND, p.STATE, LEFT(p.INFO, 10000),
       GREATEST(p.TIME_MS, 0) / 1000 AS state_age,
       IF(p.COMMAND = 'Sleep', NULL, GREATEST(p.TIME_MS, 0) / 1000) AS statement_age,
       NULL AS transaction_age, NULL AS application
  FROM information_schema.PROCESSLIST AS p
 WHERE p.ID <> CONNECTION_ID()
 LIMIT 10000
