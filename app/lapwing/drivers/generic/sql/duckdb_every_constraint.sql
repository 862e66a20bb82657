-- Constraints of one table with their text.
-- :schema, :name
SELECT constraint_name, lower(constraint_type), array_to_string(constraint_column_names, ', '), constraint_text
FROM duckdb_constraints()
WHERE schema_name = :schema AND table_name = :name AND database_name IN (current_database(), 'temp')
ORDER BY constraint_index
