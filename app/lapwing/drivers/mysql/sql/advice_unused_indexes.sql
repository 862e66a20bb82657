-- Indexes that were never used since the server was started, in tables that were.
SELECT u.OBJECT_NAME, u.INDEX_NAME, t.COUNT_STAR
FROM performance_schema.table_io_waits_summary_by_index_usage u
JOIN performance_schema.table_io_waits_summary_by_table t
    ON t.OBJECT_SCHEMA = u.OBJECT_SCHEMA AND t.OBJECT_NAME = u.OBJECT_NAME
WHERE u.OBJECT_SCHEMA = DATABASE() AND u.INDEX_NAME IS NOT NULL AND u.INDEX_NAME <> 'PRIMARY' AND u.COUNT_STAR = 0
    AND t.COUNT_STAR > 0
ORDER BY u.OBJECT_NAME, u.INDEX_NAME
LIMIT 200
