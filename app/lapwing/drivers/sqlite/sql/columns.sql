-- Columns of one relation; hidden: 0 plain, 1 hidden column of a virtual table, 2 virtual, 3 stored generated column.
-- ?1 relation, ?2 schema
SELECT name, type, "notnull", dflt_value, pk, hidden FROM pragma_table_xinfo(?1, ?2) ORDER BY cid
