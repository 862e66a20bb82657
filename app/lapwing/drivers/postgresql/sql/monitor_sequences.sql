-- Sequences that have given more than half of their numbers. pg_sequence_last_value opens each: those that somebody holds
-- or awaits exclusively are left out, and behind one that was locked a moment ago nobody waits for long.
WITH patience AS MATERIALIZED (
    SELECT pg_catalog.set_config('lock_timeout', '100ms', true)
),
locked AS MATERIALIZED (
    SELECT l.relation
    FROM pg_catalog.pg_locks l
    WHERE l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock'
      AND l.database IN (0, (SELECT b.oid FROM pg_catalog.pg_database b WHERE b.datname = pg_catalog.current_database()))
),
every AS MATERIALIZED (
    SELECT pg_catalog.concat(n.nspname, '.', c.relname) AS name, s.seqmax, s.seqmin, s.seqincrement,
           pg_catalog.pg_sequence_last_value(s.seqrelid) AS last
    FROM pg_catalog.pg_sequence s
    JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE (SELECT pg_catalog.count(*) FROM patience) = 1
      AND NOT s.seqcycle AND c.relpersistence = 'p'
      AND pg_catalog.has_sequence_privilege(s.seqrelid, 'SELECT,USAGE')
      AND s.seqrelid NOT IN (SELECT relation FROM locked)
),
used AS MATERIALIZED (
    SELECT name,
           CASE WHEN seqincrement > 0 THEN last::pg_catalog.numeric - seqmin ELSE seqmax - last::pg_catalog.numeric END
           / nullif(seqmax::pg_catalog.numeric - seqmin, 0) AS share
    FROM every
    WHERE last IS NOT NULL
)
SELECT 'sequence_use'::pg_catalog.text, name, pg_catalog.round(share, 6)::pg_catalog.text FROM used WHERE share > 0.5
