-- Subscriptions of the database, without their connection strings, which may hold passwords. $1 name, or NULL for all
SELECT s.oid, 'subscription', NULL, s.subname, NULL, NULL,
       CASE WHEN s.subenabled THEN 'enabled' ELSE 'disabled' END || ', '
       || pg_catalog.array_to_string(s.subpublications, ', '),
       (SELECT d.description FROM pg_catalog.pg_description d
        WHERE d.objoid = s.oid AND d.objsubid = 0 AND d.classoid = 'pg_catalog.pg_subscription'::pg_catalog.regclass),
       NULL
FROM pg_catalog.pg_subscription s
WHERE s.subdbid = (SELECT b.oid FROM pg_catalog.pg_database b WHERE b.datname = pg_catalog.current_database())
  AND ($1::pg_catalog.text IS NULL OR s.subname = $1::pg_catalog.text)
