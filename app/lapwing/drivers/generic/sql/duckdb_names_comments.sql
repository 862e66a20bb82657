-- What tables say of themselves.
SELECT CASE WHEN database_name IN (current_database(), 'temp') THEN schema_name ELSE database_name END,
       table_name,
       comment
FROM duckdb_tables()
WHERE comment IS NOT NULL
