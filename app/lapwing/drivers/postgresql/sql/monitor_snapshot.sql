-- Has the collector write what it knows, and waits for it. Up to version 14.
SELECT pg_catalog.pg_stat_get_snapshot_timestamp()
