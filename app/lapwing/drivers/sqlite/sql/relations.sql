-- Tables and views of one schema; SQLite's own tables are left out.
-- ?1 schema
SELECT name, type, ncol, wr, strict
FROM pragma_table_list
WHERE schema = ?1 AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
ORDER BY name COLLATE NOCASE, name
