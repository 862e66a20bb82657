-- Types that are not the server's own: domains, enums, ranges, composites that are no table's row, and base types.
SELECT n.nspname, t.typname, t.typtype
FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
  AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
  AND t.typtype IN ('b', 'c', 'd', 'e', 'm', 'r')
  AND t.typcategory <> 'A'
  AND (t.typrelid = 0 OR EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c'))
ORDER BY n.nspname, t.typname
