-- Publications of the database. $1 name, or NULL for all
SELECT p.oid, 'publication', NULL, p.pubname, NULL, NULL,
       pg_catalog.concat_ws(', ',
           CASE WHEN p.puballtables THEN 'all tables' END,
           CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
           CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END),
       (SELECT d.description FROM pg_catalog.pg_description d
        WHERE d.objoid = p.oid AND d.objsubid = 0 AND d.classoid = 'pg_catalog.pg_publication'::pg_catalog.regclass),
       NULL
FROM pg_catalog.pg_publication p
WHERE $1::pg_catalog.text IS NULL OR p.pubname = $1::pg_catalog.text
