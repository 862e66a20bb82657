"""Webhooks, as a person sees them: endpoints and deliveries that go out, senders and messages that come in."""
