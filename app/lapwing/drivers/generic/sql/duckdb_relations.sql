-- Tables and views of one schema, or only the one of that name. Estimates are DuckDB's own counts.
-- :schema, :name or NULL for all
SELECT table_name, 'table', estimated_size, temporary, sql
FROM duckdb_tables()
WHERE (database_name = current_database() OR temporary) AND schema_name = :schema
  AND (CAST(:name AS VARCHAR) IS NULL OR table_name = :name)
UNION ALL
SELECT view_name, 'view', NULL, temporary, sql
FROM duckdb_views()
WHERE schema_name = :schema AND (CAST(:name AS VARCHAR) IS NULL OR view_name = :name)
  AND (database_name = current_database() OR (internal AND database_name = 'system' AND schema_name <> 'main')
       OR (temporary AND NOT internal))
