-- All relations with their columns, one row each; those of schemas that this role may not use are left out, but for
-- temporary tables of this role's sessions: nobody has a right on their schemas.
-- Columns and their types are JSON lists, their comments a JSON object. Takes no lock; about 25 us a relation.
SELECT n.nspname,
       c.relname,
       c.relkind,
       c.relispartition,
       about.description,
       columns.names,
       columns.types,
       columns.comments
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_description about ON about.objoid = c.oid AND about.objsubid = 0
     AND about.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
LEFT JOIN (
    SELECT a.attrelid,
           pg_catalog.json_agg(a.attname ORDER BY a.attnum) AS names,
           pg_catalog.json_agg(pg_catalog.format_type(a.atttypid, a.atttypmod) ORDER BY a.attnum) AS types,
           pg_catalog.json_object_agg(a.attname, d.description) FILTER (WHERE d.description IS NOT NULL) AS comments
    FROM pg_catalog.pg_attribute a
    JOIN pg_catalog.pg_class r ON r.oid = a.attrelid AND r.relkind IN ('r', 'p', 'v', 'm', 'f')
    LEFT JOIN pg_catalog.pg_description d ON d.objoid = a.attrelid AND d.objsubid = a.attnum
         AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
    WHERE a.attnum > 0 AND NOT a.attisdropped
    GROUP BY a.attrelid
) columns ON columns.attrelid = c.oid
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND (pg_catalog.has_schema_privilege(n.oid, 'USAGE')
       OR (n.nspname LIKE 'pg\_temp\_%' AND pg_catalog.pg_has_role(c.relowner, 'USAGE')))
ORDER BY n.nspname, c.relname
