-- How many objects of each kind the server has.
SELECT 'role', pg_catalog.count(*) FROM pg_catalog.pg_roles
UNION ALL
SELECT 'tablespace', pg_catalog.count(*) FROM pg_catalog.pg_tablespace
