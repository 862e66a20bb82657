"""Figures of statements, connections, services and monitored servers, pushed to Prometheus at an interval."""
