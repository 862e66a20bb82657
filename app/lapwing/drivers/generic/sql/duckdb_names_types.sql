-- Types that were made in the current database.
SELECT schema_name, type_name, CASE WHEN logical_type = 'ENUM' THEN 'enum' ELSE 'domain' END
FROM duckdb_types()
WHERE NOT internal AND database_name IN (current_database(), 'temp')
ORDER BY schema_name, type_name
