-- What ANALYZE found out of the columns of one relation that this account may read.
-- $1 relation's oid
SELECT s.attname, s.null_frac, s.avg_width, s.n_distinct, s.correlation
FROM pg_catalog.pg_stats s
JOIN pg_catalog.pg_class c ON c.relname = s.tablename
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND n.nspname = s.schemaname
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = s.attname
WHERE c.oid = $1::pg_catalog.oid AND NOT s.inherited
ORDER BY a.attnum
