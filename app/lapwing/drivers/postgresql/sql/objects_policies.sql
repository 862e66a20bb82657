-- Row security policies of the relations of one schema, or of one relation.
-- $1 schema, $2 name, or NULL for all, $3 relation, or NULL for all
SELECT p.oid, 'policy', n.nspname, p.polname, NULL, c.relname,
       pg_catalog.concat_ws(' ',
           CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE'
                         ELSE 'ALL' END,
           CASE WHEN NOT p.polpermissive THEN 'restrictive' END,
           'to',
           (SELECT pg_catalog.string_agg(CASE WHEN every.role = 0 THEN 'PUBLIC'
                                              ELSE pg_catalog.pg_get_userbyid(every.role)::pg_catalog.text END, ', ')
            FROM pg_catalog.unnest(p.polroles) AS every(role))),
       (SELECT d.description FROM pg_catalog.pg_description d
        WHERE d.objoid = p.oid AND d.objsubid = 0 AND d.classoid = 'pg_catalog.pg_policy'::pg_catalog.regclass),
       NULL
FROM pg_catalog.pg_policy p
JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = $1::pg_catalog.text
  AND ($2::pg_catalog.text IS NULL OR p.polname = $2::pg_catalog.text)
  AND ($3::pg_catalog.text IS NULL OR c.relname = $3::pg_catalog.text)
