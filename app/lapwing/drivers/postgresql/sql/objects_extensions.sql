-- Extensions of the database. $1 name, or NULL for all
SELECT e.oid, 'extension', NULL, e.extname, NULL, NULL,
       e.extversion || ', ' || n.nspname,
       (SELECT d.description FROM pg_catalog.pg_description d
        WHERE d.objoid = e.oid AND d.objsubid = 0 AND d.classoid = 'pg_catalog.pg_extension'::pg_catalog.regclass),
       NULL
FROM pg_catalog.pg_extension e
JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
WHERE $1::pg_catalog.text IS NULL OR e.extname = $1::pg_catalog.text
