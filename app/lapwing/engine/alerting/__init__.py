"""Alerts: judging rules by samples, and telling what changed."""
