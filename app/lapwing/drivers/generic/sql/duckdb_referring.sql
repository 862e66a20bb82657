-- Foreign keys to one table; columns as lists.
-- :schema, :name
SELECT constraint_name, constraint_column_names, table_name, referenced_column_names
FROM duckdb_constraints()
WHERE schema_name = :schema AND referenced_table = :name AND database_name IN (current_database(), 'temp')
  AND constraint_type = 'FOREIGN KEY'
ORDER BY table_name, constraint_index
