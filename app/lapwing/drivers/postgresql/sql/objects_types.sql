-- Types of one schema that were made as such: no rows of tables, no arrays.
-- $1 schema, $2 name, or NULL for all
SELECT t.oid,
       CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range type' ELSE 'type' END,
       n.nspname, t.typname, NULL, NULL,
       CASE t.typtype
            WHEN 'e' THEN (SELECT pg_catalog.string_agg(shown.enumlabel, ', ' ORDER BY shown.enumsortorder)
                           FROM (SELECT e.enumlabel, e.enumsortorder FROM pg_catalog.pg_enum e
                                 WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder LIMIT 12) shown)
            WHEN 'd' THEN pg_catalog.format_type(t.typbasetype, t.typtypmod)
                          || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END
            WHEN 'r' THEN (SELECT pg_catalog.format_type(r.rngsubtype, NULL)
                           FROM pg_catalog.pg_range r WHERE r.rngtypid = t.oid)
            WHEN 'c' THEN 'composite'
            ELSE 'base' END,
       (SELECT d.description FROM pg_catalog.pg_description d
        WHERE d.objoid = t.oid AND d.objsubid = 0 AND d.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass),
       NULL
FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
WHERE n.nspname = $1::pg_catalog.text AND ($2::pg_catalog.text IS NULL OR t.typname = $2::pg_catalog.text)
  AND (t.typtype IN ('e', 'd', 'r') OR t.typtype = 'b' AND t.typcategory <> 'A' OR c.relkind = 'c')
