-- One publication, since PostgreSQL 15. The server writes conditions on rows, which locks their tables. {guard} is put in
-- by the caller.
-- $1 oid
WITH read_with_lock AS MATERIALIZED (
    SELECT r.prrelid AS relation FROM pg_catalog.pg_publication_rel r
    WHERE r.prpubid = $1::pg_catalog.oid AND r.prqual IS NOT NULL
),
{guard}
SELECT 'ddl', NULL,
       'CREATE PUBLICATION ' || pg_catalog.quote_ident(p.pubname)
       || CASE WHEN p.puballtables THEN ' FOR ALL TABLES'
          ELSE coalesce(' FOR ' || nullif(pg_catalog.concat_ws(', ',
              (SELECT 'TABLE ' || pg_catalog.string_agg(
                          CASE WHEN c.relkind = 'p' OR EXISTS (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhparent = c.oid)
                               THEN '' ELSE 'ONLY ' END
                          || pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)
                          || coalesce((SELECT ' (' || pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', '
                                                                          ORDER BY a.attnum) || ')'
                                       FROM pg_catalog.pg_attribute a
                                       WHERE a.attrelid = c.oid AND a.attnum = ANY (r.prattrs::pg_catalog.int2[])), '')
                          || coalesce(' WHERE (' || pg_catalog.pg_get_expr(r.prqual, c.oid) || ')', ''),
                          ', ' ORDER BY n.nspname, c.relname)
               FROM pg_catalog.pg_publication_rel r
               JOIN pg_catalog.pg_class c ON c.oid = r.prrelid
               JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
               WHERE r.prpubid = p.oid),
              (SELECT 'TABLES IN SCHEMA ' || pg_catalog.string_agg(pg_catalog.quote_ident(n.nspname), ', ' ORDER BY n.nspname)
               FROM pg_catalog.pg_publication_namespace r JOIN pg_catalog.pg_namespace n ON n.oid = r.pnnspid
               WHERE r.pnpubid = p.oid)), ''), '') END
       || ' WITH (publish = ' || pg_catalog.quote_literal(pg_catalog.concat_ws(', ',
              CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
              CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END))
       || CASE WHEN p.pubviaroot THEN ', publish_via_partition_root = true' ELSE '' END || ')'
FROM free JOIN pg_catalog.pg_publication p ON p.oid = free.oid
UNION ALL
SELECT 'tables', pg_catalog.quote_ident(m.nspname) || '.' || pg_catalog.quote_ident(c.relname), NULL
FROM pg_catalog.pg_publication_rel r
JOIN pg_catalog.pg_class c ON c.oid = r.prrelid
JOIN pg_catalog.pg_namespace m ON m.oid = c.relnamespace
WHERE r.prpubid = $1::pg_catalog.oid
UNION ALL
SELECT 'tables', pg_catalog.quote_ident(m.nspname) || '.*', NULL
FROM pg_catalog.pg_publication_namespace r
JOIN pg_catalog.pg_namespace m ON m.oid = r.pnnspid
WHERE r.pnpubid = $1::pg_catalog.oid
