-- Extensions that are here.
SELECT extension_name, concat(CASE WHEN loaded THEN 'loaded' ELSE 'installed' END, ', ', extension_version), description
FROM duckdb_extensions()
WHERE installed OR loaded
ORDER BY extension_name
