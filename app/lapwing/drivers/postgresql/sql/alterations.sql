-- What is said of one relation by ALTER TABLE, and the comments on its parts, as statements in the order to run them.
-- Takes no lock.
-- $1 relation's oid
WITH this AS MATERIALIZED (
    SELECT c.*, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS full_name,
           CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'f' THEN 'FOREIGN TABLE'
                          ELSE 'TABLE' END AS word
    FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.oid = $1::pg_catalog.oid
),
every(place, number, said) AS (
    SELECT 1, a.attnum,
           'ALTER COLUMN ' || pg_catalog.quote_ident(a.attname) || ' SET STORAGE '
           || CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'x' THEN 'EXTENDED'
                                ELSE 'MAIN' END
    FROM this JOIN pg_catalog.pg_attribute a ON a.attrelid = this.oid
    JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
    WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attstorage <> t.typstorage AND this.relkind IN ('r', 'p', 'm', 'f')
    UNION ALL
    SELECT 1, a.attnum,
           'ALTER COLUMN ' || pg_catalog.quote_ident(a.attname) || ' SET COMPRESSION '
           || CASE pg_catalog.to_jsonb(a) ->> 'attcompression' WHEN 'p' THEN 'pglz' ELSE 'lz4' END
    FROM this JOIN pg_catalog.pg_attribute a ON a.attrelid = this.oid
    WHERE a.attnum > 0 AND NOT a.attisdropped AND pg_catalog.to_jsonb(a) ->> 'attcompression' IN ('p', 'l')
    UNION ALL
    SELECT 1, a.attnum,
           'ALTER COLUMN ' || pg_catalog.quote_ident(a.attname) || ' SET STATISTICS ' || a.attstattarget
    FROM this JOIN pg_catalog.pg_attribute a ON a.attrelid = this.oid
    WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attstattarget >= 0
    UNION ALL
    SELECT 1, a.attnum,
           'ALTER COLUMN ' || pg_catalog.quote_ident(a.attname) || ' SET ('
           || pg_catalog.array_to_string(a.attoptions, ', ') || ')'
    FROM this JOIN pg_catalog.pg_attribute a ON a.attrelid = this.oid
    WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attoptions IS NOT NULL
    UNION ALL
    SELECT 2, 0, 'ENABLE ROW LEVEL SECURITY' FROM this WHERE relrowsecurity
    UNION ALL
    SELECT 3, 0, 'FORCE ROW LEVEL SECURITY' FROM this WHERE relforcerowsecurity
    UNION ALL
    SELECT 4, 0, 'REPLICA IDENTITY ' || CASE this.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING'
           ELSE 'USING INDEX ' || (SELECT pg_catalog.quote_ident(x.relname) FROM pg_catalog.pg_index i
                                   JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
                                   WHERE i.indrelid = this.oid AND i.indisreplident) END
    FROM this WHERE relreplident <> 'd' AND relkind IN ('r', 'p') AND relpersistence <> 't'
    UNION ALL
    SELECT 5, 0, 'CLUSTER ON ' || pg_catalog.quote_ident(x.relname)
    FROM this JOIN pg_catalog.pg_index i ON i.indrelid = this.oid JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
    WHERE i.indisclustered
    UNION ALL
    SELECT 6, 0, CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END
                 || ' TRIGGER ' || pg_catalog.quote_ident(t.tgname)
    FROM this JOIN pg_catalog.pg_trigger t ON t.tgrelid = this.oid
    WHERE t.tgenabled <> 'O' AND NOT t.tgisinternal
    UNION ALL
    SELECT 7, 0, CASE r.ev_enabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END
                 || ' RULE ' || pg_catalog.quote_ident(r.rulename)
    FROM this JOIN pg_catalog.pg_rewrite r ON r.ev_class = this.oid
    WHERE r.ev_enabled <> 'O' AND r.rulename <> '_RETURN'
),
commented(place, number, name, comment) AS (
    SELECT 8, 0, this.word || ' ' || full_name, d.description
    FROM this JOIN pg_catalog.pg_description d ON d.objoid = this.oid AND d.objsubid = 0
    WHERE d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
    UNION ALL
    SELECT 9, a.attnum, 'COLUMN ' || full_name || '.' || pg_catalog.quote_ident(a.attname), d.description
    FROM this
    JOIN pg_catalog.pg_description d ON d.objoid = this.oid AND d.objsubid > 0
    JOIN pg_catalog.pg_attribute a ON a.attrelid = this.oid AND a.attnum = d.objsubid AND NOT a.attisdropped
    WHERE d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
    UNION ALL
    SELECT 10, 0, 'CONSTRAINT ' || pg_catalog.quote_ident(k.conname) || ' ON ' || full_name, d.description
    FROM this JOIN pg_catalog.pg_constraint k ON k.conrelid = this.oid
    JOIN pg_catalog.pg_description d ON d.objoid = k.oid
    WHERE d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
    UNION ALL
    SELECT 11, 0, 'INDEX ' || pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(x.relname), d.description
    FROM this JOIN pg_catalog.pg_index i ON i.indrelid = this.oid
    JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = x.relnamespace
    JOIN pg_catalog.pg_description d ON d.objoid = x.oid AND d.objsubid = 0
    WHERE d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
    UNION ALL
    SELECT 12, 0, 'TRIGGER ' || pg_catalog.quote_ident(t.tgname) || ' ON ' || full_name, d.description
    FROM this JOIN pg_catalog.pg_trigger t ON t.tgrelid = this.oid
    JOIN pg_catalog.pg_description d ON d.objoid = t.oid
    WHERE d.classoid = 'pg_catalog.pg_trigger'::pg_catalog.regclass
    UNION ALL
    SELECT 13, 0, 'RULE ' || pg_catalog.quote_ident(r.rulename) || ' ON ' || full_name, d.description
    FROM this JOIN pg_catalog.pg_rewrite r ON r.ev_class = this.oid
    JOIN pg_catalog.pg_description d ON d.objoid = r.oid
    WHERE d.classoid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
    UNION ALL
    SELECT 14, 0, 'POLICY ' || pg_catalog.quote_ident(p.polname) || ' ON ' || full_name, d.description
    FROM this JOIN pg_catalog.pg_policy p ON p.polrelid = this.oid
    JOIN pg_catalog.pg_description d ON d.objoid = p.oid
    WHERE d.classoid = 'pg_catalog.pg_policy'::pg_catalog.regclass
)
SELECT 'ALTER ' || this.word || ' ' || this.full_name || ' ' || said, place, number FROM every, this
UNION ALL
SELECT 'COMMENT ON ' || name || ' IS ' || pg_catalog.quote_literal(comment), place, number FROM commented
ORDER BY 2, 3, 1
