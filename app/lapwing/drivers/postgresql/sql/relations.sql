-- Tables, views and their like in one schema, or only the one of that exact name. Takes no lock.
-- A name is compared as text: as a name, a longer one would be cut to 63 bytes first.
-- $1 schema, $2 relation, or NULL for all
WITH one AS MATERIALIZED (
    SELECT c.oid FROM pg_catalog.pg_class c WHERE c.relname = $2::pg_catalog.text
),
-- pages of indexes and of large values, as of the last VACUUM, ANALYZE or CREATE INDEX: files are looked at only for a
-- single relation's properties
others(owner, pages) AS MATERIALIZED (
    SELECT parts.owner, pg_catalog.sum(parts.pages)
    FROM (SELECT x.indrelid AS owner, made.relpages AS pages
          FROM pg_catalog.pg_index x
          JOIN pg_catalog.pg_class made ON made.oid = x.indexrelid
          WHERE $2::pg_catalog.text IS NULL OR x.indrelid = ANY (ARRAY(SELECT oid FROM one))
          UNION ALL
          SELECT c.oid, large.relpages
          FROM pg_catalog.pg_class c
          JOIN pg_catalog.pg_class large ON large.oid = c.reltoastrelid
          WHERE $2::pg_catalog.text IS NULL OR c.oid = ANY (ARRAY(SELECT oid FROM one))) parts
    GROUP BY parts.owner
),
parents(child, names) AS MATERIALIZED (
    SELECT i.inhrelid,
           pg_catalog.json_agg(pg_catalog.json_build_array(m.nspname, above.relname) ORDER BY i.inhseqno)
    FROM pg_catalog.pg_inherits i
    JOIN pg_catalog.pg_class above ON above.oid = i.inhparent
    JOIN pg_catalog.pg_namespace m ON m.oid = above.relnamespace
    WHERE $2::pg_catalog.text IS NULL OR i.inhrelid = ANY (ARRAY(SELECT oid FROM one))
    GROUP BY i.inhrelid
)
SELECT c.oid,
       c.relname,
       c.relkind,
       c.relispartition,
       c.relpersistence,
       c.reltuples::pg_catalog.int8,
       c.relpages,
       p.partstrat,
       s.srvname,
       parents.names,
       (SELECT d.description FROM pg_catalog.pg_description d
        WHERE d.objoid = c.oid AND d.objsubid = 0 AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass),
       CASE WHEN c.relkind IN ('r', 'm') AND c.relpages > 0 THEN
            (c.relpages + coalesce(others.pages, 0)) * pg_catalog.current_setting('block_size')::pg_catalog.int8 END
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN others ON others.owner = c.oid
LEFT JOIN parents ON parents.child = c.oid
LEFT JOIN pg_catalog.pg_partitioned_table p ON p.partrelid = c.oid
LEFT JOIN pg_catalog.pg_foreign_table f ON f.ftrelid = c.oid
LEFT JOIN pg_catalog.pg_foreign_server s ON s.oid = f.ftserver
WHERE n.nspname = $1::pg_catalog.text
  AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND ($2::pg_catalog.text IS NULL OR c.relname = $2::pg_catalog.text)
