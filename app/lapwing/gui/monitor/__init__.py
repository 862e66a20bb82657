"""Dashboards: panels of charts over what monitoring samples. Loads numpy, so it is imported when one is first shown."""
