-- Sequences that have given more than half of their numbers; the next two hundred behind the one of the oid $1, since
-- pg_sequence_last_value locks each to the end of the transaction, and there is room for some thousand locks. It waits for
-- nobody: sequences that somebody changes or awaits to are left out, and behind one that was locked a moment ago it gives
-- up soon. @sequences is the last one that was looked at, 0 when it was the last of all.
WITH patience AS MATERIALIZED (
    SELECT pg_catalog.set_config('lock_timeout', '100ms', true)
),
locked AS MATERIALIZED (
    SELECT l.relation
    FROM pg_catalog.pg_locks l
    WHERE l.locktype = 'relation'
      AND l.mode IN ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
      AND l.database IN (0, (SELECT b.oid FROM pg_catalog.pg_database b WHERE b.datname = pg_catalog.current_database()))
),
chosen AS MATERIALIZED (
    SELECT s.seqrelid, pg_catalog.concat(n.nspname, '.', c.relname) AS name, s.seqmax, s.seqmin, s.seqincrement
    FROM pg_catalog.pg_sequence s
    JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE s.seqrelid > $1::pg_catalog.oid
      AND (SELECT pg_catalog.count(*) FROM patience) = 1
      AND NOT s.seqcycle AND c.relpersistence = 'p'
      AND pg_catalog.has_sequence_privilege(s.seqrelid, 'SELECT,USAGE')
      AND s.seqrelid NOT IN (SELECT relation FROM locked)
    ORDER BY s.seqrelid
    LIMIT 200
),
every AS MATERIALIZED (
    SELECT o.*, pg_catalog.pg_sequence_last_value(o.seqrelid) AS last FROM chosen o
),
used AS MATERIALIZED (
    SELECT name,
           CASE WHEN seqincrement > 0 THEN last::pg_catalog.numeric - seqmin ELSE seqmax - last::pg_catalog.numeric END
           / nullif(seqmax::pg_catalog.numeric - seqmin, 0) AS share
    FROM every
    WHERE last IS NOT NULL
)
SELECT 'sequence_use'::pg_catalog.text, name, pg_catalog.round(share, 6)::pg_catalog.text FROM used WHERE share > 0.5
UNION ALL
SELECT '@sequences', NULL, CASE WHEN pg_catalog.count(*) = 200 THEN pg_catalog.max(seqrelid)::pg_catalog.text ELSE '0' END
FROM chosen
