-- Tablespaces of the server. $1 name, or NULL for all
SELECT s.oid, 'tablespace', NULL, s.spcname, NULL, NULL,
       pg_catalog.concat_ws(', ', pg_catalog.pg_get_userbyid(s.spcowner),
                            nullif(pg_catalog.pg_tablespace_location(s.oid), '')),
       pg_catalog.shobj_description(s.oid, 'pg_tablespace'),
       NULL
FROM pg_catalog.pg_tablespace s
WHERE $1::pg_catalog.text IS NULL OR s.spcname = $1::pg_catalog.text
