-- All foreign keys, one row a column. A NULL in "to" means the parent's primary key.
SELECT t.schema, t.name, f.id, f."from", f."table", f."to"
FROM pragma_table_list AS t
JOIN pragma_foreign_key_list(t.name, t.schema) AS f
WHERE t.type = 'table'
ORDER BY t.schema, t.name, f.id, f.seq
