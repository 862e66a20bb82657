-- Locks of tables, rows and others by mode.
SELECT 'locks'::pg_catalog.text, l.mode, pg_catalog.count(*)::pg_catalog.text
FROM pg_catalog.pg_locks l
WHERE l.pid IS DISTINCT FROM pg_catalog.pg_backend_pid() AND l.locktype <> 'virtualxid'
GROUP BY l.mode
