-- Tables whose oldest row is near the end of transaction ids. No table is opened.
-- Nobody but its session can do something about a temporary one.
SELECT n.nspname, c.relname, greatest(pg_catalog.age(c.relfrozenxid), pg_catalog.age(t.relfrozenxid))::pg_catalog.text,
    pg_catalog.current_setting('autovacuum_freeze_max_age'),
    (c.relpages::pg_catalog.int8 * pg_catalog.current_setting('block_size')::pg_catalog.int8)::pg_catalog.text
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_class t ON t.oid = c.reltoastrelid
WHERE c.relkind IN ('r', 'm') AND c.relpersistence <> 't' AND c.relfrozenxid <> 0
  AND greatest(pg_catalog.age(c.relfrozenxid), pg_catalog.age(t.relfrozenxid))
      > pg_catalog.current_setting('autovacuum_freeze_max_age')::pg_catalog.int8 * 3 / 2
ORDER BY greatest(pg_catalog.age(c.relfrozenxid), pg_catalog.age(t.relfrozenxid)) DESC LIMIT 50
