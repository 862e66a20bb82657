"""Alerts: rules over metrics, the language they are written in, and the states they go through."""
