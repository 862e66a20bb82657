-- One collation. Columns differ from version to version: asked for by name. The rows of an encoding that is not this
-- database's have the same name.
-- $1 oid
SELECT 'ddl', NULL,
       'CREATE COLLATION ' || pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.collname) || ' ('
       || pg_catalog.concat_ws(', ',
              'PROVIDER = ' || CASE o.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END,
              CASE WHEN o.collprovider = 'c' AND o.collcollate IS DISTINCT FROM o.collctype
                   THEN 'LC_COLLATE = ' || pg_catalog.quote_literal(o.collcollate) || ', LC_CTYPE = '
                        || pg_catalog.quote_literal(o.collctype)
                   ELSE 'LOCALE = ' || pg_catalog.quote_literal(
                        coalesce(every.facts ->> 'colllocale', every.facts ->> 'colliculocale', o.collcollate)) END,
              CASE WHEN NOT o.collisdeterministic THEN 'DETERMINISTIC = false' END,
              'RULES = ' || pg_catalog.quote_literal(every.facts ->> 'collicurules')) || ')'
FROM pg_catalog.pg_collation o
CROSS JOIN LATERAL (SELECT pg_catalog.to_jsonb(o) AS facts) every
JOIN pg_catalog.pg_namespace n ON n.oid = o.collnamespace
WHERE o.oid = $1::pg_catalog.oid AND o.collprovider <> 'd'
UNION ALL
SELECT 'definition', 'version', o.collversion FROM pg_catalog.pg_collation o WHERE o.oid = $1::pg_catalog.oid
UNION ALL
SELECT 'definition', 'version of the system', pg_catalog.pg_collation_actual_version(o.oid)
FROM pg_catalog.pg_collation o WHERE o.oid = $1::pg_catalog.oid
