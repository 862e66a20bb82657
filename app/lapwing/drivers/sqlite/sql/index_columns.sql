-- Key columns of one index; name is NULL for an expression.
-- ?1 index, ?2 schema
SELECT name, "desc" FROM pragma_index_xinfo(?1, ?2) WHERE key ORDER BY seqno
