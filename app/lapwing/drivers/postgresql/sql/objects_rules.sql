-- Rules of the relations of one schema, or of one relation; those that make a view are left out.
-- $1 schema, $2 name, or NULL for all, $3 relation, or NULL for all
SELECT r.oid, 'rule', n.nspname, r.rulename, NULL, c.relname,
       pg_catalog.concat_ws(' ',
           'ON',
           CASE r.ev_type WHEN '1' THEN 'SELECT' WHEN '2' THEN 'UPDATE' WHEN '3' THEN 'INSERT' WHEN '4' THEN 'DELETE' END,
           CASE WHEN r.is_instead THEN 'INSTEAD' END,
           CASE WHEN r.ev_enabled = 'D' THEN '(disabled)' END),
       (SELECT d.description FROM pg_catalog.pg_description d
        WHERE d.objoid = r.oid AND d.objsubid = 0 AND d.classoid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass),
       NULL
FROM pg_catalog.pg_rewrite r
JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = $1::pg_catalog.text AND r.rulename <> '_RETURN'
  AND ($2::pg_catalog.text IS NULL OR r.rulename = $2::pg_catalog.text)
  AND ($3::pg_catalog.text IS NULL OR c.relname = $3::pg_catalog.text)
