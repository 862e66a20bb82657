-- What the server has counted of one database. $1 oid
SELECT every.key, every.value
FROM pg_catalog.pg_stat_database s
CROSS JOIN LATERAL pg_catalog.jsonb_each_text(pg_catalog.to_jsonb(s)) every
WHERE s.datid = $1::pg_catalog.oid
