-- Tables, views and their like in one schema, or only the one of that exact name. Takes no lock.
-- A name is compared as text: as a name, a longer one would be cut to 63 bytes first.
-- $1 schema, $2 relation, or NULL for all
SELECT c.oid,
       c.relname,
       c.relkind,
       c.relispartition,
       c.relpersistence,
       c.reltuples::pg_catalog.int8,
       c.relpages,
       p.partstrat,
       s.srvname,
       (SELECT pg_catalog.string_agg(
                   CASE WHEN above.relnamespace = c.relnamespace THEN above.relname::pg_catalog.text
                        ELSE (SELECT m.nspname FROM pg_catalog.pg_namespace m WHERE m.oid = above.relnamespace) || '.' || above.relname END,
                   ', ' ORDER BY i.inhseqno)
        FROM pg_catalog.pg_inherits i
        JOIN pg_catalog.pg_class above ON above.oid = i.inhparent
        WHERE i.inhrelid = c.oid),
       d.description,
       -- pages as of the last VACUUM, ANALYZE or CREATE INDEX: files are looked at only for a single relation's properties
       CASE WHEN c.relkind IN ('r', 'm', 't') AND c.relpages > 0 THEN
            (c.relpages + coalesce(large.relpages, 0) + coalesce(keyed.pages, 0))
            * pg_catalog.current_setting('block_size')::pg_catalog.int8 END,
       (SELECT pg_catalog.json_agg(pg_catalog.json_build_array(m.nspname, above.relname) ORDER BY i.inhseqno)
        FROM pg_catalog.pg_inherits i
        JOIN pg_catalog.pg_class above ON above.oid = i.inhparent
        JOIN pg_catalog.pg_namespace m ON m.oid = above.relnamespace
        WHERE i.inhrelid = c.oid)
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_class large ON large.oid = c.reltoastrelid
LEFT JOIN (SELECT x.indrelid, pg_catalog.sum(made.relpages) AS pages
           FROM pg_catalog.pg_index x
           JOIN pg_catalog.pg_class made ON made.oid = x.indexrelid
           WHERE $2::pg_catalog.text IS NULL
              OR x.indrelid = ANY (ARRAY(SELECT one.oid FROM pg_catalog.pg_class one
                                         WHERE one.relname = $2::pg_catalog.text))
           GROUP BY x.indrelid) keyed ON keyed.indrelid = c.oid
LEFT JOIN pg_catalog.pg_description d ON d.objoid = c.oid AND d.objsubid = 0
     AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
LEFT JOIN pg_catalog.pg_partitioned_table p ON p.partrelid = c.oid
LEFT JOIN pg_catalog.pg_foreign_table f ON f.ftrelid = c.oid
LEFT JOIN pg_catalog.pg_foreign_server s ON s.oid = f.ftserver
WHERE n.nspname = $1::pg_catalog.text
  AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND ($2::pg_catalog.text IS NULL OR c.relname = $2::pg_catalog.text)
