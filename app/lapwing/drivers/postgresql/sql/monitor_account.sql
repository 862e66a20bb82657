-- Whether we are told what others do, and whether texts are converted on their way to us.
SELECT pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE'),
       pg_catalog.pg_client_encoding() <> 'SQL_ASCII'
       AND pg_catalog.getdatabaseencoding() NOT IN ('SQL_ASCII', pg_catalog.pg_client_encoding())
