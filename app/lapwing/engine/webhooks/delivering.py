"""Delivering what waits: a lane for each endpoint, in the one engine of the profile that does it."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from lapwing.domain.errors import LapwingError
from lapwing.domain.services import ServiceHealth, ServiceNote
from lapwing.domain.webhooks.deliveries import DeliveryChanged, DeliveryFacts, DeliveryState
from lapwing.domain.webhooks.deliveries_errors import EndpointGone
from lapwing.domain.webhooks.endpoints import CircuitState, Endpoint, EndpointsChanged
from lapwing.engine.bus import Bus
from lapwing.engine.hub import EventHub
from lapwing.engine.webhooks.endpoint_secrets import EndpointVault
from lapwing.engine.webhooks.endpoints_book import EndpointsBook
from lapwing.engine.webhooks.lane import Lane, LaneParts
from lapwing.engine.webhooks.pace import LOGGER, Pace, now
from lapwing.engine.webhooks.queue_keeper import QueueKeeper
from lapwing.engine.webhooks.sending import Sender
from lapwing.settings.store import read_settings
from lapwing.store.deliveries.keeping import Act, sweep
from lapwing.store.deliveries.queue import give_up_waiting, waited_for

_log: Final = logging.getLogger(LOGGER)
_SWEPT_EVERY_S: Final = 3_600.0
_SWEPT_EVERY: Final = 2_000
"""Deliveries that are over."""
GONE: Final = "gone"
"""Why an endpoint was disabled: it answered 410."""


class Delivering:
    """Event loop's thread.

    Args:
        saved: To be called with the id of an endpoint that it changed.

    Attributes:
        lanes: By endpoint; none while another engine delivers.
    """

    def __init__(
        self,
        bus: Bus,
        hub: EventHub,
        book: EndpointsBook,
        vault: EndpointVault,
        keeper: QueueKeeper,
        pace: Pace,
        make_sender: Callable[[], Sender],
        saved: Callable[[str], None],
    ) -> None:
        self._bus = bus
        self._hub = hub
        self._book = book
        self._keeper = keeper
        self._saved = saved
        self.lanes: dict[str, Lane] = {}
        self._is_running = False
        self._is_sweep_due = asyncio.Event()
        self._ended = 0
        self._ends: set[asyncio.Task[None]] = set()
        self._parts = LaneParts(keeper, vault, pace, book.find, self._told, self._changed, self._retire, make_sender)

    async def run(self) -> None:
        """Deliver until cancelled."""
        self._is_running = True
        self.follow()
        while True:
            self._is_sweep_due.clear()
            await self._sweep()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_SWEPT_EVERY_S):
                    await self._is_sweep_due.wait()

    async def _sweep(self) -> None:
        try:
            await self._give_up_orphans()
            settings = await asyncio.to_thread(read_settings)
            days, room_bytes = settings.deliveries_days, settings.deliveries_mb << 20
            while await self._keeper.do(lambda connection: sweep(connection, now(), days, room_bytes)):
                pass  # some at once, so that nobody who waits for the file waits long
        except LapwingError as error:
            _log.warning("old deliveries were not removed: %s", error)

    async def _give_up_orphans(self) -> None:
        """What waits for an endpoint that is there no more: somebody took it out of the file, or another engine took an
        event in while it was removed. The list is read behind what waits, so that none is new to it.

        Raises:
            DeliveriesUnusable, StoredNewer
        """
        waited = await self._keeper.do(waited_for)
        known = {each.id for each in self._book.all()}
        if self._book.problem is not None:  # a list that cannot be read says nothing
            return
        for endpoint_id in waited.keys() - known:
            last_id = waited[endpoint_id]
            for each in await self._keeper.do(_given_up(endpoint_id, last_id)):
                self._told(each)

    def follow(self) -> None:
        """Have a lane for each endpoint that there is now; a changed one begins afresh."""
        if not self._is_running:
            return
        ids = {each.id for each in self._book.all()}
        for endpoint_id in set(self.lanes) - ids:
            self._end(self.lanes.pop(endpoint_id))
            self._is_sweep_due.set()
        for endpoint_id in ids - set(self.lanes):
            self.lanes[endpoint_id] = Lane(endpoint_id, self._parts)

    def renew(self, endpoint_id: str) -> None:
        """An endpoint was saved: what failed before says nothing of it any more."""
        self.follow()
        if endpoint_id in self.lanes:
            self.lanes[endpoint_id].renew()

    def wake(self) -> None:
        """There may be something new."""
        for lane in self.lanes.values():
            lane.wake()

    def _end(self, lane: Lane) -> None:
        task = asyncio.create_task(lane.end(), name="webhook lane ends")
        self._ends.add(task)
        task.add_done_callback(self._ends.discard)

    def _told(self, facts: DeliveryFacts) -> None:
        """A delivery's state changed, and that is on the disk."""
        self._bus.publish(DeliveryChanged(facts))
        if facts.state is DeliveryState.WAITING:
            return
        self._ended += 1
        if self._ended % _SWEPT_EVERY == 0:
            self._is_sweep_due.set()
        data = {
            "endpoint": facts.endpoint_name,
            "endpointId": facts.endpoint_id,
            "deliveryId": facts.id,
            "event": facts.event_type,
            "messageId": facts.message_id,
            "attempts": facts.attempts,
            "status": facts.status,
            "durationMs": round(facts.duration_ms),
        }
        is_delivered = facts.state is DeliveryState.DELIVERED
        if facts.error is not None and not is_delivered:
            data["errorCode"] = facts.error.code
        self._hub.publish(
            "webhook.delivered" if is_delivered else "webhook.failed",
            data,
            connection_id=facts.connection_id,
            subject=facts.endpoint_name,
        )

    def _changed(self, endpoint_id: str) -> None:
        self._bus.publish(EndpointsChanged(endpoint_id))

    def _retire(self, endpoint: Endpoint) -> None:
        """Disable what is gone, unless somebody gave it another address meanwhile."""
        try:
            found = self._book.find(endpoint.id)
            if found.url != endpoint.url:
                return
            _log.warning("%s answered that it is gone, and is disabled", endpoint.name)
            self._book.keep(replace(found, enabled=False, disabled_because=GONE))
        except LapwingError as error:
            _log.warning("%s could not be disabled: %s", endpoint.name, error)
        self._saved(endpoint.id)

    def health(self) -> ServiceHealth:
        """How it is now."""
        failing = [lane for lane in self.lanes.values() if lane.error is not None]
        opened = sum(lane.circuit is not CircuitState.CLOSED for lane in self.lanes.values())
        figures = (("Endpoints", str(len(self.lanes))), ("Failing", str(len(failing))), ("Left alone", str(opened)))
        note = ServiceNote("deliveries.some", len(self.lanes))
        if failing:
            note = ServiceNote("deliveries.failing", len(failing), len(self.lanes))
        problem = self._keeper.problem
        is_well = not failing and self._keeper.trouble is None
        return ServiceHealth(is_well, note, figures, None if problem is None else problem.to_wire())

    async def stop(self) -> None:
        """Deliver no more; what waits stays. May be called twice."""
        self._is_running = False
        lanes, self.lanes = self.lanes, {}
        for lane in lanes.values():
            self._end(lane)
        if self._ends:
            await asyncio.wait(set(self._ends))


def _given_up(endpoint_id: str, last_id: int) -> "Act[list[DeliveryFacts]]":
    return lambda connection: give_up_waiting(connection, endpoint_id, EndpointGone(), now(), last_id)
