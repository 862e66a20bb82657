-- {function}: ends what a session runs, or the session. $1 its process, $2 when it began, as it was told
SELECT pg_catalog.{function}(a.pid)
FROM pg_catalog.pg_stat_activity a
WHERE a.pid = $1::pg_catalog.int4
  AND coalesce(EXTRACT(epoch FROM a.backend_start)::pg_catalog.text, '') = $2::pg_catalog.text
