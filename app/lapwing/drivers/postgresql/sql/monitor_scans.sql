-- How tables and indexes of this database are read. No table is opened.
SELECT v.name, v.label, v.value
FROM (
    SELECT pg_catalog.sum(pg_catalog.pg_stat_get_numscans(c.oid)) FILTER (WHERE c.relkind <> 'i') AS sequential,
           pg_catalog.sum(pg_catalog.pg_stat_get_numscans(c.oid)) FILTER (WHERE c.relkind = 'i') AS by_index,
           pg_catalog.sum(pg_catalog.pg_stat_get_blocks_hit(c.oid)) FILTER (WHERE c.relkind <> 'i') AS tables_hit,
           pg_catalog.sum(pg_catalog.pg_stat_get_blocks_fetched(c.oid)) FILTER (WHERE c.relkind <> 'i') AS tables_all,
           pg_catalog.sum(pg_catalog.pg_stat_get_blocks_hit(c.oid)) FILTER (WHERE c.relkind = 'i') AS indexes_hit,
           pg_catalog.sum(pg_catalog.pg_stat_get_blocks_fetched(c.oid)) FILTER (WHERE c.relkind = 'i') AS indexes_all
    FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'm', 'i') AND c.relpersistence <> 't'
      AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
) t
CROSS JOIN LATERAL (VALUES
    ('scans', 'sequential'::pg_catalog.text, coalesce(t.sequential, 0)::pg_catalog.text),
    ('scans', 'index', coalesce(t.by_index, 0)::pg_catalog.text),
    ('relation_blocks_hit', 'table', coalesce(t.tables_hit, 0)::pg_catalog.text),
    ('relation_blocks_all', 'table', coalesce(t.tables_all, 0)::pg_catalog.text),
    ('relation_blocks_hit', 'index', coalesce(t.indexes_hit, 0)::pg_catalog.text),
    ('relation_blocks_all', 'index', coalesce(t.indexes_all, 0)::pg_catalog.text)
) v(name, label, value)
UNION ALL
SELECT '@epoch', NULL, s.stats_reset::pg_catalog.text
FROM pg_catalog.pg_stat_database s
WHERE s.datname = pg_catalog.current_database()
