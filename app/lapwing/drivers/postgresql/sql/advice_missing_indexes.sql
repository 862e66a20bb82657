-- Large tables that are mostly read from end to end.
SELECT s.schemaname, s.relname, s.seq_scan::pg_catalog.text, coalesce(s.idx_scan, 0)::pg_catalog.text,
    s.n_live_tup::pg_catalog.text, (s.seq_tup_read / nullif(s.seq_scan, 0))::pg_catalog.text,
    (c.relpages::pg_catalog.int8 * pg_catalog.current_setting('block_size')::pg_catalog.int8)::pg_catalog.text
FROM pg_catalog.pg_stat_user_tables s
JOIN pg_catalog.pg_class c ON c.oid = s.relid
WHERE s.n_live_tup >= 10000 AND s.seq_scan >= 50 AND coalesce(s.idx_scan, 0) < 19 * s.seq_scan
  AND s.seq_tup_read / nullif(s.seq_scan, 0) > s.n_live_tup / 2
ORDER BY s.seq_tup_read DESC LIMIT 100
