-- Has what our own session counted so far be told with the end of this transaction. From version 15.
SELECT '@flushed'::pg_catalog.text, pg_catalog.pg_stat_force_next_flush()::pg_catalog.text, NULL::pg_catalog.text
