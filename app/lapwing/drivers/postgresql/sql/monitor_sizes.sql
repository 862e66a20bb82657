-- Sizes of databases: the server asks the system for every file.
SELECT 'database_size'::pg_catalog.text, d.datname::pg_catalog.text,
       pg_catalog.pg_database_size(d.oid)::pg_catalog.text
FROM pg_catalog.pg_database d
WHERE pg_catalog.has_database_privilege(d.oid, 'CONNECT') OR pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE')
