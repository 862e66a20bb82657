-- Event triggers of the database. $1 name, or NULL for all
SELECT e.oid, 'event trigger', NULL, e.evtname, NULL, NULL,
       pg_catalog.concat_ws(' ', 'ON', e.evtevent,
           CASE e.evtenabled WHEN 'D' THEN '(disabled)' WHEN 'A' THEN '(always)' WHEN 'R' THEN '(replica)' END),
       (SELECT d.description FROM pg_catalog.pg_description d
        WHERE d.objoid = e.oid AND d.objsubid = 0 AND d.classoid = 'pg_catalog.pg_event_trigger'::pg_catalog.regclass),
       NULL
FROM pg_catalog.pg_event_trigger e
WHERE $1::pg_catalog.text IS NULL OR e.evtname = $1::pg_catalog.text
