-- What else a statement that makes the relation has to say. Takes no lock.
-- $1 relation's oid
SELECT pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname),
       pg_catalog.quote_ident(c.relname),
       (SELECT pg_catalog.json_agg(pg_catalog.quote_ident(m.nspname) || '.' || pg_catalog.quote_ident(above.relname)
                                   ORDER BY i.inhseqno)
        FROM pg_catalog.pg_inherits i
        JOIN pg_catalog.pg_class above ON above.oid = i.inhparent
        JOIN pg_catalog.pg_namespace m ON m.oid = above.relnamespace
        WHERE i.inhrelid = c.oid),
       CASE WHEN c.reloftype <> 0 THEN pg_catalog.format_type(c.reloftype, NULL) END,
       CASE WHEN am.amname <> pg_catalog.current_setting('default_table_access_method')
            THEN pg_catalog.quote_ident(am.amname) END,
       (SELECT pg_catalog.string_agg(
                   pg_catalog.quote_ident(o.option_name) || '='
                   || CASE WHEN o.option_value ~ '^[A-Za-z0-9_.]+$' THEN o.option_value
                           ELSE pg_catalog.quote_literal(o.option_value) END, ', ')
        FROM pg_catalog.pg_options_to_table(c.reloptions) o),
       (SELECT pg_catalog.quote_ident(s.spcname) FROM pg_catalog.pg_tablespace s WHERE s.oid = c.reltablespace),
       pg_catalog.quote_ident(s.srvname),
       (SELECT pg_catalog.string_agg(
                   pg_catalog.quote_ident(o.option_name) || ' ' || pg_catalog.quote_literal(o.option_value), ', ')
        FROM pg_catalog.pg_options_to_table(f.ftoptions) o),
       c.relispopulated
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
LEFT JOIN pg_catalog.pg_foreign_table f ON f.ftrelid = c.oid
LEFT JOIN pg_catalog.pg_foreign_server s ON s.oid = f.ftserver
WHERE c.oid = $1::pg_catalog.oid
