"""Schedules: what is told at which times, and what came of it."""
