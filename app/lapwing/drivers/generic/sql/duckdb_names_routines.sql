-- Functions and macros. Those of the server stand in no schema that anybody writes.
SELECT CASE WHEN internal THEN '' ELSE schema_name END,
       function_name,
       function_type,
       parameters,
       parameter_types,
       varargs,
       return_type,
       description,
       internal
FROM duckdb_functions()
WHERE function_type <> 'pragma' AND regexp_full_match(function_name, '[A-Za-z][A-Za-z0-9_]*')
ORDER BY 1, 2
