-- Who may do what with one object. Where nobody has changed anything, the server's defaults for its owner and for all.
-- $1 catalogue, $2 oid
WITH lists(acl, is_default, owner, columns) AS (
    SELECT coalesce(c.relacl, pg_catalog.acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner)),
           c.relacl IS NULL, c.relowner, NULL::pg_catalog.text
    FROM pg_catalog.pg_class c
    WHERE $1 = 'pg_class' AND c.oid = $2::pg_catalog.oid AND c.relkind NOT IN ('i', 'I', 'c')
    UNION ALL
    SELECT a.attacl, false, c.relowner, pg_catalog.quote_ident(a.attname)
    FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
    WHERE $1 = 'pg_class' AND a.attrelid = $2::pg_catalog.oid AND a.attacl IS NOT NULL AND NOT a.attisdropped
    UNION ALL
    SELECT coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner)), p.proacl IS NULL, p.proowner, NULL
    FROM pg_catalog.pg_proc p WHERE $1 = 'pg_proc' AND p.oid = $2::pg_catalog.oid
    UNION ALL
    SELECT coalesce(t.typacl, pg_catalog.acldefault('T', t.typowner)), t.typacl IS NULL, t.typowner, NULL
    FROM pg_catalog.pg_type t WHERE $1 = 'pg_type' AND t.oid = $2::pg_catalog.oid
    UNION ALL
    SELECT coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner)), n.nspacl IS NULL, n.nspowner, NULL
    FROM pg_catalog.pg_namespace n WHERE $1 = 'pg_namespace' AND n.oid = $2::pg_catalog.oid
    UNION ALL
    SELECT coalesce(b.datacl, pg_catalog.acldefault('d', b.datdba)), b.datacl IS NULL, b.datdba, NULL
    FROM pg_catalog.pg_database b WHERE $1 = 'pg_database' AND b.oid = $2::pg_catalog.oid
    UNION ALL
    SELECT coalesce(s.spcacl, pg_catalog.acldefault('t', s.spcowner)), s.spcacl IS NULL, s.spcowner, NULL
    FROM pg_catalog.pg_tablespace s WHERE $1 = 'pg_tablespace' AND s.oid = $2::pg_catalog.oid
    UNION ALL
    SELECT coalesce(w.fdwacl, pg_catalog.acldefault('F', w.fdwowner)), w.fdwacl IS NULL, w.fdwowner, NULL
    FROM pg_catalog.pg_foreign_data_wrapper w WHERE $1 = 'pg_foreign_data_wrapper' AND w.oid = $2::pg_catalog.oid
    UNION ALL
    SELECT coalesce(s.srvacl, pg_catalog.acldefault('S', s.srvowner)), s.srvacl IS NULL, s.srvowner, NULL
    FROM pg_catalog.pg_foreign_server s WHERE $1 = 'pg_foreign_server' AND s.oid = $2::pg_catalog.oid
),
every AS (
    SELECT one.grantee, one.grantor, one.privilege_type, one.is_grantable, lists.is_default, lists.owner, lists.columns
    FROM lists CROSS JOIN LATERAL pg_catalog.aclexplode(lists.acl) one
)
SELECT CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE pg_catalog.pg_get_userbyid(grantee)::pg_catalog.text END,
       CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(grantee)) END,
       pg_catalog.string_agg(privilege_type, ', ' ORDER BY privilege_type),
       columns,
       is_grantable,
       pg_catalog.pg_get_userbyid(grantor),
       is_default,
       grantee = owner
FROM every
GROUP BY grantee, grantor, is_grantable, is_default, owner, columns
ORDER BY grantee <> owner, 1, columns NULLS FIRST, is_grantable
