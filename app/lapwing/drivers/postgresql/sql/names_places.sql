-- Schemas that this role may use, and in the first row's last cells what is of the whole server: the search path and
-- the server's own words, as JSON lists. Schemas of temporary tables show only where they are this session's own.
SELECT n.nspname,
       CASE WHEN pg_catalog.row_number() OVER (ORDER BY n.nspname) = 1
            THEN pg_catalog.array_to_json(pg_catalog.current_schemas(true)) END,
       CASE WHEN pg_catalog.row_number() OVER (ORDER BY n.nspname) = 1
            THEN (SELECT pg_catalog.json_agg(k.word) FROM pg_catalog.pg_get_keywords() k) END
FROM pg_catalog.pg_namespace n
WHERE pg_catalog.has_schema_privilege(n.oid, 'USAGE')
  AND n.nspname NOT LIKE 'pg\_toast%'
  AND (n.nspname NOT LIKE 'pg\_temp\_%' OR n.oid = pg_catalog.pg_my_temp_schema())
ORDER BY n.nspname
