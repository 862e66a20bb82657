-- The server's settings by name, those left out that hold secrets or are hidden from this account.
SELECT s.name, s.setting, coalesce(s.unit, ''), s.category, s.short_desc,
    (s.source = 'default' OR s.setting IS NOT DISTINCT FROM s.boot_val)::pg_catalog.text,
    (s.context = 'postmaster')::pg_catalog.text
FROM pg_catalog.pg_settings s
WHERE s.name <> 'primary_conninfo' AND s.name !~ '_command$'
ORDER BY s.name
