-- Foreign keys of one relation (true) and those to it (false), one row a column: the key's oid and name, the column here,
-- and schema, table and column there. Partitions have copies of a key; of those, only the topmost is told.
-- $1 schema, $2 relation
WITH relation AS (
    SELECT c.oid FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = $1 AND c.relname = $2
),
keys AS (
    SELECT true AS is_own, k.oid, k.conname, k.conrelid AS here, k.conkey AS own, k.confrelid AS there,
           k.confkey AS others
    FROM pg_catalog.pg_constraint k JOIN relation r ON r.oid = k.conrelid
    WHERE k.contype = 'f'
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint above
                      WHERE above.oid = k.conparentid AND above.conrelid = k.conrelid)
    UNION ALL
    SELECT false, k.oid, k.conname, k.confrelid, k.confkey, k.conrelid, k.conkey
    FROM pg_catalog.pg_constraint k JOIN relation r ON r.oid = k.confrelid
    WHERE k.contype = 'f'
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint above
                      WHERE above.oid = k.conparentid AND above.confrelid = k.confrelid)
)
SELECT k.is_own, k.oid, k.conname, here.attname, n.nspname, c.relname, there.attname
FROM keys k
CROSS JOIN pg_catalog.generate_subscripts(k.own, 1) AS place
JOIN pg_catalog.pg_attribute here ON here.attrelid = k.here AND here.attnum = k.own[place]
JOIN pg_catalog.pg_attribute there ON there.attrelid = k.there AND there.attnum = k.others[place]
JOIN pg_catalog.pg_class c ON c.oid = k.there
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
ORDER BY k.conname, k.oid, place
