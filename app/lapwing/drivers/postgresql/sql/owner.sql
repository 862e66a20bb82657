-- What one object is to the server: its kind and full name as statements write it, its owner, and whether that is us.
-- $1 catalogue, $2 oid
SELECT this.type, this.identity,
       pg_catalog.pg_get_userbyid(made.owner), pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(made.owner)),
       made.owner = (SELECT r.oid FROM pg_catalog.pg_roles r WHERE r.rolname = current_user)
FROM pg_catalog.pg_identify_object(('pg_catalog.' || $1::pg_catalog.text)::pg_catalog.regclass, $2::pg_catalog.oid, 0) this
LEFT JOIN (
    SELECT c.relowner AS owner FROM pg_catalog.pg_class c WHERE $1 = 'pg_class' AND c.oid = $2::pg_catalog.oid
    UNION ALL SELECT p.proowner FROM pg_catalog.pg_proc p WHERE $1 = 'pg_proc' AND p.oid = $2::pg_catalog.oid
    UNION ALL SELECT t.typowner FROM pg_catalog.pg_type t WHERE $1 = 'pg_type' AND t.oid = $2::pg_catalog.oid
    UNION ALL SELECT o.collowner FROM pg_catalog.pg_collation o WHERE $1 = 'pg_collation' AND o.oid = $2::pg_catalog.oid
    UNION ALL SELECT n.nspowner FROM pg_catalog.pg_namespace n WHERE $1 = 'pg_namespace' AND n.oid = $2::pg_catalog.oid
    UNION ALL SELECT b.datdba FROM pg_catalog.pg_database b WHERE $1 = 'pg_database' AND b.oid = $2::pg_catalog.oid
    UNION ALL SELECT s.spcowner FROM pg_catalog.pg_tablespace s WHERE $1 = 'pg_tablespace' AND s.oid = $2::pg_catalog.oid
    UNION ALL SELECT e.extowner FROM pg_catalog.pg_extension e WHERE $1 = 'pg_extension' AND e.oid = $2::pg_catalog.oid
    UNION ALL SELECT w.fdwowner FROM pg_catalog.pg_foreign_data_wrapper w
              WHERE $1 = 'pg_foreign_data_wrapper' AND w.oid = $2::pg_catalog.oid
    UNION ALL SELECT s.srvowner FROM pg_catalog.pg_foreign_server s
              WHERE $1 = 'pg_foreign_server' AND s.oid = $2::pg_catalog.oid
    UNION ALL SELECT p.pubowner FROM pg_catalog.pg_publication p WHERE $1 = 'pg_publication' AND p.oid = $2::pg_catalog.oid
    -- up to PostgreSQL 13, only superusers may ask pg_subscription for an oid
    UNION ALL SELECT d.refobjid FROM pg_catalog.pg_shdepend d
              WHERE $1 = 'pg_subscription' AND d.classid = 'pg_catalog.pg_subscription'::pg_catalog.regclass
                AND d.objid = $2::pg_catalog.oid AND d.deptype = 'o'
                AND d.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
    UNION ALL SELECT e.evtowner FROM pg_catalog.pg_event_trigger e
              WHERE $1 = 'pg_event_trigger' AND e.oid = $2::pg_catalog.oid
) made ON true
