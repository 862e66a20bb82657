-- Foreign keys of the current database; they do not leave their schema. Columns as lists.
SELECT schema_name, table_name, constraint_column_names, referenced_table, referenced_column_names
FROM duckdb_constraints()
WHERE constraint_type = 'FOREIGN KEY' AND database_name IN (current_database(), 'temp')
ORDER BY schema_name, table_name, constraint_index
