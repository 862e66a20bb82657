-- What our own transaction has read so far of the catalogues that the queries of the slow lane go through (pg_class,
-- pg_namespace, pg_sequence, and their indexes): the server counts it among the rest.
SELECT v.name, NULL::pg_catalog.text, v.value::pg_catalog.text
FROM (
    SELECT pg_catalog.sum(pg_catalog.pg_stat_get_xact_tuples_returned(c.oid)) AS returned,
           pg_catalog.sum(pg_catalog.pg_stat_get_xact_tuples_fetched(c.oid)) AS fetched,
           pg_catalog.sum(pg_catalog.pg_stat_get_xact_blocks_hit(c.oid)) AS hit,
           pg_catalog.sum(pg_catalog.pg_stat_get_xact_blocks_fetched(c.oid)
                          - pg_catalog.pg_stat_get_xact_blocks_hit(c.oid)) AS read
    FROM (VALUES (1259), (2662), (2663), (2615), (2684), (2685), (2224), (5002)) c(oid)
) t
CROSS JOIN LATERAL (VALUES
    ('@own rows_read', t.returned),
    ('@own rows_fetched', t.fetched),
    ('@own blocks_hit', t.hit),
    ('@own blocks_read', t.read)
) v(name, value)
