-- Columns of one relation by the types that their values have, those below domains: oid and kind (pg_type.h), whether
-- texts are the same only when all their characters are, and whether floating-point numbers come with all digits; of
-- enumerations the labels.
-- $1 schema, $2 relation
WITH RECURSIVE types AS (
    SELECT a.attname, a.attcollation, a.atttypid AS type
    FROM pg_catalog.pg_attribute a
    JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = $1 AND c.relname = $2 AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT above.attname, above.attcollation, t.typbasetype
    FROM types above JOIN pg_catalog.pg_type t ON t.oid = above.type
    WHERE t.typtype = 'd'
)
SELECT found.attname, found.type, t.typtype,
       (SELECT pg_catalog.json_agg(e.enumlabel ORDER BY e.enumsortorder)
        FROM pg_catalog.pg_enum e WHERE e.enumtypid = found.type),
       COALESCE((SELECT o.collisdeterministic FROM pg_catalog.pg_collation o WHERE o.oid = found.attcollation), true),
       pg_catalog.current_setting('extra_float_digits')::pg_catalog.int4 > 0
FROM types found JOIN pg_catalog.pg_type t ON t.oid = found.type
WHERE t.typtype <> 'd'
