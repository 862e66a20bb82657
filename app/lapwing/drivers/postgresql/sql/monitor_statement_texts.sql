-- The texts of shapes of statements, which the server keeps in a file.
SELECT s.queryid::pg_catalog.text, max(pg_catalog.left(s.query, 10000))
FROM {schema}.pg_stat_statements(true) s
WHERE s.queryid = ANY ($1::pg_catalog.int8[])
GROUP BY s.queryid
