-- Foreign servers of the database. $1 name, or NULL for all
SELECT s.oid, 'foreign server', NULL, s.srvname, NULL, NULL,
       pg_catalog.concat_ws(', ', w.fdwname, s.srvtype, s.srvversion),
       (SELECT d.description FROM pg_catalog.pg_description d
        WHERE d.objoid = s.oid AND d.objsubid = 0 AND d.classoid = 'pg_catalog.pg_foreign_server'::pg_catalog.regclass),
       NULL
FROM pg_catalog.pg_foreign_server s
JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = s.srvfdw
WHERE $1::pg_catalog.text IS NULL OR s.srvname = $1::pg_catalog.text
