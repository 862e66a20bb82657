-- One sequence. Its value takes a lock. {guard} is put in by the caller.
-- $1 oid
WITH read_with_lock AS MATERIALIZED (SELECT $1::pg_catalog.oid AS relation),
{guard}
SELECT 'ddl', NULL,
       'CREATE ' || CASE c.relpersistence WHEN 't' THEN 'TEMPORARY ' WHEN 'u' THEN 'UNLOGGED ' ELSE '' END || 'SEQUENCE '
       || pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)
       || ' AS ' || pg_catalog.format_type(s.seqtypid, NULL)
       || E'\n    INCREMENT BY ' || s.seqincrement || ' MINVALUE ' || s.seqmin || ' MAXVALUE ' || s.seqmax
       || E'\n    START WITH ' || s.seqstart || ' CACHE ' || s.seqcache || CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END
       || coalesce((SELECT E'\n    OWNED BY ' || pg_catalog.quote_ident(m.nspname) || '.'
                           || pg_catalog.quote_ident(owner.relname) || '.' || pg_catalog.quote_ident(a.attname)
                    FROM pg_catalog.pg_depend d
                    JOIN pg_catalog.pg_class owner ON owner.oid = d.refobjid
                    JOIN pg_catalog.pg_namespace m ON m.oid = owner.relnamespace
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                    WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
                      AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype = 'a'), '')
FROM pg_catalog.pg_sequence s
JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE s.seqrelid = $1::pg_catalog.oid
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'i')
UNION ALL
SELECT 'definition', 'last value', pg_catalog.pg_sequence_last_value(free.oid)::pg_catalog.text
FROM free WHERE pg_catalog.has_sequence_privilege(free.oid, 'SELECT, USAGE')
UNION ALL
SELECT 'definition', every.fact, every.said
FROM pg_catalog.pg_sequence s
CROSS JOIN LATERAL (VALUES
    ('type', pg_catalog.format_type(s.seqtypid, NULL)), ('start', s.seqstart::pg_catalog.text),
    ('increment', s.seqincrement::pg_catalog.text), ('minimum', s.seqmin::pg_catalog.text),
    ('maximum', s.seqmax::pg_catalog.text), ('cache', s.seqcache::pg_catalog.text),
    ('cycles', CASE WHEN s.seqcycle THEN 'yes' ELSE 'no' END)) every(fact, said)
WHERE s.seqrelid = $1::pg_catalog.oid
