-- Indexes of one table; origin: c created, u unique constraint, pk primary key.
-- ?1 table, ?2 schema
SELECT name, "unique", origin, partial FROM pragma_index_list(?1, ?2) ORDER BY seq
