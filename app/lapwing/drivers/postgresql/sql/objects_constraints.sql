-- Constraints of the relations of one schema, or of one relation. Takes no lock.
-- $1 schema, $2 name, or NULL for all, $3 relation, or NULL for all
SELECT k.oid, 'constraint', n.nspname, k.conname, NULL, c.relname,
       CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' WHEN 'f' THEN 'foreign key' WHEN 'c' THEN 'check'
                      WHEN 'x' THEN 'exclusion' WHEN 'n' THEN 'not null' END
       || coalesce((SELECT ' (' || pg_catalog.string_agg(a.attname, ', ' ORDER BY keyed.place) || ')'
                    FROM pg_catalog.unnest(k.conkey) WITH ORDINALITY AS keyed(number, place)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = keyed.number), '')
       || CASE WHEN k.convalidated THEN '' ELSE ', not validated' END,
       (SELECT d.description FROM pg_catalog.pg_description d
        WHERE d.objoid = k.oid AND d.objsubid = 0 AND d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass),
       NULL
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = $1::pg_catalog.text AND k.contype <> 't'
  AND ($2::pg_catalog.text IS NULL OR k.conname = $2::pg_catalog.text)
  AND ($3::pg_catalog.text IS NULL OR c.relname = $3::pg_catalog.text)
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint above
                  WHERE above.oid = k.conparentid AND above.conrelid = k.conrelid)
