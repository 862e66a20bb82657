-- What the server has counted of one relation. $1 oid
SELECT every.key, every.value
FROM (SELECT pg_catalog.to_jsonb(s) || coalesce(pg_catalog.to_jsonb(o), '{}') AS facts
      FROM pg_catalog.pg_stat_all_tables s
      LEFT JOIN pg_catalog.pg_statio_all_tables o ON o.relid = s.relid
      WHERE s.relid = $1::pg_catalog.oid) counted
CROSS JOIN LATERAL pg_catalog.jsonb_each_text(counted.facts) every
