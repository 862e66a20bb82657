-- Partitions of a relation, and tables that inherit from it, wherever they lie.
-- $1 schema, $2 relation
SELECT m.nspname, c.relname
FROM pg_catalog.pg_inherits i
JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
JOIN pg_catalog.pg_namespace m ON m.oid = c.relnamespace
JOIN pg_catalog.pg_class above ON above.oid = i.inhparent
JOIN pg_catalog.pg_namespace n ON n.oid = above.relnamespace
WHERE n.nspname = $1::pg_catalog.text AND above.relname = $2::pg_catalog.text
