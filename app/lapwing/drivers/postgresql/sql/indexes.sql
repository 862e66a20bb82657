-- Indexes of one relation, and of each its key columns: name (NULL for an expression) and options (1 descending,
-- 2 nulls first; src/include/catalog/pg_index.h).
-- $1 relation's oid
SELECT i.indexrelid,
       c.relname,
       pg_catalog.quote_ident(c.relname),
       i.indisunique,
       i.indpred IS NOT NULL,
       (SELECT k.contype FROM pg_catalog.pg_constraint k
        WHERE k.conindid = i.indexrelid AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u', 'x') LIMIT 1),
       c.relispartition,
       (SELECT pg_catalog.json_agg(pg_catalog.json_build_array(a.attname, i.indoption[place]) ORDER BY place)
        FROM pg_catalog.generate_series(0, i.indnkeyatts - 1) AS place
        LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[place]
             AND i.indkey[place] <> 0)
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
WHERE i.indrelid = $1::pg_catalog.oid AND i.indislive
ORDER BY c.relname
