-- Collations that this connection knows.
SELECT name FROM pragma_collation_list ORDER BY name COLLATE NOCASE
