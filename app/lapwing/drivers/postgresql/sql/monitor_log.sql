-- Where the write-ahead log is; on a standby, how far it was received.
SELECT 'log_written'::pg_catalog.text, NULL::pg_catalog.text, pg_catalog.pg_wal_lsn_diff(
    CASE WHEN pg_catalog.pg_is_in_recovery()
         THEN coalesce(pg_catalog.pg_last_wal_receive_lsn(), pg_catalog.pg_last_wal_replay_lsn())
         ELSE pg_catalog.pg_current_wal_lsn() END,
    '0/0')::pg_catalog.text
