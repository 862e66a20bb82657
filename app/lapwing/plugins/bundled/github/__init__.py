"""Issues and commit statuses on GitHub, and its webhooks as events."""
