-- One foreign server and whose log-ins it has, without their options, which hold passwords. $1 oid
SELECT 'ddl', NULL,
       'CREATE SERVER ' || pg_catalog.quote_ident(s.srvname)
       || coalesce(' TYPE ' || pg_catalog.quote_literal(s.srvtype), '')
       || coalesce(' VERSION ' || pg_catalog.quote_literal(s.srvversion), '')
       || ' FOREIGN DATA WRAPPER ' || pg_catalog.quote_ident(w.fdwname)
       || coalesce((SELECT ' OPTIONS (' || pg_catalog.string_agg(
                           pg_catalog.quote_ident(o.option_name) || ' ' || pg_catalog.quote_literal(o.option_value), ', ') || ')'
                    FROM pg_catalog.pg_options_to_table(s.srvoptions) o), '')
FROM pg_catalog.pg_foreign_server s JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = s.srvfdw
WHERE s.oid = $1::pg_catalog.oid
UNION ALL
SELECT 'definition', 'foreign data wrapper', w.fdwname::pg_catalog.text
FROM pg_catalog.pg_foreign_server s JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = s.srvfdw
WHERE s.oid = $1::pg_catalog.oid
UNION ALL
SELECT 'options', o.option_name, o.option_value
FROM pg_catalog.pg_foreign_server s CROSS JOIN LATERAL pg_catalog.pg_options_to_table(s.srvoptions) o
WHERE s.oid = $1::pg_catalog.oid
UNION ALL
SELECT 'members', m.usename::pg_catalog.text, 'user mapping'
FROM pg_catalog.pg_user_mappings m WHERE m.srvid = $1::pg_catalog.oid
