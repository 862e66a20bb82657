-- Indexes of one schema, or of one of its relations. Takes no lock, so expressions are not written out.
-- $1 schema, $2 name, or NULL for all, $3 relation, or NULL for all
SELECT c.oid, 'index', n.nspname, c.relname, NULL, t.relname,
       pg_catalog.concat_ws(', ',
           CASE WHEN i.indisprimary THEN 'primary key' WHEN i.indisunique THEN 'unique' END,
           am.amname,
           (SELECT '(' || pg_catalog.string_agg(coalesce(a.attname, '<expression>'), ', ' ORDER BY place) || ')'
            FROM pg_catalog.generate_series(0, i.indnkeyatts - 1) AS place
            LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[place]
                 AND i.indkey[place] <> 0),
           CASE WHEN i.indpred IS NOT NULL THEN 'partial' END,
           CASE WHEN NOT i.indisvalid THEN 'not valid' END),
       (SELECT d.description FROM pg_catalog.pg_description d
        WHERE d.objoid = c.oid AND d.objsubid = 0 AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass),
       CASE WHEN c.relpages > 0
            THEN c.relpages::pg_catalog.int8 * pg_catalog.current_setting('block_size')::pg_catalog.int8 END
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_am am ON am.oid = c.relam
WHERE n.nspname = $1::pg_catalog.text AND i.indislive
  AND ($2::pg_catalog.text IS NULL OR c.relname = $2::pg_catalog.text)
  AND ($3::pg_catalog.text IS NULL OR t.relname = $3::pg_catalog.text)
