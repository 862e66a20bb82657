-- How far transaction ids are from their end.
SELECT v.name, v.label, v.value
FROM (
    SELECT pg_catalog.max(pg_catalog.age(d.datfrozenxid)) AS age,
           pg_catalog.max(pg_catalog.mxid_age(d.datminmxid)) AS multixact_age
    FROM pg_catalog.pg_database d
) t
CROSS JOIN LATERAL (VALUES
    ('wraparound_left', NULL::pg_catalog.text, (2146483648 - t.age)::pg_catalog.text),
    ('multixact_left', NULL, (2146483648 - t.multixact_age)::pg_catalog.text),
    ('freeze_age', NULL, t.age::pg_catalog.text),
    ('freeze_age_max', NULL, pg_catalog.current_setting('autovacuum_freeze_max_age'))
) v(name, label, value)
