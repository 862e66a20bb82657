-- Columns of one relation, without the expressions, which can only be had with a lock (definitions.sql).
-- $1 relation's oid
SELECT a.attnum,
       a.attname,
       pg_catalog.quote_ident(a.attname),
       pg_catalog.format_type(a.atttypid, a.atttypmod),
       a.attnotnull,
       t.typtype = 'd' AND t.typnotnull,
       a.attidentity,
       a.attgenerated,
       a.attislocal,
       EXISTS (SELECT FROM pg_catalog.pg_inherits i
               JOIN pg_catalog.pg_attribute above ON above.attrelid = i.inhparent AND above.attname = a.attname
               WHERE i.inhrelid = a.attrelid AND above.attnotnull),
       CASE WHEN a.attcollation <> t.typcollation THEN
            (SELECT CASE WHEN pg_catalog.pg_collation_is_visible(o.oid) THEN ''
                         ELSE o.collnamespace::pg_catalog.regnamespace::pg_catalog.text || '.' END
                    || pg_catalog.quote_ident(o.collname)
             FROM pg_catalog.pg_collation o WHERE o.oid = a.attcollation) END,
       -- the sequence behind an identity column, as far as it is not what it would be anyway
       (SELECT pg_catalog.concat_ws(' ',
                   CASE WHEN s.seqincrement <> 1 THEN 'INCREMENT BY ' || s.seqincrement END,
                   CASE WHEN s.seqmin <> CASE WHEN s.seqincrement > 0 THEN 1
                                              ELSE -(2::pg_catalog.numeric ^ (8 * seqtype.typlen - 1)) END
                        THEN 'MINVALUE ' || s.seqmin END,
                   CASE WHEN s.seqmax <> CASE WHEN s.seqincrement < 0 THEN -1
                                              ELSE 2::pg_catalog.numeric ^ (8 * seqtype.typlen - 1) - 1 END
                        THEN 'MAXVALUE ' || s.seqmax END,
                   CASE WHEN s.seqstart <> CASE WHEN s.seqincrement > 0 THEN s.seqmin ELSE s.seqmax END
                        THEN 'START WITH ' || s.seqstart END,
                   CASE WHEN s.seqcache <> 1 THEN 'CACHE ' || s.seqcache END,
                   CASE WHEN s.seqcycle THEN 'CYCLE' END)
        FROM pg_catalog.pg_depend d
        JOIN pg_catalog.pg_sequence s ON s.seqrelid = d.objid
        JOIN pg_catalog.pg_type seqtype ON seqtype.oid = s.seqtypid
        WHERE a.attidentity <> '' AND d.deptype = 'i'
          AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
          AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
          AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum),
       -- whether its default is the next value of a sequence that belongs to it: then it was made as "serial"
       EXISTS (SELECT FROM pg_catalog.pg_attrdef e
               JOIN pg_catalog.pg_depend uses ON uses.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
                    AND uses.objid = e.oid AND uses.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
               JOIN pg_catalog.pg_sequence s ON s.seqrelid = uses.refobjid AND s.seqtypid = a.atttypid
               JOIN pg_catalog.pg_depend owned ON owned.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                    AND owned.objid = s.seqrelid AND owned.deptype = 'a'
                    AND owned.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                    AND owned.refobjid = a.attrelid AND owned.refobjsubid = a.attnum
               WHERE e.adrelid = a.attrelid AND e.adnum = a.attnum),
       (SELECT pg_catalog.string_agg(
                   pg_catalog.quote_ident(o.option_name) || ' ' || pg_catalog.quote_literal(o.option_value), ', ')
        FROM pg_catalog.pg_options_to_table(a.attfdwoptions) o),
       pg_catalog.col_description(a.attrelid, a.attnum)
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
WHERE a.attrelid = $1::pg_catalog.oid AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attnum
