-- Indexes whose columns another index of the same table begins with, in the same order, of the same method, with the same
-- operator classes, collations and condition. No table is opened. What is not unique and excludes nothing belongs to no
-- constraint.
SELECT n.nspname, c.relname, tn.nspname, t.relname, oc.relname,
    (c.relpages::pg_catalog.int8 * pg_catalog.current_setting('block_size')::pg_catalog.int8)::pg_catalog.text,
    (i.indkey = o.indkey)::pg_catalog.text
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
JOIN pg_catalog.pg_index o ON o.indrelid = i.indrelid AND o.indexrelid <> i.indexrelid AND o.indisvalid
JOIN pg_catalog.pg_class oc ON oc.oid = o.indexrelid AND oc.relam = c.relam
WHERE i.indisvalid AND c.relkind = 'i' AND NOT i.indisunique AND NOT i.indisexclusion AND NOT i.indisclustered
  AND NOT i.indisreplident AND i.indexprs IS NULL AND o.indexprs IS NULL
  AND i.indpred IS NOT DISTINCT FROM o.indpred
  AND NOT c.relispartition AND t.relpersistence <> 't'
  AND (i.indnkeyatts = o.indnkeyatts OR oc.relam = (SELECT a.oid FROM pg_catalog.pg_am a WHERE a.amname = 'btree'))
  AND i.indnkeyatts <= o.indnkeyatts
  AND (i.indnkeyatts = i.indnatts OR i.indkey = o.indkey)
  AND (i.indkey::pg_catalog.int2[])[0:i.indnkeyatts - 1] = (o.indkey::pg_catalog.int2[])[0:i.indnkeyatts - 1]
  AND (i.indclass::pg_catalog.oid[])[0:i.indnkeyatts - 1] = (o.indclass::pg_catalog.oid[])[0:i.indnkeyatts - 1]
  AND (i.indcollation::pg_catalog.oid[])[0:i.indnkeyatts - 1] = (o.indcollation::pg_catalog.oid[])[0:i.indnkeyatts - 1]
  AND (i.indoption::pg_catalog.int2[])[0:i.indnkeyatts - 1] = (o.indoption::pg_catalog.int2[])[0:i.indnkeyatts - 1]
  AND (i.indkey <> o.indkey OR o.indisunique OR i.indexrelid > o.indexrelid)
ORDER BY c.relpages DESC, n.nspname, c.relname LIMIT 200
