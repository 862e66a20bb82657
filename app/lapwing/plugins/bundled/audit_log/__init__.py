"""Who did what, in a file whose lines are chained by hashes."""
