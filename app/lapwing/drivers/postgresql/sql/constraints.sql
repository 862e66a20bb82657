-- Constraints of one relation. The definitions of checks and exclusions need a lock (definitions.sql), the others none.
-- A foreign key to a partitioned table has a copy for each partition there; those are left out.
-- $1 relation's oid
SELECT k.oid,
       k.conname,
       pg_catalog.quote_ident(k.conname),
       k.contype,
       (SELECT pg_catalog.json_agg(a.attname ORDER BY keyed.place)
        FROM pg_catalog.unnest(k.conkey) WITH ORDINALITY AS keyed(number, place)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = keyed.number),
       CASE WHEN there.relnamespace = here.relnamespace THEN there.relname::pg_catalog.text
            ELSE (SELECT m.nspname FROM pg_catalog.pg_namespace m WHERE m.oid = there.relnamespace) || '.' || there.relname END,
       (SELECT pg_catalog.json_agg(a.attname ORDER BY keyed.place)
        FROM pg_catalog.unnest(k.confkey) WITH ORDINALITY AS keyed(number, place)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = keyed.number),
       k.confupdtype,
       k.confdeltype,
       k.conislocal AND k.conparentid = 0,
       CASE WHEN k.contype NOT IN ('c', 'x') THEN pg_catalog.pg_get_constraintdef(k.oid) END
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class here ON here.oid = k.conrelid
LEFT JOIN pg_catalog.pg_class there ON there.oid = k.confrelid
WHERE k.conrelid = $1::pg_catalog.oid
  AND k.contype <> 't'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint above
                  WHERE above.oid = k.conparentid AND above.conrelid = k.conrelid)
ORDER BY pg_catalog.strpos('pucxfn', k.contype::pg_catalog.text), k.conname
