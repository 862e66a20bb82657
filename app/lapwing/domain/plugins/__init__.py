"""Plugins as facts: what one says of itself, what it may do, how it is, and what it shows."""
