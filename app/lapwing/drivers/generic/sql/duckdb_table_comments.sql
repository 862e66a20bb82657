-- Comments on one relation and its columns; the relation's own has no name.
-- :schema, :name
SELECT '', comment FROM duckdb_tables()
WHERE schema_name = :schema AND table_name = :name AND database_name IN (current_database(), 'temp') AND comment IS NOT NULL
UNION ALL
SELECT '', comment FROM duckdb_views()
WHERE schema_name = :schema AND view_name = :name AND database_name IN (current_database(), 'temp') AND comment IS NOT NULL
UNION ALL
SELECT column_name, comment FROM duckdb_columns()
WHERE schema_name = :schema AND table_name = :name AND database_name IN (current_database(), 'temp') AND comment IS NOT NULL
