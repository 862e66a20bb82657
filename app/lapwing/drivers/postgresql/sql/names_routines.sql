-- Functions and procedures. Arguments are a JSON list of mode, name, type and default; the default is NULL where there
-- is none. Of the server's own, those are left out that statements cannot call or that only stand behind an operator.
-- Takes no lock: pg_get_function_arg_default writes an expression in which no relation can stand.
SELECT n.nspname,
       p.proname,
       p.prokind,
       CASE WHEN n.nspname = 'pg_catalog' THEN 't' ELSE 'f' END,
       (SELECT pg_catalog.json_agg(pg_catalog.json_build_array(
                   p.proargmodes[place], p.proargnames[place], pg_catalog.format_type(argument, NULL),
                   CASE WHEN p.pronargdefaults > 0 THEN pg_catalog.pg_get_function_arg_default(p.oid, place::int4) END)
                   ORDER BY place)
        FROM pg_catalog.unnest(coalesce(p.proallargtypes, p.proargtypes::pg_catalog.oid[]))
             WITH ORDINALITY AS every(argument, place)),
       CASE WHEN p.prokind <> 'p' THEN
            CASE WHEN p.proretset THEN 'SETOF ' ELSE '' END || pg_catalog.format_type(p.prorettype, NULL) END,
       d.description,
       CASE WHEN n.nspname <> 'pg_catalog' THEN pg_catalog.pg_get_function_identity_arguments(p.oid) END
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
LEFT JOIN pg_catalog.pg_description d ON d.objoid = p.oid AND d.objsubid = 0
     AND d.classoid = 'pg_catalog.pg_proc'::pg_catalog.regclass
WHERE pg_catalog.has_schema_privilege(n.oid, 'USAGE')
  AND (n.nspname <> 'pg_catalog' OR (
       (d.description IS NULL OR d.description NOT LIKE 'implementation of % operator'
        OR p.proname IN ('array_cat', 'power', 'starts_with'))
       AND p.prorettype NOT IN ('pg_catalog.internal'::pg_catalog.regtype, 'pg_catalog.cstring'::pg_catalog.regtype,
                                'pg_catalog.trigger'::pg_catalog.regtype,
                                'pg_catalog.event_trigger'::pg_catalog.regtype,
                                'pg_catalog.language_handler'::pg_catalog.regtype,
                                'pg_catalog.fdw_handler'::pg_catalog.regtype,
                                'pg_catalog.index_am_handler'::pg_catalog.regtype,
                                'pg_catalog.table_am_handler'::pg_catalog.regtype,
                                'pg_catalog.tsm_handler'::pg_catalog.regtype)
       AND NOT p.proargtypes::pg_catalog.oid[] && ARRAY['pg_catalog.internal'::pg_catalog.regtype::pg_catalog.oid,
                                                        'pg_catalog.cstring'::pg_catalog.regtype::pg_catalog.oid]))
ORDER BY n.nspname, p.proname, p.oid
