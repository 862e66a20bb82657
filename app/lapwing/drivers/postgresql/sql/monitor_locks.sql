-- Locks of tables, rows and others by mode, those of no mode with 0.
SELECT 'locks'::pg_catalog.text, m.mode, pg_catalog.count(l.mode)::pg_catalog.text
FROM (VALUES
    ('AccessShareLock'), ('RowShareLock'), ('RowExclusiveLock'), ('ShareUpdateExclusiveLock'), ('ShareLock'),
    ('ShareRowExclusiveLock'), ('ExclusiveLock'), ('AccessExclusiveLock'), ('SIReadLock')
) m(mode)
LEFT JOIN pg_catalog.pg_locks l
       ON l.mode = m.mode AND l.pid IS DISTINCT FROM pg_catalog.pg_backend_pid() AND l.locktype <> 'virtualxid'
GROUP BY m.mode
