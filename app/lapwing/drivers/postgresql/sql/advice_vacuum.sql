-- Tables with many dead rows, or that were changed much since their statistics were taken.
SELECT s.schemaname, s.relname, s.n_dead_tup::pg_catalog.text, s.n_live_tup::pg_catalog.text,
    coalesce(pg_catalog.to_char(greatest(s.last_vacuum, s.last_autovacuum), 'YYYY-MM-DD HH24:MI'), ''),
    s.n_mod_since_analyze::pg_catalog.text,
    (c.relpages::pg_catalog.int8 * pg_catalog.current_setting('block_size')::pg_catalog.int8)::pg_catalog.text,
    coalesce((SELECT o.option_value FROM pg_catalog.pg_options_to_table(c.reloptions) o
              WHERE o.option_name = 'autovacuum_enabled'), '')
FROM pg_catalog.pg_stat_user_tables s
JOIN pg_catalog.pg_class c ON c.oid = s.relid
WHERE c.relpersistence <> 't' AND (s.n_dead_tup >= 10000 AND s.n_dead_tup > s.n_live_tup / 5
   OR s.n_live_tup >= 10000 AND s.n_mod_since_analyze > s.n_live_tup / 2)
ORDER BY s.n_dead_tup DESC LIMIT 100
