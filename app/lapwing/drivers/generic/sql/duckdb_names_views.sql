-- Which of these are views.
SELECT CASE WHEN database_name IN (current_database(), 'temp', 'system') THEN schema_name ELSE database_name END,
       view_name,
       comment
FROM duckdb_views()
