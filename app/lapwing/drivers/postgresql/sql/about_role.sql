-- One role: what it may do, whom it belongs to and its settings. Nothing of its password. $1 oid
SELECT 'ddl', NULL,
       'CREATE ROLE ' || pg_catalog.quote_ident(r.rolname) || ' WITH ' || pg_catalog.concat_ws(' ',
           CASE WHEN r.rolsuper THEN 'SUPERUSER' ELSE 'NOSUPERUSER' END,
           CASE WHEN r.rolcreatedb THEN 'CREATEDB' ELSE 'NOCREATEDB' END,
           CASE WHEN r.rolcreaterole THEN 'CREATEROLE' ELSE 'NOCREATEROLE' END,
           CASE WHEN r.rolinherit THEN 'INHERIT' ELSE 'NOINHERIT' END,
           CASE WHEN r.rolcanlogin THEN 'LOGIN' ELSE 'NOLOGIN' END,
           CASE WHEN r.rolreplication THEN 'REPLICATION' ELSE 'NOREPLICATION' END,
           CASE WHEN r.rolbypassrls THEN 'BYPASSRLS' ELSE 'NOBYPASSRLS' END,
           CASE WHEN r.rolconnlimit >= 0 THEN 'CONNECTION LIMIT ' || r.rolconnlimit END,
           'VALID UNTIL ' || pg_catalog.quote_literal(r.rolvaliduntil))
FROM pg_catalog.pg_roles r WHERE r.oid = $1::pg_catalog.oid
UNION ALL
SELECT 'ddl', NULL, 'GRANT ' || pg_catalog.quote_ident(above.rolname) || ' TO ' || pg_catalog.quote_ident(r.rolname)
                    || CASE WHEN m.admin_option THEN ' WITH ADMIN OPTION' ELSE '' END
FROM pg_catalog.pg_auth_members m
JOIN pg_catalog.pg_roles r ON r.oid = m.member
JOIN pg_catalog.pg_roles above ON above.oid = m.roleid
WHERE m.member = $1::pg_catalog.oid
UNION ALL
SELECT 'definition', every.fact, every.said
FROM pg_catalog.pg_roles r
CROSS JOIN LATERAL (VALUES
    ('may log in', CASE WHEN r.rolcanlogin THEN 'yes' ELSE 'no' END),
    ('superuser', CASE WHEN r.rolsuper THEN 'yes' ELSE 'no' END),
    ('creates databases', CASE WHEN r.rolcreatedb THEN 'yes' ELSE 'no' END),
    ('creates roles', CASE WHEN r.rolcreaterole THEN 'yes' ELSE 'no' END),
    ('inherits privileges', CASE WHEN r.rolinherit THEN 'yes' ELSE 'no' END),
    ('replication', CASE WHEN r.rolreplication THEN 'yes' ELSE 'no' END),
    ('bypasses row security', CASE WHEN r.rolbypassrls THEN 'yes' ELSE 'no' END),
    ('connections at most', CASE WHEN r.rolconnlimit >= 0 THEN r.rolconnlimit::pg_catalog.text END),
    ('valid until', r.rolvaliduntil::pg_catalog.text)) every(fact, said)
WHERE r.oid = $1::pg_catalog.oid
UNION ALL
SELECT 'members', r.rolname::pg_catalog.text, 'member' || CASE WHEN m.admin_option THEN ', may pass it on' ELSE '' END
FROM pg_catalog.pg_auth_members m JOIN pg_catalog.pg_roles r ON r.oid = m.member WHERE m.roleid = $1::pg_catalog.oid
UNION ALL
SELECT 'members', r.rolname::pg_catalog.text, 'member of' || CASE WHEN m.admin_option THEN ', may pass it on' ELSE '' END
FROM pg_catalog.pg_auth_members m JOIN pg_catalog.pg_roles r ON r.oid = m.roleid WHERE m.member = $1::pg_catalog.oid
UNION ALL
SELECT 'options', pg_catalog.split_part(one, '=', 1), pg_catalog.substr(one, pg_catalog.strpos(one, '=') + 1)
FROM pg_catalog.pg_db_role_setting s CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS one
WHERE s.setrole = $1::pg_catalog.oid AND s.setdatabase = 0
UNION ALL
SELECT 'used by', coalesce(named.type, 'objects'),
       coalesce(named.identity, every.many || ' in ' || coalesce(b.datname, 'all databases'))
FROM (SELECT d.dbid, CASE WHEN b.datname = pg_catalog.current_database() THEN d.classid END AS class,
             CASE WHEN b.datname = pg_catalog.current_database() THEN d.objid END AS id, pg_catalog.count(*) AS many
      FROM pg_catalog.pg_shdepend d LEFT JOIN pg_catalog.pg_database b ON b.oid = d.dbid
      WHERE d.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass AND d.refobjid = $1::pg_catalog.oid
      GROUP BY 1, 2, 3
      LIMIT 500) every
LEFT JOIN pg_catalog.pg_database b ON b.oid = every.dbid
LEFT JOIN LATERAL pg_catalog.pg_identify_object(every.class, every.id, 0) named ON every.class IS NOT NULL
