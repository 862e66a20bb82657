-- Sequences that have given more than four fifths of the numbers that they have and that fit into the column that they
-- are for. A sequence that somebody changes is left out: pg_sequence_last_value would wait for it.
WITH locked AS MATERIALIZED (
    SELECT l.relation FROM pg_catalog.pg_locks l
    WHERE l.locktype = 'relation'
      AND l.mode IN ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
),
every AS MATERIALIZED (
    SELECT s.*, pg_catalog.pg_sequence_last_value(s.seqrelid) AS last
    FROM pg_catalog.pg_sequence s
    WHERE NOT s.seqcycle AND pg_catalog.has_sequence_privilege(s.seqrelid, 'SELECT,USAGE')
      AND s.seqrelid NOT IN (SELECT relation FROM locked)
    ORDER BY s.seqrelid LIMIT 2000
)
SELECT n.nspname, c.relname, e.last::pg_catalog.text, f.most::pg_catalog.text, e.seqmax::pg_catalog.text,
    pg_catalog.format_type(e.seqtypid, NULL), tn.nspname, t.relname, a.attname, pg_catalog.format_type(a.atttypid, NULL)
FROM every e
JOIN pg_catalog.pg_class c ON c.oid = e.seqrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = e.seqrelid
    AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
LEFT JOIN pg_catalog.pg_class t ON t.oid = d.refobjid
LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
CROSS JOIN LATERAL (SELECT least(e.seqmax, CASE a.atttypid
    WHEN 'pg_catalog.int2'::pg_catalog.regtype THEN 32767
    WHEN 'pg_catalog.int4'::pg_catalog.regtype THEN 2147483647
    ELSE e.seqmax END) AS most) f
WHERE e.last IS NOT NULL AND e.seqincrement > 0
  AND e.last::pg_catalog.numeric - e.seqmin > (f.most::pg_catalog.numeric - e.seqmin) * 4 / 5
ORDER BY n.nspname, c.relname
