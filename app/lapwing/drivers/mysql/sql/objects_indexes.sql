-- Indexes of one database. MariaDB opens every table for this.
-- Parameter: database
SELECT 'index', INDEX_NAME, TABLE_NAME,
       CONCAT_WS(', ', IF(INDEX_NAME = 'PRIMARY', 'primary key', IF(MAX(NON_UNIQUE) = 0, 'unique', NULL)), LOWER(MAX(INDEX_TYPE)),
                 CONCAT('(', GROUP_CONCAT(COALESCE(COLUMN_NAME, '<expression>') ORDER BY SEQ_IN_INDEX SEPARATOR ', '), ')')),
       MAX(INDEX_COMMENT)
FROM information_schema.STATISTICS
WHERE TABLE_SCHEMA = %s
GROUP BY TABLE_NAME, INDEX_NAME
