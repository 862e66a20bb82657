-- What is kept in the head of one database's file, as far as it can be asked in one query.
-- ?1 schema
SELECT 'page size', page_size FROM pragma_page_size(?1)
UNION ALL SELECT 'pages', page_count FROM pragma_page_count(?1)
UNION ALL SELECT 'encoding', encoding FROM pragma_encoding
UNION ALL SELECT 'automatic vacuum', CASE auto_vacuum WHEN 0 THEN 'no' WHEN 1 THEN 'full' ELSE 'incremental' END
          FROM pragma_auto_vacuum(?1)
UNION ALL SELECT 'journal', journal_mode FROM pragma_journal_mode(?1)
