-- What the server is and how it is set. Names with @ are facts, no readings.
SELECT v.name, v.label, v.value
FROM (VALUES
    ('@epoch', NULL::pg_catalog.text, pg_catalog.pg_postmaster_start_time()::pg_catalog.text),
    ('@started', NULL, EXTRACT(epoch FROM pg_catalog.pg_postmaster_start_time())::pg_catalog.text),
    ('@standby', NULL, pg_catalog.pg_is_in_recovery()::pg_catalog.text),
    ('@sees_all', NULL, pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE')::pg_catalog.text),
    ('@track_activities', NULL, pg_catalog.current_setting('track_activities')),
    ('@track_counts', NULL, pg_catalog.current_setting('track_counts')),
    ('@track_io_timing', NULL, pg_catalog.current_setting('track_io_timing')),
    ('@archive_mode', NULL, pg_catalog.current_setting('archive_mode')),
    ('uptime', NULL, EXTRACT(
        epoch FROM pg_catalog.statement_timestamp() - pg_catalog.pg_postmaster_start_time())::pg_catalog.text),
    ('connections_max', NULL, (
        pg_catalog.current_setting('max_connections')::pg_catalog.int4
        - pg_catalog.current_setting('superuser_reserved_connections')::pg_catalog.int4
        - coalesce(pg_catalog.current_setting('reserved_connections', true)::pg_catalog.int4, 0))::pg_catalog.text),
    ('autovacuum_workers_max', NULL, pg_catalog.current_setting('autovacuum_max_workers'))
) v(name, label, value)
