-- One function or procedure. The server writes a body in SQL from what it has parsed, which locks the relations in it.
-- {guard} is put in by the caller.
-- $1 oid
WITH read_with_lock AS MATERIALIZED (
    SELECT d.refobjid AS relation
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = $1::pg_catalog.oid
      AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
),
{guard}
SELECT 'ddl', NULL, pg_catalog.pg_get_functiondef(p.oid)
FROM free JOIN pg_catalog.pg_proc p ON p.oid = free.oid WHERE p.prokind <> 'a'
UNION ALL
SELECT 'arguments', p.proargnames[every.place],
       pg_catalog.concat_ws(' ',
           CASE p.proargmodes[every.place] WHEN 'o' THEN 'OUT' WHEN 'b' THEN 'INOUT' WHEN 'v' THEN 'VARIADIC'
                                           WHEN 't' THEN 'TABLE' END,
           pg_catalog.format_type(every.type, NULL),
           'DEFAULT ' || pg_catalog.pg_get_function_arg_default(p.oid, every.place::pg_catalog.int4))
FROM free JOIN pg_catalog.pg_proc p ON p.oid = free.oid
CROSS JOIN LATERAL pg_catalog.unnest(coalesce(p.proallargtypes, p.proargtypes::pg_catalog.oid[]))
     WITH ORDINALITY AS every(type, place)
UNION ALL
SELECT 'definition', 'language', l.lanname::pg_catalog.text
FROM free JOIN pg_catalog.pg_proc p ON p.oid = free.oid JOIN pg_catalog.pg_language l ON l.oid = p.prolang
UNION ALL
SELECT 'definition', 'result', pg_catalog.pg_get_function_result(p.oid)
FROM free JOIN pg_catalog.pg_proc p ON p.oid = free.oid WHERE p.prokind <> 'p'
UNION ALL
SELECT 'definition', 'volatility', CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END
FROM free JOIN pg_catalog.pg_proc p ON p.oid = free.oid
UNION ALL
SELECT 'definition', 'parallel', CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' ELSE 'unsafe' END
FROM free JOIN pg_catalog.pg_proc p ON p.oid = free.oid
UNION ALL
SELECT 'definition', 'security', CASE WHEN p.prosecdef THEN 'definer' ELSE 'invoker' END
FROM free JOIN pg_catalog.pg_proc p ON p.oid = free.oid
UNION ALL
SELECT 'definition', 'null arguments', CASE WHEN p.proisstrict THEN 'give null' ELSE 'are passed' END
FROM free JOIN pg_catalog.pg_proc p ON p.oid = free.oid WHERE p.prokind <> 'p'
