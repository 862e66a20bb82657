-- Rows of each table when ANALYZE last ran: the first number of `stat`. {schema} is quoted by the caller.
SELECT tbl, max(CAST(stat AS INTEGER)) FROM {schema}.sqlite_stat1 GROUP BY tbl
