-- Collations of one schema that this database can use. Columns differ from version to version: asked by name.
-- $1 schema, $2 name, or NULL for all
SELECT o.oid, 'collation', n.nspname, o.collname, NULL, NULL,
       pg_catalog.concat_ws(', ',
           CASE o.collprovider WHEN 'i' THEN 'icu' WHEN 'c' THEN 'libc' WHEN 'b' THEN 'builtin' WHEN 'd' THEN 'default' END,
           coalesce(every.facts ->> 'colllocale', every.facts ->> 'colliculocale', every.facts ->> 'collcollate'),
           CASE WHEN NOT o.collisdeterministic THEN 'not deterministic' END),
       (SELECT d.description FROM pg_catalog.pg_description d
        WHERE d.objoid = o.oid AND d.objsubid = 0 AND d.classoid = 'pg_catalog.pg_collation'::pg_catalog.regclass),
       NULL
FROM pg_catalog.pg_collation o
CROSS JOIN LATERAL (SELECT pg_catalog.to_jsonb(o) AS facts) every
JOIN pg_catalog.pg_namespace n ON n.oid = o.collnamespace
WHERE n.nspname = $1::pg_catalog.text AND ($2::pg_catalog.text IS NULL OR o.collname = $2::pg_catalog.text)
