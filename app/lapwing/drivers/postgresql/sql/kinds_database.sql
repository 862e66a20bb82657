-- How many objects of each kind the database has, besides those in schemas.
SELECT 'extension', pg_catalog.count(*) FROM pg_catalog.pg_extension
UNION ALL
SELECT 'foreign data wrapper', pg_catalog.count(*) FROM pg_catalog.pg_foreign_data_wrapper
UNION ALL
SELECT 'foreign server', pg_catalog.count(*) FROM pg_catalog.pg_foreign_server
UNION ALL
SELECT 'publication', pg_catalog.count(*) FROM pg_catalog.pg_publication
UNION ALL
SELECT 'subscription', pg_catalog.count(*) FROM pg_catalog.pg_subscription s
WHERE s.subdbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
  AND pg_catalog.has_column_privilege('pg_catalog.pg_subscription', 'oid', 'SELECT') -- up to 13, only superusers
UNION ALL
SELECT 'event trigger', pg_catalog.count(*) FROM pg_catalog.pg_event_trigger
