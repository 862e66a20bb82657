-- One foreign data wrapper. $1 oid
SELECT 'ddl', NULL,
       'CREATE FOREIGN DATA WRAPPER ' || pg_catalog.quote_ident(w.fdwname)
       || CASE WHEN w.fdwhandler <> 0 THEN ' HANDLER ' || w.fdwhandler::pg_catalog.regproc ELSE '' END
       || CASE WHEN w.fdwvalidator <> 0 THEN ' VALIDATOR ' || w.fdwvalidator::pg_catalog.regproc ELSE '' END
       || coalesce((SELECT ' OPTIONS (' || pg_catalog.string_agg(
                           pg_catalog.quote_ident(o.option_name) || ' ' || pg_catalog.quote_literal(o.option_value), ', ') || ')'
                    FROM pg_catalog.pg_options_to_table(w.fdwoptions) o), '')
FROM pg_catalog.pg_foreign_data_wrapper w WHERE w.oid = $1::pg_catalog.oid
UNION ALL
SELECT 'options', o.option_name, o.option_value
FROM pg_catalog.pg_foreign_data_wrapper w CROSS JOIN LATERAL pg_catalog.pg_options_to_table(w.fdwoptions) o
WHERE w.oid = $1::pg_catalog.oid
