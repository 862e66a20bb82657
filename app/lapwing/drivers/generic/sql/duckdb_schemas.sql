-- Schemas of the current database and of the session's temporary tables; the server's own are in the database "system".
SELECT schema_name, schema_name = current_schema(), database_name = 'system'
FROM duckdb_schemas()
WHERE database_name = current_database()
   OR (database_name = 'system' AND schema_name IN ('information_schema', 'pg_catalog'))
