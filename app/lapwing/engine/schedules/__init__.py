"""Schedules: events that are told at their times."""
