-- Where the extension that counts statements is, and whether this account may see those of others.
SELECT n.nspname, pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE')::pg_catalog.text
FROM pg_catalog.pg_extension e
JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
WHERE e.extname = 'pg_stat_statements'
