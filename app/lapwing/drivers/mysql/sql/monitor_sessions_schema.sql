-- Sessions but this one by performance_schema: times in seconds (of picoseconds).
-- Needs SELECT on performance_schema.
SELECT t.PROCESSLIST_ID, t.PROCESSLIST_USER, t.PROCESSLIST_HOST, t.PROCESSLIST_DB, t.PROCESSLIST_COMMAND,
       t.PROCESSLIST_STATE, LEFT(t.PROCESSLIST_INFO, 10000),
       GREATEST(t.PROCESSLIST_TIME, 0) AS state_age,
       CASE WHEN t.PROCESSLIST_COMMAND = 'Sleep' THEN NULL
            WHEN s.TIMER_WAIT IS NOT NULL THEN s.TIMER_WAIT / 1000000000000
            ELSE GREATEST(t.PROCESSLIST_TIME, 0) END AS statement_age,
       x.TIMER_WAIT / 1000000000000 AS transaction_age,
       a.ATTR_VALUE AS application
  FROM performance_schema.threads AS t
  LEFT JOIN performance_schema.events_statements_current AS s
    ON s.THREAD_ID = t.THREAD_ID AND s.NESTING_EVENT_ID IS NULL AND s.END_EVENT_ID IS NULL
  LEFT JOIN performance_schema.events_transactions_current AS x
    ON x.THREAD_ID = t.THREAD_ID AND x.STATE = 'ACTIVE'
  LEFT JOIN performance_schema.session_connect_attrs AS a
    ON a.PROCESSLIST_ID = t.PROCESSLIST_ID AND a.ATTR_NAME = 'program_name'
 WHERE t.PROCESSLIST_ID IS NOT NULL AND t.PROCESSLIST_ID <> CONNECTION_ID()
 LIMIT 10000
