-- What the server counted of each shape of statement, without its text, where the extension is that counts.
SELECT s.queryid::pg_catalog.text, d.datname, a.rolname,
    sum(s.calls)::pg_catalog.text, sum(s.total_exec_time + s.total_plan_time)::pg_catalog.text, sum(s.rows)::pg_catalog.text,
    max(s.max_exec_time)::pg_catalog.text, sum(s.shared_blks_hit)::pg_catalog.text, sum(s.shared_blks_read)::pg_catalog.text,
    (sum(s.temp_blks_written) * pg_catalog.current_setting('block_size')::pg_catalog.int8)::pg_catalog.text
FROM {schema}.pg_stat_statements(false) s
LEFT JOIN pg_catalog.pg_database d ON d.oid = s.dbid
LEFT JOIN pg_catalog.pg_roles a ON a.oid = s.userid
WHERE s.queryid IS NOT NULL
GROUP BY s.queryid, d.datname, a.rolname
