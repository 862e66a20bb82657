-- When the counters of statements were reset, by the extension that counts them.
SELECT i.stats_reset::pg_catalog.text FROM {schema}.pg_stat_statements_info i
