-- One database, also one that this session is not in. $1 name
SELECT b.oid, 'database', NULL, b.datname, NULL, NULL, pg_catalog.pg_get_userbyid(b.datdba)::pg_catalog.text,
       pg_catalog.shobj_description(b.oid, 'pg_database'),
       CASE WHEN pg_catalog.has_database_privilege(b.oid, 'CONNECT') THEN pg_catalog.pg_database_size(b.oid) END
FROM pg_catalog.pg_database b
WHERE $1::pg_catalog.text IS NULL OR b.datname = $1::pg_catalog.text
