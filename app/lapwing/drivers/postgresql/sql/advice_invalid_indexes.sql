-- Indexes that a CREATE or REINDEX CONCURRENTLY left behind unfinished. One that is being made now is not among
-- them: whoever makes it holds a lock, which everybody sees.
SELECT n.nspname, c.relname, tn.nspname, t.relname, i.indisready::pg_catalog.text,
    (c.relpages::pg_catalog.int8 * pg_catalog.current_setting('block_size')::pg_catalog.int8)::pg_catalog.text
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
WHERE NOT i.indisvalid AND c.relkind = 'i'
  AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_locks l
      JOIN pg_catalog.pg_database d ON d.oid = l.database AND d.datname = pg_catalog.current_database()
      WHERE l.locktype = 'relation' AND l.relation = i.indrelid AND l.granted
        AND l.mode IN ('ShareUpdateExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock', 'AccessExclusiveLock'))
ORDER BY n.nspname, c.relname LIMIT 200
