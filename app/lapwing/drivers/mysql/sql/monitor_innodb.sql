-- Counters that InnoDB tells here alone, where they are on. Needs PROCESS.
SELECT NAME, COUNT FROM information_schema.INNODB_METRICS
 WHERE NAME IN ('lock_deadlocks', 'lock_timeouts', 'trx_rseg_history_len', 'log_lsn_checkpoint_age')
   AND TIME_ENABLED IS NOT NULL AND TIME_DISABLED IS NULL
