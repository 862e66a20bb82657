-- How many indexes and triggers one schema has, but for those that SQLite makes for constraints. {schema} is quoted by
-- the caller.
SELECT type, count(*) FROM {schema}.sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL GROUP BY type
