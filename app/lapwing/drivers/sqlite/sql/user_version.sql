-- The number that a program gave one database as its version. {schema} is quoted by the caller.
PRAGMA {schema}.user_version
