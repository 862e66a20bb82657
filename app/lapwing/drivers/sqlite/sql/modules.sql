-- Kinds of virtual tables that this connection knows.
SELECT name FROM pragma_module_list ORDER BY name COLLATE NOCASE
