-- Sessions that came and how they ended. From version 14.
SELECT v.name, v.label, v.value::pg_catalog.text
FROM (
    SELECT pg_catalog.sum(s.sessions) AS opened,
           pg_catalog.sum(s.sessions_abandoned) AS abandoned,
           pg_catalog.sum(s.sessions_fatal) AS fatal,
           pg_catalog.sum(s.sessions_killed) AS killed
    FROM pg_catalog.pg_stat_database s
) t
CROSS JOIN LATERAL (VALUES
    ('sessions_opened', NULL::pg_catalog.text, t.opened),
    ('sessions_lost', 'abandoned', t.abandoned),
    ('sessions_lost', 'fatal', t.fatal),
    ('sessions_lost', 'killed', t.killed)
) v(name, label, value)
