-- Tables and views with their columns as lists: of the current database, of the session's temporary tables, of the
-- server itself, and of the main schema of each attached database, which is called by that database's name.
SELECT CASE WHEN database_name IN (current_database(), 'temp', 'system') THEN schema_name ELSE database_name END,
       table_name,
       list(column_name ORDER BY column_index),
       list(data_type ORDER BY column_index),
       list(comment ORDER BY column_index)
FROM duckdb_columns()
WHERE database_name IN (current_database(), 'system') OR (database_name = 'temp' AND NOT internal)
   OR (database_name <> 'temp' AND schema_name = 'main' AND NOT internal)
GROUP BY database_name, schema_name, table_name
ORDER BY 1, 2
