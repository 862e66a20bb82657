-- One subscription, without its connection string, which may hold a password. $1 oid
SELECT 'definition', every.fact, every.said
FROM (SELECT s.subenabled, s.subslotname, s.subsynccommit, s.subpublications FROM pg_catalog.pg_subscription s
      WHERE s.oid = $1::pg_catalog.oid) s
CROSS JOIN LATERAL (VALUES
    ('enabled', CASE WHEN s.subenabled THEN 'yes' ELSE 'no' END),
    ('publications', pg_catalog.array_to_string(s.subpublications, ', ')), ('slot', s.subslotname::pg_catalog.text),
    ('synchronous commit', s.subsynccommit)) every(fact, said)
UNION ALL
SELECT 'statistics', every.fact, every.said
FROM pg_catalog.pg_stat_subscription s
CROSS JOIN LATERAL (VALUES
    ('process', s.pid::pg_catalog.text), ('received', s.received_lsn::pg_catalog.text),
    ('last message', s.last_msg_receipt_time::pg_catalog.text)) every(fact, said)
WHERE s.subid = $1::pg_catalog.oid AND s.relid IS NULL
