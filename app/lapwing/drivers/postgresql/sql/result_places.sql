-- Where columns of results come from. $1: oids of tables, $2: numbers of their columns.
SELECT a.attrelid::text, a.attnum::text, n.nspname::text, c.relname::text, a.attname::text
FROM ROWS FROM (pg_catalog.unnest($1::pg_catalog.oid[]), pg_catalog.unnest($2::pg_catalog.int2[])) AS asked(oid, number)
JOIN pg_catalog.pg_attribute a ON a.attrelid = asked.oid AND a.attnum = asked.number
JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
