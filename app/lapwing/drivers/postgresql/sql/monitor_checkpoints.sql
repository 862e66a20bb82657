-- Checkpoints, and who writes buffers. Up to version 16.
SELECT v.name, v.label, v.value
FROM pg_catalog.pg_stat_bgwriter s
CROSS JOIN (SELECT pg_catalog.current_setting('block_size')::pg_catalog.int8 AS bytes) block
CROSS JOIN LATERAL (VALUES
    ('checkpoints', 'timed'::pg_catalog.text, s.checkpoints_timed::pg_catalog.text),
    ('checkpoints', 'requested', s.checkpoints_req::pg_catalog.text),
    ('checkpoint_time', 'write', s.checkpoint_write_time::pg_catalog.text),
    ('checkpoint_time', 'sync', s.checkpoint_sync_time::pg_catalog.text),
    ('buffers_written', 'checkpointer', (s.buffers_checkpoint * block.bytes)::pg_catalog.text),
    ('buffers_written', 'background writer', (s.buffers_clean * block.bytes)::pg_catalog.text),
    ('buffers_written', 'sessions', (s.buffers_backend * block.bytes)::pg_catalog.text),
    ('buffers_allocated', NULL, s.buffers_alloc::pg_catalog.text),
    ('background_writer_stops', NULL, s.maxwritten_clean::pg_catalog.text),
    ('@epoch', NULL, s.stats_reset::pg_catalog.text)
) v(name, label, value)
