-- Expressions and definitions of one relation, as text. The server's functions for that lock what they read against
-- being dropped, and would wait for who holds or awaits it exclusively: then the only row names that session.
-- $1 relation's oid, $2 how long to wait where somebody came between, or NULL: the session's own lock_timeout
WITH patience AS MATERIALIZED (
    SELECT CASE WHEN $2::pg_catalog.text IS NOT NULL
                THEN pg_catalog.set_config('lock_timeout', $2::pg_catalog.text, true) END
),
read_with_lock AS MATERIALIZED (
    SELECT $1::pg_catalog.oid AS relation
    UNION SELECT i.inhparent FROM pg_catalog.pg_inherits i WHERE i.inhrelid = $1::pg_catalog.oid
    UNION SELECT d.refobjid
          FROM pg_catalog.pg_rewrite r
          JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
               AND d.objid = r.oid AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
          WHERE r.ev_class = $1::pg_catalog.oid
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
    SELECT c.* FROM pg_catalog.pg_class c
    WHERE c.oid = $1::pg_catalog.oid
      AND NOT EXISTS (SELECT FROM in_the_way)
      AND (SELECT pg_catalog.count(*) FROM patience) = 1 -- evaluated before anything below
)
SELECT 'locked', NULL, pid::pg_catalog.text FROM in_the_way
UNION ALL
SELECT 'column', d.adnum::pg_catalog.text, pg_catalog.pg_get_expr(d.adbin, d.adrelid)
FROM free JOIN pg_catalog.pg_attrdef d ON d.adrelid = free.oid
UNION ALL
SELECT 'inherited', own.attnum::pg_catalog.text, pg_catalog.pg_get_expr(d.adbin, d.adrelid)
FROM free
JOIN pg_catalog.pg_inherits i ON i.inhrelid = free.oid
JOIN pg_catalog.pg_attribute above ON above.attrelid = i.inhparent
JOIN pg_catalog.pg_attribute own ON own.attrelid = free.oid AND own.attname = above.attname AND own.attnum > 0
LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = above.attrelid AND d.adnum = above.attnum
WHERE above.attnum > 0 AND NOT above.attisdropped
UNION ALL
SELECT 'constraint', k.oid::pg_catalog.text, pg_catalog.pg_get_constraintdef(k.oid)
FROM free JOIN pg_catalog.pg_constraint k ON k.conrelid = free.oid
WHERE k.contype IN ('c', 'x')
UNION ALL
SELECT 'index', x.indexrelid::pg_catalog.text, pg_catalog.pg_get_indexdef(x.indexrelid)
FROM free JOIN pg_catalog.pg_index x ON x.indrelid = free.oid
UNION ALL
SELECT 'trigger', t.oid::pg_catalog.text, pg_catalog.pg_get_triggerdef(t.oid)
FROM free JOIN pg_catalog.pg_trigger t ON t.tgrelid = free.oid
UNION ALL
SELECT 'key', NULL, pg_catalog.pg_get_partkeydef(oid) FROM free WHERE relkind = 'p'
UNION ALL
SELECT 'bound', NULL, pg_catalog.pg_get_expr(relpartbound, oid) FROM free WHERE relispartition
UNION ALL
SELECT 'query', NULL, pg_catalog.pg_get_viewdef(oid, true) FROM free WHERE relkind IN ('v', 'm')
