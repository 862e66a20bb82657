-- What one object needs, and what needs it. What belongs to a relation (its rules, defaults, constraints, triggers,
-- policies, indexes, its row type) counts as the relation itself, so a view is told and not the rule that makes it. The
-- server's own objects are pinned, and have no entries.
-- $1 catalogue, $2 oid
WITH RECURSIVE this(class, id) AS (
    SELECT ('pg_catalog.' || $1::pg_catalog.text)::pg_catalog.regclass::pg_catalog.oid, $2::pg_catalog.oid
),
parts(class, id) AS (
    SELECT class, id FROM this
    UNION SELECT 'pg_catalog.pg_rewrite'::pg_catalog.regclass, r.oid
          FROM pg_catalog.pg_rewrite r, this WHERE $1 = 'pg_class' AND r.ev_class = this.id
    UNION SELECT 'pg_catalog.pg_attrdef'::pg_catalog.regclass, a.oid
          FROM pg_catalog.pg_attrdef a, this WHERE $1 = 'pg_class' AND a.adrelid = this.id
    UNION SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass, k.oid
          FROM pg_catalog.pg_constraint k, this WHERE $1 = 'pg_class' AND k.conrelid = this.id
    UNION SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass, k.oid
          FROM pg_catalog.pg_constraint k, this WHERE $1 = 'pg_type' AND k.contypid = this.id
    UNION SELECT 'pg_catalog.pg_trigger'::pg_catalog.regclass, t.oid
          FROM pg_catalog.pg_trigger t, this
          WHERE $1 = 'pg_class' AND t.tgrelid = this.id AND NOT t.tgisinternal
    UNION SELECT 'pg_catalog.pg_policy'::pg_catalog.regclass, p.oid
          FROM pg_catalog.pg_policy p, this WHERE $1 = 'pg_class' AND p.polrelid = this.id
    UNION SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, i.indexrelid
          FROM pg_catalog.pg_index i, this WHERE $1 = 'pg_class' AND i.indrelid = this.id
    UNION SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid
          FROM pg_catalog.pg_type t, this WHERE $1 = 'pg_class' AND t.typrelid = this.id
    UNION SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, t.typrelid
          FROM pg_catalog.pg_type t, this WHERE $1 = 'pg_type' AND t.oid = this.id AND t.typrelid <> 0
    UNION SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, own.typarray
          FROM pg_catalog.pg_type own, this
          WHERE own.typarray <> 0 AND ($1 = 'pg_type' AND own.oid = this.id OR $1 = 'pg_class' AND own.typrelid = this.id)
),
found(direction, class, id, deptype) AS (
    SELECT 'depends on', d.refclassid, d.refobjid, d.deptype
    FROM pg_catalog.pg_depend d JOIN parts ON d.classid = parts.class AND d.objid = parts.id
    WHERE d.deptype <> 'p'
    UNION
    SELECT 'used by', d.classid, d.objid, d.deptype
    FROM pg_catalog.pg_depend d JOIN parts ON d.refclassid = parts.class AND d.refobjid = parts.id
    WHERE d.deptype <> 'p'
),
owned(direction, class, id, how, is_internal) AS (
    SELECT f.direction,
           CASE WHEN r.oid IS NOT NULL OR a.oid IS NOT NULL OR k.conrelid <> 0 OR t.oid IS NOT NULL OR p.oid IS NOT NULL
                     OR y.oid IS NOT NULL OR i.indrelid IS NOT NULL
                THEN 'pg_catalog.pg_class'::pg_catalog.regclass
                WHEN k.contypid <> 0 OR e.oid IS NOT NULL THEN 'pg_catalog.pg_type'::pg_catalog.regclass
                WHEN b.oid IS NOT NULL THEN 'pg_catalog.pg_publication'::pg_catalog.regclass
                ELSE f.class END,
           coalesce(r.ev_class, a.adrelid, nullif(k.conrelid, 0), nullif(k.contypid, 0), t.tgrelid, p.polrelid,
                    y.typrelid, i.indrelid, e.typelem, b.prpubid, f.id),
           CASE WHEN a.oid IS NOT NULL THEN 'default'
                WHEN k.oid IS NOT NULL THEN 'constraint ' || k.conname
                WHEN t.oid IS NOT NULL THEN 'trigger ' || t.tgname
                WHEN p.oid IS NOT NULL THEN 'policy ' || p.polname
                WHEN r.rulename <> '_RETURN' THEN 'rule ' || r.rulename
                WHEN f.deptype = 'e' THEN 'extension' END,
           coalesce(t.tgisinternal AND t.tgconstraint <> 0, false) -- a foreign key is told by its constraint
    FROM found f
    LEFT JOIN pg_catalog.pg_rewrite r ON f.class = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND r.oid = f.id
    LEFT JOIN pg_catalog.pg_attrdef a ON f.class = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND a.oid = f.id
    LEFT JOIN pg_catalog.pg_constraint k ON f.class = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND k.oid = f.id
    LEFT JOIN pg_catalog.pg_trigger t ON f.class = 'pg_catalog.pg_trigger'::pg_catalog.regclass AND t.oid = f.id
    LEFT JOIN pg_catalog.pg_policy p ON f.class = 'pg_catalog.pg_policy'::pg_catalog.regclass AND p.oid = f.id
    LEFT JOIN pg_catalog.pg_type y ON f.class = 'pg_catalog.pg_type'::pg_catalog.regclass AND y.oid = f.id
         AND y.typrelid <> 0
    LEFT JOIN pg_catalog.pg_type e ON f.class = 'pg_catalog.pg_type'::pg_catalog.regclass AND e.oid = f.id
         AND e.typcategory = 'A' AND e.typelem <> 0
    LEFT JOIN pg_catalog.pg_index i ON f.class = 'pg_catalog.pg_class'::pg_catalog.regclass AND i.indexrelid = f.id
    LEFT JOIN pg_catalog.pg_publication_rel b
         ON f.class = 'pg_catalog.pg_publication_rel'::pg_catalog.regclass AND b.oid = f.id
)
SELECT o.direction, named.type, named.identity, pg_catalog.string_agg(DISTINCT o.how, ', ')
FROM owned o
CROSS JOIN LATERAL pg_catalog.pg_identify_object(o.class, o.id, 0) named
WHERE NOT EXISTS (SELECT FROM parts WHERE parts.class = o.class AND parts.id = o.id)
  AND o.class NOT IN ('pg_catalog.pg_namespace'::pg_catalog.regclass, 'pg_catalog.pg_am'::pg_catalog.regclass)
  AND NOT o.is_internal AND named.identity IS NOT NULL AND named.type <> 'toast table'
GROUP BY o.direction, named.type, named.identity
ORDER BY 1, 2, 3
LIMIT 2000
