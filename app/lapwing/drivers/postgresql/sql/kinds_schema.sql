-- How many objects of each kind one schema has. What belongs to another object is not counted: rows and arrays of
-- types, and what the server makes for constraints.
-- $1 schema
WITH place AS MATERIALIZED (SELECT n.oid FROM pg_catalog.pg_namespace n WHERE n.nspname = $1::pg_catalog.text),
every AS (
    SELECT CASE WHEN c.relispartition AND c.relkind IN ('r', 'p') THEN 'partition'
                ELSE CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'table' WHEN 'v' THEN 'view'
                                    WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table'
                                    WHEN 'S' THEN 'sequence' WHEN 'i' THEN 'index' WHEN 'I' THEN 'index'
                                    WHEN 'c' THEN 'type' END END AS kind
    FROM pg_catalog.pg_class c WHERE c.relnamespace = (SELECT oid FROM place)
    UNION ALL
    SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END
    FROM pg_catalog.pg_proc p WHERE p.pronamespace = (SELECT oid FROM place)
    UNION ALL
    SELECT CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range type' ELSE 'type' END
    FROM pg_catalog.pg_type t
    WHERE t.typnamespace = (SELECT oid FROM place)
      AND (t.typtype IN ('e', 'd', 'r') OR t.typtype = 'b' AND t.typcategory <> 'A')
    UNION ALL
    SELECT 'collation' FROM pg_catalog.pg_collation o WHERE o.collnamespace = (SELECT oid FROM place)
    UNION ALL
    SELECT 'trigger' FROM pg_catalog.pg_trigger t
    JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = (SELECT oid FROM place)
      AND (NOT t.tgisinternal -- before PostgreSQL 15, what a partition has from its parent counts as internal
           OR t.tgparentid <> 0 AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                                                WHERE k.oid = t.tgconstraint AND k.contype = 'f'))
)
SELECT kind, pg_catalog.count(*) FROM every WHERE kind IS NOT NULL GROUP BY kind
