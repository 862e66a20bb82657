-- Every session but those that Lapwing looks at the server with, unless others wait for them. Of one whose state has not
-- changed for $1 seconds the rest is known already, and not told again. {waits}: which wait for a lock; {names}: Lapwing's
-- own; {statement}: what they run.
WITH every AS MATERIALIZED (
    SELECT a.*, CASE WHEN {waits} THEN pg_catalog.pg_blocking_pids(a.pid) END AS blockers,
           coalesce(a.state_change < pg_catalog.statement_timestamp()
                    - pg_catalog.make_interval(secs => $1::pg_catalog.float8), false) AS is_known
    FROM pg_catalog.pg_stat_activity a
    WHERE a.pid <> pg_catalog.pg_backend_pid()
)
SELECT a.pid, a.is_known, a.wait_event_type, a.wait_event,
       EXTRACT(epoch FROM pg_catalog.statement_timestamp() - a.xact_start),
       pg_catalog.age(a.backend_xmin),
       a.blockers,
       more.*,
       EXTRACT(epoch FROM pg_catalog.clock_timestamp() - pg_catalog.statement_timestamp())
FROM every a
LEFT JOIN LATERAL (
    SELECT a.state, a.usename, a.datname,
           coalesce(pg_catalog.host(a.client_addr), CASE WHEN a.client_port = -1 THEN 'local' END),
           a.application_name, a.backend_type,
           {statement},
           EXTRACT(epoch FROM pg_catalog.statement_timestamp() - a.query_start),
           EXTRACT(epoch FROM pg_catalog.statement_timestamp() - a.state_change),
           EXTRACT(epoch FROM pg_catalog.statement_timestamp() - a.backend_start),
           EXTRACT(epoch FROM a.backend_start),
           a.usesysid IS NOT NULL,
           a.application_name IN ({names})
    WHERE NOT a.is_known
    OFFSET 0 -- a query of its own, so that nothing of it is worked out where it has no row
) more ON true
WHERE a.application_name IN ({names}) IS NOT TRUE
   OR a.pid IN (SELECT pg_catalog.unnest(b.blockers) FROM every b)
