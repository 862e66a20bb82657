-- Who reads and writes tables and indexes. From version 18.
WITH every AS MATERIALIZED (
    SELECT s.backend_type,
           pg_catalog.sum(s.read_bytes) AS bytes_read,
           pg_catalog.sum(s.write_bytes) AS bytes_written,
           pg_catalog.max(s.stats_reset) AS reset
    FROM pg_catalog.pg_stat_io s
    WHERE s.object = 'relation' AND s.backend_type NOT IN ('standalone backend', 'slotsync worker')
    GROUP BY s.backend_type
)
SELECT 'io_read'::pg_catalog.text, backend_type::pg_catalog.text, bytes_read::pg_catalog.text FROM every
UNION ALL
SELECT 'io_written', backend_type, bytes_written::pg_catalog.text FROM every
UNION ALL
SELECT '@epoch', NULL, pg_catalog.max(reset)::pg_catalog.text FROM every
