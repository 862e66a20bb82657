-- Databases of this connection in the order SQLite keeps them: main, temp, then attached ones.
SELECT name, file FROM pragma_database_list ORDER BY seq
