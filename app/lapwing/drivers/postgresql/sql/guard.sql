-- Put into queries whose functions lock relations: who holds or awaits one of `read_with_lock` exclusively is in the
-- way, and `free` has its one row only when nobody is. The query goes before it with that list, $1 is the object's oid.
-- $2 how long to wait where somebody came between, or NULL: the session's own lock_timeout
patience AS MATERIALIZED (
    SELECT CASE WHEN $2::pg_catalog.text IS NOT NULL
                THEN pg_catalog.set_config('lock_timeout', $2::pg_catalog.text, true) END
),
in_the_way AS MATERIALIZED (
    SELECT l.pid
    FROM pg_catalog.pg_locks l
    WHERE l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock'
      AND l.pid IS DISTINCT FROM pg_catalog.pg_backend_pid()
      AND l.relation IN (SELECT relation FROM read_with_lock)
      AND l.database IN (0, (SELECT b.oid FROM pg_catalog.pg_database b WHERE b.datname = pg_catalog.current_database()))
    ORDER BY l.granted DESC
    LIMIT 1
),
free AS MATERIALIZED (
    SELECT $1::pg_catalog.oid AS oid
    WHERE NOT EXISTS (SELECT FROM in_the_way)
      AND (SELECT pg_catalog.count(*) FROM patience) = 1 -- evaluated before anything below
)
SELECT 'locked', NULL, pid::pg_catalog.text FROM in_the_way
UNION ALL
