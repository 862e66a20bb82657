-- What was written to make one relation and everything that belongs to it. {schema} is quoted by the caller.
-- ?1 relation
SELECT type, name, sql FROM {schema}.sqlite_schema WHERE tbl_name = ?1 COLLATE NOCASE ORDER BY type, name
