-- The texts of shapes of statements, which the server keeps in a file. Those of a database in another encoding than ours
-- may be no text here: whatever looks at their characters may fail on them, so that long ones are left out.
SELECT s.queryid::pg_catalog.text, (pg_catalog.array_agg(
    CASE WHEN d.encoding = o.encoding THEN pg_catalog.left(s.query, 10000)
         WHEN pg_catalog.octet_length(s.query) <= 40000 THEN s.query
         ELSE '' END))[1]
FROM {schema}.pg_stat_statements(true) s
LEFT JOIN pg_catalog.pg_database d ON d.oid = s.dbid
CROSS JOIN (SELECT b.encoding FROM pg_catalog.pg_database b WHERE b.datname = pg_catalog.current_database()) o
WHERE s.queryid = ANY ($1::pg_catalog.int8[])
GROUP BY s.queryid
