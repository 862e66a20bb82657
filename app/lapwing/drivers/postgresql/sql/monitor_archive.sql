-- Files of the write-ahead log that were archived.
SELECT v.name, v.label, v.value
FROM pg_catalog.pg_stat_archiver s
CROSS JOIN LATERAL (VALUES
    ('log_archived', 'archived'::pg_catalog.text, s.archived_count::pg_catalog.text),
    ('log_archived', 'failed', s.failed_count::pg_catalog.text),
    ('log_archive_age', NULL, EXTRACT(
        epoch FROM pg_catalog.statement_timestamp() - s.last_archived_time)::pg_catalog.text),
    ('@epoch', NULL, s.stats_reset::pg_catalog.text)
) v(name, label, value)
WHERE pg_catalog.current_setting('archive_mode') <> 'off'
