"""Outgoing webhooks as a whole: what hears, what delivers, what may be asked, and how they know each other."""

from collections.abc import Callable

from lapwing.domain.webhooks.deliveries import DeliveryChanged, DeliveryFacts
from lapwing.domain.webhooks.endpoints import EndpointsChanged
from lapwing.engine.bus import Bus
from lapwing.engine.connections.secrets import SecretsService
from lapwing.engine.hub import EventHub
from lapwing.engine.webhooks.deliveries_service import DeliveriesService
from lapwing.engine.webhooks.delivering import Delivering
from lapwing.engine.webhooks.endpoint_secrets import EndpointVault
from lapwing.engine.webhooks.endpoints_book import EndpointsBook
from lapwing.engine.webhooks.endpoints_service import EndpointsService
from lapwing.engine.webhooks.intake import Intake
from lapwing.engine.webhooks.pace import Pace
from lapwing.engine.webhooks.queue_keeper import QueueKeeper
from lapwing.engine.webhooks.sending import Sender


class WholeWebhooks:
    """Event loop's thread.

    Attributes:
        delivering: What sends, while this engine is the one that does.
        services: Those with operations.
    """

    def __init__(
        self,
        bus: Bus,
        hub: EventHub,
        secrets: SecretsService,
        pace: Pace,
        make_sender: Callable[[], Sender],
    ) -> None:
        self._bus = bus
        self._keeper = QueueKeeper()
        self._book = EndpointsBook()
        self._vault = EndpointVault(secrets)
        self._intake = Intake(hub, self._book, self._keeper, pace, self._accepted)
        self.delivering = Delivering(bus, hub, self._book, self._vault, self._keeper, pace, make_sender, self._saved)
        endpoints = EndpointsService(
            self._book, self._vault, self._keeper, self._saved, lambda: self.delivering.lanes, make_sender
        )
        deliveries = DeliveriesService(bus, self._book, self._keeper, self.delivering)
        self.services = (endpoints, deliveries)
        self._seen = {each.id: each for each in self._book.all()}
        self._intake.follow()

    def _accepted(self, found: list[DeliveryFacts]) -> None:
        for each in found:
            self._bus.publish(DeliveryChanged(each))
        self.delivering.wake()

    def _saved(self, endpoint_id: str) -> None:
        """An endpoint is there, is another one, or is gone."""
        self._seen = {each.id: each for each in self._book.all()}
        self._intake.follow()
        self.delivering.renew(endpoint_id)
        self._bus.publish(EndpointsChanged(endpoint_id))

    def look_again(self) -> None:
        """Another engine, or a person, may have written one of the files."""
        found = {each.id: each for each in self._book.all()}
        changed = [each for each in found.keys() | self._seen.keys() if found.get(each) != self._seen.get(each)]
        for endpoint_id in changed:
            self._saved(endpoint_id)
        self.delivering.wake()

    async def close(self) -> None:
        """Keep what was heard, and end."""
        await self._intake.close()
        await self.delivering.stop()
        await self._keeper.close()
