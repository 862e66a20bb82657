-- Foreign keys, columns as JSON lists. A key to a partitioned table has one more for each partition: not these.
SELECT n.nspname,
       c.relname,
       (SELECT pg_catalog.json_agg(a.attname ORDER BY place)
        FROM pg_catalog.unnest(k.conkey) WITH ORDINALITY AS own(number, place)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = own.number),
       tn.nspname,
       t.relname,
       (SELECT pg_catalog.json_agg(a.attname ORDER BY place)
        FROM pg_catalog.unnest(k.confkey) WITH ORDINALITY AS theirs(number, place)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = theirs.number)
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_class t ON t.oid = k.confrelid
JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
WHERE k.contype = 'f'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint above
                  WHERE above.oid = k.conparentid AND above.conrelid = k.conrelid)
  AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
  AND pg_catalog.has_schema_privilege(tn.oid, 'USAGE')
ORDER BY n.nspname, c.relname, k.conname
