-- One extension and what it brought. $1 oid
SELECT 'ddl', NULL,
       'CREATE EXTENSION ' || pg_catalog.quote_ident(e.extname) || ' WITH SCHEMA ' || pg_catalog.quote_ident(n.nspname)
       || ' VERSION ' || pg_catalog.quote_literal(e.extversion)
FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
WHERE e.oid = $1::pg_catalog.oid
UNION ALL
SELECT 'definition', every.fact, every.said
FROM pg_catalog.pg_extension e
JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
LEFT JOIN pg_catalog.pg_available_extensions a ON a.name = e.extname
CROSS JOIN LATERAL (VALUES
    ('version', e.extversion), ('version of the system', a.default_version), ('schema', n.nspname::pg_catalog.text),
    ('movable', CASE WHEN e.extrelocatable THEN 'yes' ELSE 'no' END)) every(fact, said)
WHERE e.oid = $1::pg_catalog.oid
