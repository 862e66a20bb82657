"""Monitoring: samplers, kept samples, activity, annotations, dashboards."""
