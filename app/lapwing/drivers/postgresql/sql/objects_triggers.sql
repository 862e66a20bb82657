-- Triggers of one schema, or of one of its relations. Before PostgreSQL 15, what a partition has from its parent counts
-- as internal. `tgtype` is a set of bits (src/include/catalog/pg_trigger.h).
-- $1 schema, $2 name, or NULL for all, $3 relation, or NULL for all
SELECT t.oid, 'trigger', n.nspname, t.tgname, NULL, c.relname,
       pg_catalog.concat_ws(' ',
           CASE WHEN t.tgtype & 2 <> 0 THEN 'BEFORE' WHEN t.tgtype & 64 <> 0 THEN 'INSTEAD OF' ELSE 'AFTER' END,
           pg_catalog.concat_ws(' OR ', CASE WHEN t.tgtype & 4 <> 0 THEN 'INSERT' END,
                                CASE WHEN t.tgtype & 8 <> 0 THEN 'DELETE' END,
                                CASE WHEN t.tgtype & 16 <> 0 THEN 'UPDATE' END,
                                CASE WHEN t.tgtype & 32 <> 0 THEN 'TRUNCATE' END),
           CASE WHEN t.tgtype & 1 <> 0 THEN 'for each row' ELSE 'for each statement' END,
           CASE t.tgenabled WHEN 'D' THEN '(disabled)' WHEN 'A' THEN '(always)' WHEN 'R' THEN '(replica)' END),
       (SELECT d.description FROM pg_catalog.pg_description d
        WHERE d.objoid = t.oid AND d.objsubid = 0 AND d.classoid = 'pg_catalog.pg_trigger'::pg_catalog.regclass),
       NULL
FROM pg_catalog.pg_trigger t
JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = $1::pg_catalog.text
  AND ($2::pg_catalog.text IS NULL OR t.tgname = $2::pg_catalog.text)
  AND ($3::pg_catalog.text IS NULL OR c.relname = $3::pg_catalog.text)
  AND (NOT t.tgisinternal
       OR t.tgparentid <> 0 AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                                            WHERE k.oid = t.tgconstraint AND k.contype = 'f'))
