-- Sequences of one schema.
-- $1 schema, $2 name, or NULL for all
SELECT c.oid, 'sequence', n.nspname, c.relname, NULL, NULL,
       pg_catalog.concat_ws(', ',
           pg_catalog.format_type(s.seqtypid, NULL),
           (SELECT CASE WHEN d.deptype = 'i' THEN 'identity of ' ELSE 'owned by ' END || owner.relname || '.' || a.attname
            FROM pg_catalog.pg_depend d
            JOIN pg_catalog.pg_class owner ON owner.oid = d.refobjid
            JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
              AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype IN ('a', 'i') LIMIT 1)),
       (SELECT d.description FROM pg_catalog.pg_description d
        WHERE d.objoid = c.oid AND d.objsubid = 0 AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass),
       NULL
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_sequence s ON s.seqrelid = c.oid
WHERE n.nspname = $1::pg_catalog.text AND ($2::pg_catalog.text IS NULL OR c.relname = $2::pg_catalog.text)
