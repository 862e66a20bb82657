"""The queue and the log of webhook deliveries: one SQLite file, which every engine of the profile may write."""
