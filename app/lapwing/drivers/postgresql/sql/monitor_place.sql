-- Where the server is: its data folder and the first line of postmaster.pid, where we may know.
SELECT CASE WHEN pg_catalog.pg_has_role('pg_read_all_settings', 'USAGE')
            THEN pg_catalog.current_setting('data_directory', true) END,
       CASE WHEN pg_catalog.has_function_privilege('pg_catalog.pg_read_file(text)', 'EXECUTE')
            THEN pg_catalog.split_part(pg_catalog.pg_read_file('postmaster.pid'), E'\n', 1) END
