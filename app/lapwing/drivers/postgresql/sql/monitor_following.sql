-- How far this standby is, and which statements had to give way to what it replays. Nothing on a primary.
SELECT v.name, v.label, v.value
FROM (
    SELECT pg_catalog.pg_last_wal_replay_lsn() AS replayed, pg_catalog.pg_last_wal_receive_lsn() AS received
    WHERE pg_catalog.pg_is_in_recovery()
) place
CROSS JOIN LATERAL (VALUES
    ('replication_lag', 'this server'::pg_catalog.text,
     CASE WHEN place.received IS NULL OR place.received > place.replayed
          THEN greatest(0, EXTRACT(epoch FROM
              pg_catalog.statement_timestamp() - pg_catalog.pg_last_xact_replay_timestamp()))
          ELSE 0 END::pg_catalog.text),
    ('replication_lag_bytes', 'this server',
     greatest(0, pg_catalog.pg_wal_lsn_diff(place.received, place.replayed))::pg_catalog.text)
) v(name, label, value)
UNION ALL
SELECT v.name, v.label, v.value::pg_catalog.text
FROM (
    SELECT pg_catalog.sum(s.confl_tablespace) AS tablespaces,
           pg_catalog.sum(s.confl_lock) AS locks,
           pg_catalog.sum(s.confl_snapshot) AS snapshots,
           pg_catalog.sum(s.confl_bufferpin) AS pins,
           pg_catalog.sum(s.confl_deadlock) AS deadlocks
    FROM pg_catalog.pg_stat_database_conflicts s
    WHERE pg_catalog.pg_is_in_recovery()
) t
CROSS JOIN LATERAL (VALUES
    ('conflicts', 'tablespace'::pg_catalog.text, t.tablespaces),
    ('conflicts', 'lock', t.locks),
    ('conflicts', 'snapshot', t.snapshots),
    ('conflicts', 'buffer pin', t.pins),
    ('conflicts', 'deadlock', t.deadlocks)
) v(name, label, value)
