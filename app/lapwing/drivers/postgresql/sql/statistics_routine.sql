-- What the server has counted of one function, where track_functions is on. $1 oid
SELECT every.key, every.value
FROM pg_catalog.pg_stat_user_functions s
CROSS JOIN LATERAL pg_catalog.jsonb_each_text(pg_catalog.to_jsonb(s)) every
WHERE s.funcid = $1::pg_catalog.oid
