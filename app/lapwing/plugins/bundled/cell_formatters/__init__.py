"""Values shown as people read them: times, sizes, UUIDs, truths, JSON."""
