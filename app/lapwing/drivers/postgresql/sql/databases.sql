-- Databases that this account may connect to. A size is told by looking at files: only where there are few databases.
SELECT d.datname,
       d.datname = pg_catalog.current_database(),
       CASE WHEN (SELECT pg_catalog.count(*) FROM pg_catalog.pg_database) <= 30
            THEN pg_catalog.pg_database_size(d.oid) END,
       pg_catalog.concat_ws(', ', pg_catalog.pg_get_userbyid(d.datdba), pg_catalog.pg_encoding_to_char(d.encoding),
                            CASE WHEN d.datistemplate THEN 'template' END),
       pg_catalog.shobj_description(d.oid, 'pg_database')
FROM pg_catalog.pg_database d
WHERE d.datallowconn AND pg_catalog.has_database_privilege(d.oid, 'CONNECT')
