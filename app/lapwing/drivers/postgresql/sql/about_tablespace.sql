-- One tablespace and how much of this database lies there. $1 oid
SELECT 'ddl', NULL,
       'CREATE TABLESPACE ' || pg_catalog.quote_ident(s.spcname)
       || ' LOCATION ' || pg_catalog.quote_literal(pg_catalog.pg_tablespace_location(s.oid))
       || coalesce(' WITH (' || pg_catalog.array_to_string(s.spcoptions, ', ') || ')', '')
FROM pg_catalog.pg_tablespace s
WHERE s.oid = $1::pg_catalog.oid AND pg_catalog.pg_tablespace_location(s.oid) <> ''
UNION ALL
SELECT 'definition', 'location', nullif(pg_catalog.pg_tablespace_location($1::pg_catalog.oid), '')
UNION ALL
SELECT 'definition', 'relations of this database', pg_catalog.count(*)::pg_catalog.text
FROM pg_catalog.pg_class c WHERE c.reltablespace = $1::pg_catalog.oid
