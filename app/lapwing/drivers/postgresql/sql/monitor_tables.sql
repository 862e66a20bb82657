-- What VACUUM and ANALYZE have to do in the tables of this database. No table is opened.
WITH every AS MATERIALIZED (
    SELECT pg_catalog.concat(n.nspname, '.', c.relname) AS name,
           pg_catalog.pg_stat_get_live_tuples(c.oid) AS live,
           pg_catalog.pg_stat_get_dead_tuples(c.oid) AS dead,
           greatest(pg_catalog.age(c.relfrozenxid), pg_catalog.age(t.relfrozenxid)) AS age,
           greatest(pg_catalog.pg_stat_get_last_vacuum_time(c.oid),
                    pg_catalog.pg_stat_get_last_autovacuum_time(c.oid)) AS vacuumed,
           greatest(pg_catalog.pg_stat_get_last_analyze_time(c.oid),
                    pg_catalog.pg_stat_get_last_autoanalyze_time(c.oid)) AS analyzed
    FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_class t ON t.oid = c.reltoastrelid
    WHERE c.relkind IN ('r', 'm') AND c.relpersistence <> 't'
      AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
),
large AS MATERIALIZED (SELECT * FROM every WHERE live > 10000)
SELECT 'dead_rows'::pg_catalog.text, NULL::pg_catalog.text, coalesce(pg_catalog.sum(dead), 0)::pg_catalog.text FROM every
UNION ALL
(SELECT 'dead_rows_share', name, (dead::pg_catalog.float8 / (live + dead))::pg_catalog.text
 FROM large ORDER BY dead::pg_catalog.float8 / (live + dead) DESC, name LIMIT 5)
UNION ALL
(SELECT 'table_wraparound_left', name, (2146483648 - age)::pg_catalog.text
 FROM every WHERE age IS NOT NULL ORDER BY age DESC, name LIMIT 5)
UNION ALL
(SELECT 'vacuum_age', name, EXTRACT(epoch FROM pg_catalog.statement_timestamp() - vacuumed)::pg_catalog.text
 FROM large WHERE vacuumed IS NOT NULL ORDER BY vacuumed, name LIMIT 5)
UNION ALL
(SELECT 'analyze_age', name, EXTRACT(epoch FROM pg_catalog.statement_timestamp() - analyzed)::pg_catalog.text
 FROM large WHERE analyzed IS NOT NULL ORDER BY analyzed, name LIMIT 5)
