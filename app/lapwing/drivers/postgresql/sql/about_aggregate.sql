-- One aggregate. $1 oid
SELECT 'ddl', NULL,
       'CREATE AGGREGATE ' || pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(p.proname) || '('
       || coalesce(nullif(pg_catalog.pg_get_function_arguments(p.oid), ''), '*') || E') (\n    '
       || pg_catalog.concat_ws(E',\n    ',
              'SFUNC = ' || a.aggtransfn::pg_catalog.regproc,
              'STYPE = ' || pg_catalog.format_type(a.aggtranstype, NULL),
              CASE WHEN a.aggtransspace <> 0 THEN 'SSPACE = ' || a.aggtransspace END,
              CASE WHEN a.aggfinalfn <> 0 THEN 'FINALFUNC = ' || a.aggfinalfn::pg_catalog.regproc END,
              CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
              CASE WHEN a.aggfinalfn <> 0 AND a.aggfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r'::"char" ELSE 'w' END
                   THEN 'FINALFUNC_MODIFY = ' || CASE a.aggfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE'
                                                                     ELSE 'READ_WRITE' END END,
              CASE WHEN a.aggcombinefn <> 0 THEN 'COMBINEFUNC = ' || a.aggcombinefn::pg_catalog.regproc END,
              CASE WHEN a.aggserialfn <> 0 THEN 'SERIALFUNC = ' || a.aggserialfn::pg_catalog.regproc END,
              CASE WHEN a.aggdeserialfn <> 0 THEN 'DESERIALFUNC = ' || a.aggdeserialfn::pg_catalog.regproc END,
              'INITCOND = ' || pg_catalog.quote_literal(a.agginitval),
              CASE WHEN a.aggmtransfn <> 0 THEN 'MSFUNC = ' || a.aggmtransfn::pg_catalog.regproc END,
              CASE WHEN a.aggminvtransfn <> 0 THEN 'MINVFUNC = ' || a.aggminvtransfn::pg_catalog.regproc END,
              CASE WHEN a.aggmtranstype <> 0 THEN 'MSTYPE = ' || pg_catalog.format_type(a.aggmtranstype, NULL) END,
              CASE WHEN a.aggmtransspace <> 0 THEN 'MSSPACE = ' || a.aggmtransspace END,
              CASE WHEN a.aggmfinalfn <> 0 THEN 'MFINALFUNC = ' || a.aggmfinalfn::pg_catalog.regproc END,
              CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
              'MINITCOND = ' || pg_catalog.quote_literal(a.aggminitval),
              (SELECT 'SORTOP = OPERATOR(' || pg_catalog.quote_ident(m.nspname) || '.' || o.oprname || ')'
               FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace m ON m.oid = o.oprnamespace
               WHERE o.oid = a.aggsortop),
              CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END,
              CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END)
       || E'\n)'
FROM pg_catalog.pg_aggregate a
JOIN pg_catalog.pg_proc p ON p.oid = a.aggfnoid
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE p.oid = $1::pg_catalog.oid
UNION ALL
SELECT 'arguments', p.proargnames[every.place],
       pg_catalog.concat_ws(' ',
           CASE p.proargmodes[every.place] WHEN 'o' THEN 'OUT' WHEN 'b' THEN 'INOUT' WHEN 'v' THEN 'VARIADIC'
                                           WHEN 't' THEN 'TABLE' END,
           pg_catalog.format_type(every.type, NULL))
FROM pg_catalog.pg_proc p
CROSS JOIN LATERAL pg_catalog.unnest(coalesce(p.proallargtypes, p.proargtypes::pg_catalog.oid[]))
     WITH ORDINALITY AS every(type, place)
WHERE p.oid = $1::pg_catalog.oid
UNION ALL
SELECT 'definition', 'result', pg_catalog.pg_get_function_result(p.oid)
FROM pg_catalog.pg_proc p WHERE p.oid = $1::pg_catalog.oid
UNION ALL
SELECT 'definition', 'state function', a.aggtransfn::pg_catalog.regproc::pg_catalog.text
FROM pg_catalog.pg_aggregate a WHERE a.aggfnoid = $1::pg_catalog.oid
