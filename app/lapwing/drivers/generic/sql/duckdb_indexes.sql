-- Indexes of one table that were created; those of keys have no name. Columns as they stand in SQL.
-- :schema, :name
SELECT index_name, is_unique, CAST(expressions AS VARCHAR[]), sql
FROM duckdb_indexes()
WHERE schema_name = :schema AND table_name = :name AND database_name IN (current_database(), 'temp')
ORDER BY index_name
