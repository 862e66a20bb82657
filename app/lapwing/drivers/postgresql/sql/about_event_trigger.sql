-- One event trigger. $1 oid
SELECT 'ddl', NULL,
       'CREATE EVENT TRIGGER ' || pg_catalog.quote_ident(e.evtname) || ' ON ' || pg_catalog.quote_ident(e.evtevent)
       || coalesce((SELECT E'\n    WHEN TAG IN (' || pg_catalog.string_agg(pg_catalog.quote_literal(tag), ', ') || ')'
                    FROM pg_catalog.unnest(e.evttags) AS tag), '')
       || E'\n    EXECUTE FUNCTION ' || e.evtfoid::pg_catalog.regproc || '()'
FROM pg_catalog.pg_event_trigger e WHERE e.oid = $1::pg_catalog.oid
UNION ALL
SELECT 'ddl', NULL,
       'ALTER EVENT TRIGGER ' || pg_catalog.quote_ident(e.evtname)
       || CASE e.evtenabled WHEN 'D' THEN ' DISABLE' WHEN 'R' THEN ' ENABLE REPLICA' ELSE ' ENABLE ALWAYS' END
FROM pg_catalog.pg_event_trigger e WHERE e.oid = $1::pg_catalog.oid AND e.evtenabled <> 'O'
UNION ALL
SELECT 'definition', every.fact, every.said
FROM pg_catalog.pg_event_trigger e
CROSS JOIN LATERAL (VALUES
    ('event', e.evtevent::pg_catalog.text), ('function', e.evtfoid::pg_catalog.regproc::pg_catalog.text),
    ('enabled', CASE e.evtenabled WHEN 'O' THEN 'yes' WHEN 'D' THEN 'no' WHEN 'R' THEN 'replica' ELSE 'always' END),
    ('tags', pg_catalog.array_to_string(e.evttags, ', '))) every(fact, said)
WHERE e.oid = $1::pg_catalog.oid
