-- Indexes that are hardly ever used, since the statistics began. No table is opened. Primary keys, unique and excluding
-- indexes, which are those of constraints, and of what is partitioned do more than be looked into.
SELECT n.nspname, c.relname, tn.nspname, t.relname, s.idx_scan::pg_catalog.text,
    (c.relpages::pg_catalog.int8 * pg_catalog.current_setting('block_size')::pg_catalog.int8)::pg_catalog.text,
    coalesce(pg_catalog.to_char(d.stats_reset, 'YYYY-MM-DD'), ''),
    (u.n_tup_ins + u.n_tup_upd + u.n_tup_del)::pg_catalog.text
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
JOIN pg_catalog.pg_stat_user_indexes s ON s.indexrelid = i.indexrelid
JOIN pg_catalog.pg_stat_user_tables u ON u.relid = i.indrelid
JOIN pg_catalog.pg_stat_database d ON d.datname = pg_catalog.current_database()
WHERE s.idx_scan <= 50 AND NOT i.indisunique AND NOT i.indisexclusion AND i.indisvalid AND NOT i.indisclustered
  AND NOT i.indisreplident AND c.relkind = 'i' AND c.relpages >= 16 AND t.relpersistence <> 't'
  AND NOT c.relispartition
ORDER BY c.relpages DESC LIMIT 200
