-- What this connection knows besides what databases hold.
SELECT 'function', count(DISTINCT name) FROM pragma_function_list
UNION ALL SELECT 'collation', count(*) FROM pragma_collation_list
UNION ALL SELECT 'module', count(*) FROM pragma_module_list
