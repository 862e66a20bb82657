-- How many parts of each kind one relation has, and how many partitions or tables that inherit from it.
-- $1 relation's oid
SELECT 'constraint', pg_catalog.count(*) FROM pg_catalog.pg_constraint k
WHERE k.conrelid = $1::pg_catalog.oid AND k.contype <> 't'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint above
                  WHERE above.oid = k.conparentid AND above.conrelid = k.conrelid)
UNION ALL
SELECT 'index', pg_catalog.count(*) FROM pg_catalog.pg_index i WHERE i.indrelid = $1::pg_catalog.oid AND i.indislive
UNION ALL
SELECT 'trigger', pg_catalog.count(*) FROM pg_catalog.pg_trigger t
WHERE t.tgrelid = $1::pg_catalog.oid
  AND (NOT t.tgisinternal
       OR t.tgparentid <> 0 AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                                            WHERE k.oid = t.tgconstraint AND k.contype = 'f'))
UNION ALL
SELECT 'rule', pg_catalog.count(*) FROM pg_catalog.pg_rewrite r
WHERE r.ev_class = $1::pg_catalog.oid AND r.rulename <> '_RETURN'
UNION ALL
SELECT 'policy', pg_catalog.count(*) FROM pg_catalog.pg_policy p WHERE p.polrelid = $1::pg_catalog.oid
UNION ALL
SELECT CASE WHEN c.relispartition THEN 'partition' WHEN c.relkind = 'f' THEN 'foreign table' ELSE 'table' END,
       pg_catalog.count(*)
FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
WHERE i.inhparent = $1::pg_catalog.oid AND c.relkind IN ('r', 'p', 'f')
GROUP BY 1
