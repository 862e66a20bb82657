"""Monitoring in the window: dashboards, sessions and locks. What draws charts loads numpy, so it comes late."""
