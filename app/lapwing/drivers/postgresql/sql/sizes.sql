-- Bytes of one relation by looking at its files, which takes locks. {guard} is put in by the caller.
-- $1 relation's oid
WITH read_with_lock AS MATERIALIZED (
    SELECT $1::pg_catalog.oid AS relation
    UNION SELECT i.indexrelid FROM pg_catalog.pg_index i WHERE i.indrelid = $1::pg_catalog.oid
),
{guard}
SELECT 'size of rows', NULL, pg_catalog.pg_relation_size(oid)::pg_catalog.text FROM free
UNION ALL
SELECT 'size with large values', NULL, pg_catalog.pg_table_size(oid)::pg_catalog.text FROM free
UNION ALL
SELECT 'size of indexes', NULL, pg_catalog.pg_indexes_size(oid)::pg_catalog.text FROM free
UNION ALL
SELECT 'total size', NULL, pg_catalog.pg_total_relation_size(oid)::pg_catalog.text FROM free
