-- One schema. $1 oid
SELECT 'ddl', NULL, 'CREATE SCHEMA ' || pg_catalog.quote_ident(n.nspname)
FROM pg_catalog.pg_namespace n WHERE n.oid = $1::pg_catalog.oid
UNION ALL
SELECT 'statistics', 'size as of the last VACUUM or ANALYZE',
       (pg_catalog.sum(c.relpages::pg_catalog.int8) * pg_catalog.current_setting('block_size')::pg_catalog.int8)::pg_catalog.text
FROM pg_catalog.pg_class c WHERE c.relnamespace = $1::pg_catalog.oid
