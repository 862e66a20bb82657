-- Pages of one database that hold nothing. {schema} is quoted by the caller.
PRAGMA {schema}.freelist_count
