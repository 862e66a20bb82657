"""What monitoring is about: metrics, samples, activity, dashboards, annotations."""
