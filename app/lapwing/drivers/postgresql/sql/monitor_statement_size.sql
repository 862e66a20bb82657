SELECT s.setting FROM pg_catalog.pg_settings s WHERE s.name = 'track_activity_query_size'
