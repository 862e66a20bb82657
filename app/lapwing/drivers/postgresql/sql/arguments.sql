-- Names of the arguments that a caller of one routine gives, in order; empty where one has none.
-- $1 oid
SELECT coalesce(p.proargnames[place], '')
FROM pg_catalog.pg_proc p
CROSS JOIN LATERAL pg_catalog.generate_series(1, coalesce(pg_catalog.array_length(p.proallargtypes, 1), p.pronargs)) place
WHERE p.oid = $1::pg_catalog.oid AND (p.proargmodes IS NULL OR p.proargmodes[place] IN ('i', 'b', 'v')
                                      OR p.prokind = 'p' AND p.proargmodes[place] = 'o')
ORDER BY place
