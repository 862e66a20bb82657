-- Databases that this account may connect to. Their sizes are told by their properties alone: the server looks at each
-- file for them, which takes most of a second at 20,000 tables.
SELECT d.datname,
       d.datname = pg_catalog.current_database(),
       NULL,
       pg_catalog.concat_ws(', ', pg_catalog.pg_get_userbyid(d.datdba), pg_catalog.pg_encoding_to_char(d.encoding),
                            CASE WHEN d.datistemplate THEN 'template' END),
       pg_catalog.shobj_description(d.oid, 'pg_database')
FROM pg_catalog.pg_database d
WHERE d.datallowconn AND pg_catalog.has_database_privilege(d.oid, 'CONNECT')
