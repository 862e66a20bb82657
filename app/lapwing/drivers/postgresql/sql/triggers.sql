-- Triggers of one relation. Before PostgreSQL 15, what a partition has from its parent counts as internal.
-- $1 relation's oid
SELECT t.oid, t.tgname, t.tgparentid <> 0
FROM pg_catalog.pg_trigger t
WHERE t.tgrelid = $1::pg_catalog.oid
  AND (NOT t.tgisinternal
       OR t.tgparentid <> 0 AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                                            WHERE k.oid = t.tgconstraint AND k.contype = 'f'))
ORDER BY t.tgname
