-- One database, also one that this session is not in. $1 oid
SELECT 'ddl', NULL,
       'CREATE DATABASE ' || pg_catalog.quote_ident(b.datname) || ' WITH TEMPLATE template0 ENCODING '
       || pg_catalog.quote_literal(pg_catalog.pg_encoding_to_char(b.encoding))
       || ' LC_COLLATE ' || pg_catalog.quote_literal(b.datcollate) || ' LC_CTYPE ' || pg_catalog.quote_literal(b.datctype)
FROM pg_catalog.pg_database b WHERE b.oid = $1::pg_catalog.oid
UNION ALL
SELECT 'definition', every.fact, every.said
FROM pg_catalog.pg_database b
CROSS JOIN LATERAL (VALUES
    ('encoding', pg_catalog.pg_encoding_to_char(b.encoding)::pg_catalog.text), ('collation', b.datcollate::pg_catalog.text),
    ('character type', b.datctype::pg_catalog.text), ('template', CASE WHEN b.datistemplate THEN 'yes' ELSE 'no' END),
    ('connections at most', CASE WHEN b.datconnlimit >= 0 THEN b.datconnlimit::pg_catalog.text END)) every(fact, said)
WHERE b.oid = $1::pg_catalog.oid
UNION ALL
SELECT 'options', pg_catalog.split_part(one, '=', 1), pg_catalog.substr(one, pg_catalog.strpos(one, '=') + 1)
FROM pg_catalog.pg_db_role_setting s CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS one
WHERE s.setdatabase = $1::pg_catalog.oid AND s.setrole = 0
