-- What may mention a name: its statement holds this part of it. {schema} is quoted by the caller.
-- ?1 part of a name, in lower case
SELECT type, name, tbl_name, sql FROM {schema}.sqlite_schema
WHERE type IN ('table', 'view', 'trigger') AND instr(lower(sql), ?1)
ORDER BY type, name
