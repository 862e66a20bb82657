-- Foreign keys to one table from those of its schema, one row a column: table and number of the key, the column there, and
-- the one here; NULL means that of the primary key at the same place.
-- ?1 table, ?2 schema
SELECT t.name, f.id, f."from", f."to", f.seq
FROM pragma_table_list AS t
JOIN pragma_foreign_key_list(t.name, t.schema) AS f
WHERE t.type = 'table' AND t.schema = ?2 AND f."table" = ?1 COLLATE NOCASE
ORDER BY t.name COLLATE NOCASE, t.name, f.id, f.seq
