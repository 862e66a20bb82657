-- What all databases have done. Shared catalogues, whose figures have the oid 0, are left out: our own queries read them.
WITH every AS MATERIALIZED (
    SELECT * FROM pg_catalog.pg_stat_database s WHERE s.datid <> 0
),
total AS (
    SELECT pg_catalog.sum(s.xact_commit) AS commits,
           pg_catalog.sum(s.xact_rollback) AS rollbacks,
           pg_catalog.sum(s.tup_inserted) AS inserted,
           pg_catalog.sum(s.tup_updated) AS updated,
           pg_catalog.sum(s.tup_deleted) AS deleted,
           pg_catalog.sum(s.tup_returned) AS returned,
           pg_catalog.sum(s.tup_fetched) AS fetched,
           pg_catalog.sum(s.blks_hit) AS hit,
           pg_catalog.sum(s.blks_read) AS read,
           pg_catalog.sum(s.blk_read_time) AS read_time,
           pg_catalog.sum(s.blk_write_time) AS write_time,
           pg_catalog.sum(s.temp_files) AS files,
           pg_catalog.sum(s.temp_bytes) AS bytes,
           pg_catalog.sum(s.deadlocks) AS deadlocks,
           pg_catalog.string_agg(s.stats_reset::pg_catalog.text, ' ' ORDER BY s.datid) AS reset
    FROM every s
)
SELECT v.name, v.label, v.value::pg_catalog.text
FROM total t
CROSS JOIN LATERAL (VALUES
    ('commits', NULL::pg_catalog.text, t.commits),
    ('rollbacks', NULL, t.rollbacks),
    ('transactions', 'commit', t.commits),
    ('transactions', 'rollback', t.rollbacks),
    ('rows_written', 'insert', t.inserted),
    ('rows_written', 'update', t.updated),
    ('rows_written', 'delete', t.deleted),
    ('rows_read', NULL, t.returned),
    ('rows_fetched', NULL, t.fetched),
    ('blocks_hit', NULL, t.hit),
    ('blocks_read', NULL, t.read),
    ('blocks', 'cache', t.hit),
    ('blocks', 'disk', t.read),
    ('temporary_files', NULL, t.files),
    ('temporary_bytes', NULL, t.bytes),
    ('deadlocks', NULL, t.deadlocks)
) v(name, label, value)
UNION ALL
SELECT v.name, v.label, v.value
FROM total t
CROSS JOIN LATERAL (VALUES
    ('block_time', 'read', t.read_time::pg_catalog.text),
    ('block_time', 'write', t.write_time::pg_catalog.text),
    ('block_read_time', NULL, t.read_time::pg_catalog.text),
    ('@epoch', NULL, t.reset)
) v(name, label, value)
UNION ALL
SELECT 'database_transactions', s.datname::pg_catalog.text, (s.xact_commit + s.xact_rollback)::pg_catalog.text
FROM every s
