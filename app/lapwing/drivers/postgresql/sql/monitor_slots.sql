-- What replication slots keep from being removed.
WITH every AS MATERIALIZED (
    SELECT s.slot_name::pg_catalog.text AS name, s.active,
           pg_catalog.pg_wal_lsn_diff(
               CASE WHEN pg_catalog.pg_is_in_recovery()
                    THEN pg_catalog.pg_last_wal_receive_lsn() ELSE pg_catalog.pg_current_wal_lsn() END,
               s.restart_lsn) AS retained,
           greatest(pg_catalog.age(s.xmin), pg_catalog.age(s.catalog_xmin)) AS age
    FROM pg_catalog.pg_replication_slots s
)
SELECT 'slot_retained'::pg_catalog.text, name, greatest(retained, 0)::pg_catalog.text FROM every WHERE retained IS NOT NULL
UNION ALL
SELECT 'slots_inactive', NULL, pg_catalog.count(*) FILTER (WHERE NOT active)::pg_catalog.text FROM every
UNION ALL
SELECT 'oldest_snapshot_age', 'slot', pg_catalog.max(age)::pg_catalog.text FROM every
