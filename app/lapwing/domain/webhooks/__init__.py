"""Webhooks as facts: endpoints and deliveries that go out, services and messages that come in."""
