"""How the webhook listener is called; apart from its types, which take their time to be made."""

from typing import Final

LISTENER: Final = "webhook-listener"
"""The id of the service of the engine."""
LISTENER_CHANGED: Final = "listener.changed"
"""The event that it listens elsewhere, or believes others."""
