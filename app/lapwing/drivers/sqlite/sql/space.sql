-- Pages of one table or index, and what they hold. Reads all of its pages. {schema} is quoted by the caller.
-- ?1 table or index, ?2 schema
SELECT pageno, pgsize, payload, unused FROM dbstat(?2, 1) WHERE name = ?1
