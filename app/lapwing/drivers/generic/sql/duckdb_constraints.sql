-- Keys and conditions of one table; columns as lists.
-- :schema, :name
SELECT constraint_name, constraint_type, constraint_column_names, referenced_table, referenced_column_names, expression
FROM duckdb_constraints()
WHERE schema_name = :schema AND table_name = :name AND database_name IN (current_database(), 'temp')
  AND constraint_type IN ('PRIMARY KEY', 'FOREIGN KEY', 'UNIQUE', 'CHECK')
ORDER BY constraint_index
