"""Webhooks: deliveries that go out (`endpoints`, `deliveries`), messages that come in (`incoming`, `inbox`)."""
