"""What the webhook listener needs is loaded when it begins, or when somebody asks: most people never do."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from lapwing.engine.bus import Bus
from lapwing.engine.connections.secrets import SecretsService
from lapwing.engine.hub import EventHub

if TYPE_CHECKING:
    from lapwing.domain.monitoring.annotations import AddAnnotation
    from lapwing.engine.webhooks.incoming import Incoming


class IncomingWebhooks:
    """Event loop's thread.

    Args:
        annotate: Writes something into charts.
    """

    def __init__(
        self,
        bus: Bus,
        hub: EventHub,
        vault: SecretsService,
        annotate: "Callable[[AddAnnotation], Awaitable[object]]",
    ) -> None:
        self._made_of = (bus, hub, vault, annotate)
        self._whole: Incoming | None = None

    def whole(self) -> "Incoming":
        """What judges, keeps and tells messages."""
        if self._whole is None:
            from lapwing.engine.webhooks.incoming import Incoming

            self._whole = Incoming(*self._made_of)
        return self._whole

    def listener_operations(self) -> tuple[object, ...]:
        """Those on the listener."""
        from lapwing.engine.webhooks.listener_service import ListenerService

        return (ListenerService(self.whole()),)

    def inbox_operations(self) -> tuple[object, ...]:
        """Those on what came."""
        from lapwing.engine.webhooks.inbox_service import InboxService

        return (InboxService(self.whole()),)
