-- Schemas with their owners. Left out: where large values lie, and the temporary tables of other sessions.
SELECT n.nspname,
       pg_catalog.pg_get_userbyid(n.nspowner),
       n.nspname = pg_catalog.current_schema(),
       n.nspname IN ('pg_catalog', 'information_schema'),
       n.oid = pg_catalog.pg_my_temp_schema()
FROM pg_catalog.pg_namespace n
WHERE (n.nspname NOT LIKE 'pg\_toast%' AND n.nspname NOT LIKE 'pg\_temp\_%') OR n.oid = pg_catalog.pg_my_temp_schema()
