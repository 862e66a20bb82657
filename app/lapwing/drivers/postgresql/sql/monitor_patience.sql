-- Longer than half a second.
SELECT pg_catalog.pg_sleep(0.6)
