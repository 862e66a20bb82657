-- Locks of sessions that wait for one and of those in their way, with what they are of; nothing when nobody waits. First
-- come those that wait, then what they wait for. {waits}: who waits for a lock; {since}: since when, where that is told.
WITH waits AS MATERIALIZED (
    SELECT w.pid, pg_catalog.pg_blocking_pids(w.pid) AS blockers FROM ({waits}) w(pid)
),
concerned AS MATERIALIZED (
    SELECT w.pid FROM waits w UNION SELECT pg_catalog.unnest(w.blockers) FROM waits w
),
every AS MATERIALIZED (
    SELECT l.*, {since} AS since,
           ROW(l.locktype, l.database, l.relation, l.page, l.tuple, l.virtualxid, l.transactionid, l.classid, l.objid,
               l.objsubid)::pg_catalog.text AS tag
    FROM pg_catalog.pg_locks l
    WHERE EXISTS (SELECT FROM waits) AND (l.pid IS NULL OR l.pid IN (SELECT c.pid FROM concerned c))
),
prepared AS MATERIALIZED (
    SELECT e.virtualtransaction, p.gid, p.owner, p.database,
           EXTRACT(epoch FROM pg_catalog.statement_timestamp() - p.prepared) AS age
    FROM every e
    JOIN pg_catalog.pg_prepared_xacts p ON p.transaction = e.transactionid
    WHERE e.pid IS NULL AND e.locktype = 'transactionid'
),
named AS MATERIALIZED (
    SELECT e.*, e.tag IN (SELECT x.tag FROM every x WHERE NOT x.granted) AS is_wanted
    FROM every e
)
SELECT n.pid, n.locktype, n.mode, n.granted, n.tag,
       EXTRACT(epoch FROM pg_catalog.clock_timestamp() - n.since),
       CASE WHEN n.database <> 0 AND d.datname <> pg_catalog.current_database() THEN d.datname END,
       n.relation, s.nspname, c.relname, n.page, n.tuple, coalesce(n.virtualxid, n.transactionid::pg_catalog.text),
       n.classid, o.relname, n.objid, n.objsubid,
       p.gid, p.owner, p.database, p.age
FROM named n
LEFT JOIN prepared p ON n.pid IS NULL AND p.virtualtransaction = n.virtualtransaction
LEFT JOIN pg_catalog.pg_database d ON d.oid = n.database
LEFT JOIN pg_catalog.pg_class c
       ON c.oid = n.relation AND (n.database = 0 OR d.datname = pg_catalog.current_database())
LEFT JOIN pg_catalog.pg_namespace s ON s.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_class o ON o.oid = n.classid AND n.locktype = 'object'
WHERE n.is_wanted OR (n.pid IS NOT NULL AND n.locktype <> 'virtualxid')
ORDER BY n.granted, n.is_wanted DESC, n.pid, n.tag, n.mode
LIMIT 501
