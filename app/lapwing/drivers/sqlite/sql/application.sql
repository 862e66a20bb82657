-- The number by which a program knows its own files. {schema} is quoted by the caller.
PRAGMA {schema}.application_id
