-- Schemas of the current database and the server's own, attached databases by their names, and the search path.
SELECT DISTINCT
       CASE WHEN database_name IN (current_database(), 'temp', 'system') THEN schema_name ELSE database_name END,
       current_schemas(true)
FROM duckdb_schemas()
WHERE database_name IN (current_database(), 'temp', 'system') OR schema_name = 'main'
ORDER BY 1
