-- Names of types as format_type writes them. $1: oids, $2: their modifiers.
SELECT asked.oid::text, asked.modifier::text, pg_catalog.format_type(asked.oid, asked.modifier), t.typcategory::text
FROM ROWS FROM (pg_catalog.unnest($1::pg_catalog.oid[]), pg_catalog.unnest($2::pg_catalog.int4[])) AS asked(oid, modifier)
LEFT JOIN pg_catalog.pg_type t ON t.oid = asked.oid
