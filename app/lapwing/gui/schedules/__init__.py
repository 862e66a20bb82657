"""Schedules in the window: what is told when, and what came of it."""
