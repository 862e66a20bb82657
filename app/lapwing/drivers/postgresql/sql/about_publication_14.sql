-- One publication, up to PostgreSQL 14. $1 oid
SELECT 'ddl', NULL,
       'CREATE PUBLICATION ' || pg_catalog.quote_ident(p.pubname)
       || CASE WHEN p.puballtables THEN ' FOR ALL TABLES'
          ELSE coalesce((SELECT ' FOR TABLE ' || pg_catalog.string_agg(
                                    CASE WHEN c.relkind = 'p' OR EXISTS (SELECT FROM pg_catalog.pg_inherits i
                                                                        WHERE i.inhparent = c.oid)
                                         THEN '' ELSE 'ONLY ' END
                                    || pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname),
                                    ', ' ORDER BY n.nspname, c.relname)
                         FROM pg_catalog.pg_publication_rel r
                         JOIN pg_catalog.pg_class c ON c.oid = r.prrelid
                         JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                         WHERE r.prpubid = p.oid), '') END
       || ' WITH (publish = ' || pg_catalog.quote_literal(pg_catalog.concat_ws(', ',
              CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
              CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END))
       || CASE WHEN p.pubviaroot THEN ', publish_via_partition_root = true' ELSE '' END || ')'
FROM pg_catalog.pg_publication p WHERE p.oid = $1::pg_catalog.oid
UNION ALL
SELECT 'tables', pg_catalog.quote_ident(m.nspname) || '.' || pg_catalog.quote_ident(c.relname), NULL
FROM pg_catalog.pg_publication_rel r
JOIN pg_catalog.pg_class c ON c.oid = r.prrelid
JOIN pg_catalog.pg_namespace m ON m.oid = c.relnamespace
WHERE r.prpubid = $1::pg_catalog.oid
