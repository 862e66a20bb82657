-- Every session but those that Lapwing looks at the server with, unless others wait for them. {waits}: which wait for a
-- lock; {names}: Lapwing's own.
WITH every AS MATERIALIZED (
    SELECT a.*, CASE WHEN {waits} THEN pg_catalog.pg_blocking_pids(a.pid) END AS blockers
    FROM pg_catalog.pg_stat_activity a
    WHERE a.pid <> pg_catalog.pg_backend_pid()
)
SELECT a.pid, a.state, a.usename, a.datname,
       coalesce(a.client_addr::pg_catalog.text, CASE WHEN a.client_port = -1 THEN 'local' END),
       a.application_name, a.backend_type, a.leader_pid, a.wait_event_type, a.wait_event,
       pg_catalog.left(a.query, 10000),
       EXTRACT(epoch FROM pg_catalog.statement_timestamp() - a.query_start),
       EXTRACT(epoch FROM pg_catalog.statement_timestamp() - a.xact_start),
       EXTRACT(epoch FROM pg_catalog.statement_timestamp() - a.state_change),
       EXTRACT(epoch FROM pg_catalog.statement_timestamp() - a.backend_start),
       pg_catalog.age(a.backend_xmin),
       a.usesysid IS NOT NULL,
       a.blockers,
       a.application_name IN ({names}),
       EXTRACT(epoch FROM a.backend_start),
       EXTRACT(epoch FROM pg_catalog.clock_timestamp() - pg_catalog.statement_timestamp())
FROM every a
WHERE a.application_name IN ({names}) IS NOT TRUE
   OR a.pid IN (SELECT pg_catalog.unnest(b.blockers) FROM every b)
