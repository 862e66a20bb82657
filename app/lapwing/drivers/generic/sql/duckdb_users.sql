-- What may use one relation of a schema: foreign keys that refer to it, and the statements of all views.
-- :schema, :name
SELECT 'table', table_name, constraint_text, ''
FROM duckdb_constraints()
WHERE schema_name = :schema AND referenced_table = :name AND table_name <> :name AND constraint_type = 'FOREIGN KEY'
  AND database_name IN (current_database(), 'temp')
UNION ALL
SELECT 'view', view_name, '', sql
FROM duckdb_views()
WHERE schema_name = :schema AND NOT internal AND database_name IN (current_database(), 'temp')
ORDER BY ALL
