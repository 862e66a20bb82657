-- Transactions that wait for COMMIT PREPARED.
SELECT v.name, v.label, v.value
FROM (
    SELECT pg_catalog.count(*) AS count,
           EXTRACT(epoch FROM pg_catalog.statement_timestamp() - pg_catalog.min(p.prepared)) AS age,
           pg_catalog.max(pg_catalog.age(p.transaction)) AS transactions
    FROM pg_catalog.pg_prepared_xacts p
) t
CROSS JOIN LATERAL (VALUES
    ('prepared_transactions', NULL::pg_catalog.text, t.count::pg_catalog.text),
    ('oldest_prepared_transaction', NULL, coalesce(t.age, 0)::pg_catalog.text),
    ('oldest_snapshot_age', 'prepared transaction', t.transactions::pg_catalog.text)
) v(name, label, value)
