-- What one schema has besides relations: kind, name, table, detail, comment and the statement that makes it. Parameters
-- of macros are told without their defaults.
-- :schema
SELECT 'index', index_name, table_name, CASE WHEN is_unique THEN 'unique' ELSE '' END, comment, sql
FROM duckdb_indexes()
WHERE schema_name = :schema AND database_name IN (current_database(), 'temp')
UNION ALL
SELECT 'sequence', sequence_name, '', concat('from ', start_value, ' by ', increment_by), comment, sql
FROM duckdb_sequences()
WHERE schema_name = :schema AND database_name IN (current_database(), 'temp')
UNION ALL
SELECT 'function', function_name, '',
       concat(CASE function_type WHEN 'table_macro' THEN 'table macro' ELSE 'macro' END, ' (', array_to_string(parameters, ', '), ')'),
       comment,
       concat('CREATE MACRO "', replace(schema_name, '"', '""'), '"."', replace(function_name, '"', '""'), '"(',
              array_to_string(parameters, ', '), ') AS ', CASE function_type WHEN 'table_macro' THEN 'TABLE ' ELSE '' END,
              macro_definition)
FROM duckdb_functions()
WHERE schema_name = :schema AND NOT internal AND function_type IN ('macro', 'table_macro')
  AND database_name IN (current_database(), 'temp')
UNION ALL
SELECT CASE logical_type WHEN 'ENUM' THEN 'enum' ELSE 'type' END, type_name, '',
       CASE logical_type WHEN 'ENUM' THEN array_to_string(labels, ', ') ELSE logical_type END, comment,
       CASE logical_type WHEN 'ENUM'
            THEN concat('CREATE TYPE "', replace(schema_name, '"', '""'), '"."', replace(type_name, '"', '""'), '" AS ENUM (''',
                        array_to_string(list_transform(labels, lambda label: replace(label, '''', '''''')), ''', '''), ''')')
            ELSE '' END
FROM duckdb_types()
WHERE schema_name = :schema AND NOT internal AND database_name IN (current_database(), 'temp')
ORDER BY ALL
