-- Databases, and whether it is the one that names without a database mean.
SELECT SCHEMA_NAME, SCHEMA_NAME <=> DATABASE()
FROM information_schema.SCHEMATA
ORDER BY SCHEMA_NAME
