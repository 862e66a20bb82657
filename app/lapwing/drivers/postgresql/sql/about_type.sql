-- One composite type, enum, domain, range type or base type. Constraints of domains need no lock: no relation is in them.
-- Columns that not every version has are asked for by name.
-- $1 oid
WITH this AS MATERIALIZED (
    SELECT t.*, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(t.typname) AS full_name,
           c.collated
    FROM pg_catalog.pg_type t
    JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
    LEFT JOIN LATERAL (
        SELECT CASE WHEN pg_catalog.pg_collation_is_visible(o.oid) THEN '' ELSE pg_catalog.quote_ident(m.nspname) || '.' END
               || pg_catalog.quote_ident(o.collname) AS collated
        FROM pg_catalog.pg_collation o
        JOIN pg_catalog.pg_namespace m ON m.oid = o.collnamespace
        JOIN pg_catalog.pg_type base ON base.oid = t.typbasetype
        WHERE o.oid = t.typcollation AND t.typcollation <> base.typcollation) c ON true
    WHERE t.oid = $1::pg_catalog.oid
),
attributes AS (
    SELECT a.attnum, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod) AS kind,
           CASE WHEN a.attcollation <> t.typcollation THEN (
               SELECT ' COLLATE ' || pg_catalog.quote_ident(m.nspname) || '.' || pg_catalog.quote_ident(o.collname)
               FROM pg_catalog.pg_collation o JOIN pg_catalog.pg_namespace m ON m.oid = o.collnamespace
               WHERE o.oid = a.attcollation) ELSE '' END AS collated
    FROM this JOIN pg_catalog.pg_attribute a ON a.attrelid = this.typrelid
    JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
    WHERE this.typtype = 'c' AND a.attnum > 0 AND NOT a.attisdropped
)
SELECT * FROM (
SELECT 'ddl', NULL,
       'CREATE TYPE ' || full_name || ' AS ENUM ('
       || coalesce((SELECT E'\n    ' || pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), E',\n    '
                                                            ORDER BY e.enumsortorder) || E'\n'
                    FROM pg_catalog.pg_enum e WHERE e.enumtypid = this.oid), '') || ')', 0::pg_catalog.float8
FROM this WHERE typtype = 'e'
UNION ALL
SELECT 'ddl', NULL,
       'CREATE TYPE ' || full_name || ' AS ('
       || coalesce((SELECT E'\n    ' || pg_catalog.string_agg(pg_catalog.quote_ident(attname) || ' ' || kind || collated,
                                                            E',\n    ' ORDER BY attnum) || E'\n' FROM attributes), '') || ')', 0
FROM this WHERE typtype = 'c'
UNION ALL
SELECT 'ddl', NULL,
       'CREATE DOMAIN ' || full_name || ' AS ' || pg_catalog.format_type(typbasetype, typtypmod)
       || coalesce(' COLLATE ' || collated, '')
       || coalesce(' DEFAULT ' || typdefault, '')
       || CASE WHEN typnotnull THEN ' NOT NULL' ELSE '' END
       || coalesce((SELECT pg_catalog.string_agg(E'\n    CONSTRAINT ' || pg_catalog.quote_ident(k.conname) || ' '
                                               || pg_catalog.pg_get_constraintdef(k.oid), '' ORDER BY k.conname)
                    FROM pg_catalog.pg_constraint k WHERE k.contypid = this.oid AND k.contype = 'c'), ''), 0
FROM this WHERE typtype = 'd'
UNION ALL
SELECT 'ddl', NULL,
       'CREATE TYPE ' || full_name || ' AS RANGE (' || pg_catalog.concat_ws(', ',
           'SUBTYPE = ' || pg_catalog.format_type(r.rngsubtype, NULL),
           CASE WHEN NOT o.opcdefault THEN 'SUBTYPE_OPCLASS = ' || pg_catalog.quote_ident(m.nspname) || '.'
                                           || pg_catalog.quote_ident(o.opcname) END,
           (SELECT 'COLLATION = ' || pg_catalog.quote_ident(w.nspname) || '.' || pg_catalog.quote_ident(c.collname)
            FROM pg_catalog.pg_collation c JOIN pg_catalog.pg_namespace w ON w.oid = c.collnamespace
            JOIN pg_catalog.pg_type sub ON sub.oid = r.rngsubtype
            WHERE c.oid = r.rngcollation AND r.rngcollation <> sub.typcollation),
           CASE WHEN r.rngcanonical <> 0 THEN 'CANONICAL = ' || r.rngcanonical::pg_catalog.regproc END,
           CASE WHEN r.rngsubdiff <> 0 THEN 'SUBTYPE_DIFF = ' || r.rngsubdiff::pg_catalog.regproc END,
           (SELECT 'MULTIRANGE_TYPE_NAME = ' || pg_catalog.quote_ident(w.nspname) || '.' || pg_catalog.quote_ident(many.typname)
            FROM pg_catalog.pg_type many JOIN pg_catalog.pg_namespace w ON w.oid = many.typnamespace
            WHERE many.oid = (pg_catalog.to_jsonb(r) ->> 'rngmultitypid')::pg_catalog.oid)) || ')', 0
FROM this
JOIN pg_catalog.pg_range r ON r.rngtypid = this.oid
JOIN pg_catalog.pg_opclass o ON o.oid = r.rngsubopc
JOIN pg_catalog.pg_namespace m ON m.oid = o.opcnamespace
UNION ALL
SELECT 'labels', e.enumlabel, NULL, e.enumsortorder FROM this JOIN pg_catalog.pg_enum e ON e.enumtypid = this.oid
UNION ALL
SELECT 'attributes', attname, kind || collated, attnum FROM attributes
UNION ALL
SELECT 'definition', 'base type', pg_catalog.format_type(typbasetype, typtypmod), 1 FROM this WHERE typtype = 'd'
UNION ALL
SELECT 'definition', 'default', typdefault, 2 FROM this WHERE typtype = 'd'
UNION ALL
SELECT 'definition', 'not null', CASE WHEN typnotnull THEN 'yes' ELSE 'no' END, 3 FROM this WHERE typtype = 'd'
UNION ALL
SELECT 'constraints', k.conname, pg_catalog.pg_get_constraintdef(k.oid), 4
FROM this JOIN pg_catalog.pg_constraint k ON k.contypid = this.oid
UNION ALL
SELECT 'definition', 'of', pg_catalog.format_type(r.rngsubtype, NULL), 5
FROM this JOIN pg_catalog.pg_range r ON r.rngtypid = this.oid
UNION ALL
SELECT 'definition', 'length', CASE WHEN typlen < 0 THEN 'variable' ELSE typlen::pg_catalog.text END, 6
FROM this WHERE typtype = 'b'
) every(section, name, said, place)
ORDER BY section, place
