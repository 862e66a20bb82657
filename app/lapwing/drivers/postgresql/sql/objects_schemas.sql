-- One schema. $1 name
SELECT n.oid, 'schema', NULL, n.nspname, NULL, NULL, pg_catalog.pg_get_userbyid(n.nspowner)::pg_catalog.text,
       (SELECT d.description FROM pg_catalog.pg_description d
        WHERE d.objoid = n.oid AND d.objsubid = 0 AND d.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass), NULL
FROM pg_catalog.pg_namespace n
WHERE $1::pg_catalog.text IS NULL OR n.nspname = $1::pg_catalog.text
