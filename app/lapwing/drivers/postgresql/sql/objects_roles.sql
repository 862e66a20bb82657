-- Roles of the server, without anything of their passwords. $1 name, or NULL for all
SELECT r.oid, 'role', NULL, r.rolname, NULL, NULL,
       pg_catalog.concat_ws(', ',
           CASE WHEN r.rolcanlogin THEN 'login' ELSE 'group' END,
           CASE WHEN r.rolsuper THEN 'superuser' END,
           CASE WHEN r.rolcreatedb THEN 'creates databases' END,
           CASE WHEN r.rolcreaterole THEN 'creates roles' END,
           CASE WHEN r.rolreplication THEN 'replication' END,
           CASE WHEN r.rolbypassrls THEN 'bypasses row security' END,
           CASE WHEN r.oid < 16384 AND r.rolname LIKE 'pg\_%' THEN 'predefined' END),
       pg_catalog.shobj_description(r.oid, 'pg_authid'),
       NULL
FROM pg_catalog.pg_roles r
WHERE $1::pg_catalog.text IS NULL OR r.rolname = $1::pg_catalog.text
