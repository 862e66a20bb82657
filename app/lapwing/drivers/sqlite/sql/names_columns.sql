-- All columns of all relations of all attached files, one row each; of one relation where it is named.
-- Fails where a single view refers to what is gone, or the module of a virtual table is not here.
-- ?1 schema, ?2 relation, both empty for all
SELECT t.schema, t.name, t.type, c.name, c.type, c.pk
FROM pragma_table_list AS t
LEFT JOIN pragma_table_xinfo(t.name, t.schema) AS c ON c.hidden <> 1
WHERE (?1 = '' AND ?2 = '') OR (t.schema = ?1 AND t.name = ?2)
