"""What the HTTP face adds to an engine: given to it by who starts it, since the engine knows no faces."""

from lapwing.engine.engine import Engine
from lapwing.server.listener import WebhookListener


def attach(engine: Engine) -> None:
    """Register the services of the HTTP face. Before `engine.start_services()`."""
    engine.services.register(WebhookListener(engine.incoming, engine.bus))
