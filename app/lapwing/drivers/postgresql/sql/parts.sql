-- Rules, policies and extended statistics of one relation, as statements. {guard} is put in by the caller.
-- $1 relation's oid
WITH read_with_lock AS MATERIALIZED (
    SELECT $1::pg_catalog.oid AS relation
    UNION SELECT d.refobjid
          FROM pg_catalog.pg_rewrite r
          JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
               AND d.objid = r.oid AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
          WHERE r.ev_class = $1::pg_catalog.oid
    UNION SELECT d.refobjid
          FROM pg_catalog.pg_policy p
          JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass
               AND d.objid = p.oid AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
          WHERE p.polrelid = $1::pg_catalog.oid
),
{guard}
SELECT 'rule', r.rulename::pg_catalog.text, pg_catalog.pg_get_ruledef(r.oid)
FROM free JOIN pg_catalog.pg_rewrite r ON r.ev_class = free.oid
WHERE r.rulename <> '_RETURN'
UNION ALL
SELECT 'policy', p.polname::pg_catalog.text,
       pg_catalog.concat_ws(' ',
           'CREATE POLICY', pg_catalog.quote_ident(p.polname), 'ON',
           pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname),
           CASE WHEN NOT p.polpermissive THEN 'AS RESTRICTIVE' END,
           CASE p.polcmd WHEN 'r' THEN 'FOR SELECT' WHEN 'a' THEN 'FOR INSERT' WHEN 'w' THEN 'FOR UPDATE'
                         WHEN 'd' THEN 'FOR DELETE' END,
           'TO',
           (SELECT pg_catalog.string_agg(
                       CASE WHEN every.role = 0 THEN 'PUBLIC'
                            ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(every.role)) END, ', ')
            FROM pg_catalog.unnest(p.polroles) AS every(role)),
           'USING (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')',
           'WITH CHECK (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')')
FROM free
JOIN pg_catalog.pg_policy p ON p.polrelid = free.oid
JOIN pg_catalog.pg_class c ON c.oid = free.oid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
UNION ALL
SELECT 'statistics', s.stxname::pg_catalog.text, pg_catalog.pg_get_statisticsobjdef(s.oid)
FROM free JOIN pg_catalog.pg_statistic_ext s ON s.stxrelid = free.oid
