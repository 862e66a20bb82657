-- The server's settings by name, as sessions begin with them; those left out that hold secrets or name the session.
SELECT s.name,
    CASE s.source WHEN 'session' THEN s.reset_val WHEN 'client' THEN s.boot_val ELSE s.setting END,
    coalesce(s.unit, ''), s.category, s.short_desc,
    (s.source IN ('default', 'client')
        OR CASE s.source WHEN 'session' THEN s.reset_val ELSE s.setting END IS NOT DISTINCT FROM s.boot_val
    )::pg_catalog.text,
    (s.context = 'postmaster')::pg_catalog.text
FROM pg_catalog.pg_settings s
WHERE s.name NOT IN ('primary_conninfo', 'application_name') AND s.name !~ '_command$'
ORDER BY s.name
