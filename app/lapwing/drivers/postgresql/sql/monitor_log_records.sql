-- What was written to the write-ahead log. From version 14.
SELECT v.name, v.label, v.value
FROM pg_catalog.pg_stat_wal s
CROSS JOIN LATERAL (VALUES
    ('log_records', NULL::pg_catalog.text, s.wal_records::pg_catalog.text),
    ('log_full_pages', NULL, s.wal_fpi::pg_catalog.text),
    ('log_buffers_full', NULL, s.wal_buffers_full::pg_catalog.text),
    ('@epoch', NULL, s.stats_reset::pg_catalog.text)
) v(name, label, value)
