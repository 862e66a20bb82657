-- Functions, procedures and aggregates of one schema. The signature is what tells routines of one name apart.
-- $1 schema, $2 name, or NULL for all
SELECT p.oid,
       CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END,
       n.nspname, p.proname,
       pg_catalog.pg_get_function_identity_arguments(p.oid),
       NULL,
       pg_catalog.concat_ws(', ',
           CASE WHEN p.prokind <> 'p' THEN pg_catalog.pg_get_function_result(p.oid) END,
           CASE WHEN p.prokind <> 'a' THEN l.lanname END,
           CASE WHEN p.prokind = 'w' THEN 'window' END,
           CASE WHEN p.prosecdef THEN 'security definer' END),
       (SELECT d.description FROM pg_catalog.pg_description d
        WHERE d.objoid = p.oid AND d.objsubid = 0 AND d.classoid = 'pg_catalog.pg_proc'::pg_catalog.regclass),
       NULL
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
WHERE n.nspname = $1::pg_catalog.text AND ($2::pg_catalog.text IS NULL OR p.proname = $2::pg_catalog.text)
