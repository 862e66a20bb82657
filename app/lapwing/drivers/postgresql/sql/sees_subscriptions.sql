-- Whether this account may ask for subscriptions by their oids: up to PostgreSQL 13, only superusers may. Asked first,
-- because an error would end a transaction that is open.
SELECT pg_catalog.has_column_privilege('pg_catalog.pg_subscription', 'oid', 'SELECT')
