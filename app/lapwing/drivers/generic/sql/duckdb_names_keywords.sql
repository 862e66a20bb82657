-- The server's own words.
SELECT upper(keyword_name) FROM duckdb_keywords()
