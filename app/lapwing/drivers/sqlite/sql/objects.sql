-- Indexes or triggers of one schema, but for those that SQLite makes for constraints. {schema} is quoted by the caller.
-- ?1 `index` or `trigger`
SELECT name, tbl_name, sql FROM {schema}.sqlite_schema
WHERE type = ?1 AND sql IS NOT NULL
ORDER BY name COLLATE NOCASE, name
