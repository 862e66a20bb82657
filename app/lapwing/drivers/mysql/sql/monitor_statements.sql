-- Ended statements by kind: how many and how many seconds, of all sessions and of this one.
-- Needs SELECT on performance_schema.
SELECT g.EVENT_NAME, g.COUNT_STAR, g.SUM_TIMER_WAIT / 1000000000000,
       COALESCE(s.COUNT_STAR, 0) AS own_count, COALESCE(s.SUM_TIMER_WAIT, 0) / 1000000000000 AS own_time
  FROM performance_schema.events_statements_summary_global_by_event_name AS g
  LEFT JOIN performance_schema.events_statements_summary_by_thread_by_event_name AS s
    ON s.EVENT_NAME = g.EVENT_NAME
   AND s.THREAD_ID = (SELECT THREAD_ID FROM performance_schema.threads WHERE PROCESSLIST_ID = CONNECTION_ID())
 WHERE g.EVENT_NAME LIKE 'statement/%'
