"""The log of deliveries: read, and sent again."""

from typing import Final

from lapwing.domain.errors import LapwingError, to_wire
from lapwing.domain.operations import Permission
from lapwing.domain.webhooks.deliveries import (
    DeliveryChanged,
    DeliveryList,
    DeliveryRequest,
    DeliveryWhole,
    ReadDeliveries,
    ResendDeliveries,
    Resent,
)
from lapwing.domain.webhooks.deliveries_errors import DeliveryUnknown
from lapwing.engine.bus import Bus
from lapwing.engine.operations import operation
from lapwing.engine.webhooks.delivering import Delivering
from lapwing.engine.webhooks.endpoints_book import EndpointsBook
from lapwing.engine.webhooks.queue_keeper import QueueKeeper
from lapwing.store.deliveries.log import read, whole
from lapwing.store.deliveries.queue import resend

_MOST_IDS: Final = 10_000


class DeliveriesService:
    """Event loop's thread."""

    def __init__(self, bus: Bus, book: EndpointsBook, keeper: QueueKeeper, delivering: Delivering) -> None:
        self._bus = bus
        self._book = book
        self._keeper = keeper
        self._delivering = delivering

    @operation("webhook.deliveries", needs=Permission.QUERY_READ)
    async def deliveries(self, request: ReadDeliveries) -> DeliveryList:
        """Deliveries, the latest first; none with a reason where the file cannot be read."""
        try:
            found, total = await self._keeper.do(lambda connection: read(connection, request))
        except LapwingError as error:
            return DeliveryList(problems=to_wire(error))
        return DeliveryList(found, total, to_wire(self._keeper.problem))

    @operation("webhook.delivery", needs=Permission.QUERY_READ)
    async def delivery(self, request: DeliveryRequest) -> DeliveryWhole:
        """One delivery with its body, and its last attempts with request and answer. Secrets in them are masked.

        Raises:
            DeliveryUnknown, DeliveriesUnusable, StoredNewer: They cannot be read.
        """
        found = await self._keeper.do(lambda connection: whole(connection, request.delivery_id))
        if found is None:
            raise DeliveryUnknown(delivery=request.delivery_id)
        return found

    @operation("webhook.resend", needs=Permission.CONNECTIONS_WRITE)
    async def resend(self, request: ResendDeliveries) -> Resent:
        """Have deliveries tried again, with their retries anew; a receiver sees the same `webhook-id`. Those whose
        endpoint is gone stay as they are.

        Raises:
            DeliveryUnknown: There is none of them, or its endpoint is gone.
            DeliveriesUnusable, StoredNewer: It cannot be queued.
        """
        ids = request.ids[:_MOST_IDS]
        retries = {each.id: each.retries for each in self._book.all()}
        found = await self._keeper.do(lambda connection: resend(connection, ids, request.endpoint_id, retries))
        if ids and not found:
            raise DeliveryUnknown(delivery=ids[0])
        for each in found:
            self._bus.publish(DeliveryChanged(each))
        self._delivering.wake()
        return Resent(len(found))
