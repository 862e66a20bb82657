-- Foreign data wrappers of the database. $1 name, or NULL for all
SELECT w.oid, 'foreign data wrapper', NULL, w.fdwname, NULL, NULL,
       pg_catalog.pg_get_userbyid(w.fdwowner)::pg_catalog.text,
       (SELECT d.description FROM pg_catalog.pg_description d
        WHERE d.objoid = w.oid AND d.objsubid = 0 AND d.classoid = 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass),
       NULL
FROM pg_catalog.pg_foreign_data_wrapper w
WHERE $1::pg_catalog.text IS NULL OR w.fdwname = $1::pg_catalog.text
