-- Who receives the write-ahead log, and how far each is.
WITH place AS MATERIALIZED (
    SELECT CASE WHEN pg_catalog.pg_is_in_recovery()
                THEN pg_catalog.pg_last_wal_receive_lsn() ELSE pg_catalog.pg_current_wal_lsn() END AS lsn
),
every AS MATERIALIZED (
    SELECT CASE WHEN pg_catalog.count(*) OVER (PARTITION BY s.application_name) > 1
                THEN pg_catalog.concat_ws(' ', s.application_name, coalesce(pg_catalog.host(s.client_addr), ''), s.pid)
                ELSE s.application_name END AS name,
           s.replay_lag,
           greatest(pg_catalog.pg_wal_lsn_diff(place.lsn, s.replay_lsn), 0) AS lag_bytes
    FROM pg_catalog.pg_stat_replication s
    CROSS JOIN place
    WHERE s.state <> 'backup'
)
SELECT 'standbys'::pg_catalog.text, NULL::pg_catalog.text, pg_catalog.count(*)::pg_catalog.text FROM every
UNION ALL
SELECT 'replication_lag_bytes', name, lag_bytes::pg_catalog.text FROM every
UNION ALL
SELECT 'replication_lag', name,
       coalesce(EXTRACT(epoch FROM replay_lag), CASE WHEN lag_bytes = 0 THEN 0 END)::pg_catalog.text
FROM every
