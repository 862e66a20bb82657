-- All relations of all attached files, without their columns.
SELECT schema, name, type FROM pragma_table_list
