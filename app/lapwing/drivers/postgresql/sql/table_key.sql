-- The best key of one relation: of indexes that hold for every row, at once, and whose columns are never NULL, the
-- primary key or the shortest one. Rows of a table that others inherit from have none in common.
-- $1 schema, $2 relation
SELECT pg_catalog.json_agg(a.attname ORDER BY place)
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_index i ON i.indrelid = c.oid
CROSS JOIN pg_catalog.generate_series(0, i.indnkeyatts - 1) AS place
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[place]
WHERE n.nspname = $1 AND c.relname = $2
  AND i.indisunique AND i.indisvalid AND (i.indimmediate OR i.indisprimary)
  AND i.indpred IS NULL AND i.indexprs IS NULL
  AND (c.relkind = 'p' OR NOT EXISTS (SELECT FROM pg_catalog.pg_inherits h WHERE h.inhparent = c.oid))
GROUP BY i.indexrelid, i.indisprimary, i.indnkeyatts
HAVING pg_catalog.bool_and(a.attnotnull)
ORDER BY i.indisprimary DESC, i.indnkeyatts, i.indexrelid
LIMIT 1
