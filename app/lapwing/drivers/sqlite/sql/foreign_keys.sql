-- Foreign keys of one table, one row a column. A NULL in "to" means the parent's primary key.
-- ?1 table, ?2 schema
SELECT id, "from", "table", "to", on_update, on_delete FROM pragma_foreign_key_list(?1, ?2) ORDER BY id, seq
