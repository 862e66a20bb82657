-- Pages of one database, and their size.
-- ?1 schema
SELECT page_count, page_size FROM pragma_page_count(?1), pragma_page_size(?1)
