-- Databases with their collations, and whether it is the one that names without a database mean.
SELECT SCHEMA_NAME, DEFAULT_COLLATION_NAME, SCHEMA_NAME <=> DATABASE()
FROM information_schema.SCHEMATA
