"""Taking events in for delivery: from the hub into the file, together as far as they come together.

An event is safe from when its transaction is on the disk, some milliseconds after it was told; no end of the process or
of power loses it then. Until that moment it is as volatile as what it tells of.
"""

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Callable
from typing import Final

from lapwing.domain.cloud_events import CloudEvent
from lapwing.domain.errors import LapwingError
from lapwing.domain.webhooks.deliveries import DeliveryFacts
from lapwing.domain.webhooks.deliveries_payloads import payload_of
from lapwing.domain.webhooks.endpoints import NEVER_SENT, RECEIVED, Endpoint
from lapwing.engine.hub import EventHub, Subscription
from lapwing.engine.webhooks.endpoints_book import EndpointsBook
from lapwing.engine.webhooks.pace import LOGGER, Pace
from lapwing.engine.webhooks.queue_keeper import QueueKeeper
from lapwing.store.deliveries.queue import NewDelivery, accept

_log: Final = logging.getLogger(LOGGER)
_MOST_WAITING: Final = 20_000
_AT_ONCE: Final = 500
_ALL_BUT_METRICS: Final = ("[!m]*", "m[!e]*", "me[!t]*")
"""What `*` means to the hub: metrics are made only when somebody hears them."""
_Wanted = tuple[CloudEvent, tuple[Endpoint, ...]]


class Intake:
    """Event loop's thread. In every engine of the profile, whichever of them delivers.

    Attributes:
        missed: Events that were left out, because so many could not be kept.
    """

    def __init__(
        self,
        hub: EventHub,
        book: EndpointsBook,
        keeper: QueueKeeper,
        pace: Pace,
        accepted: Callable[[list[DeliveryFacts]], None],
    ) -> None:
        self._hub = hub
        self._book = book
        self._keeper = keeper
        self._pace = pace
        self._accepted = accepted
        self._waiting: deque[_Wanted] = deque()
        self._task: asyncio.Task[None] | None = None
        self._ending = asyncio.Event()
        self._endpoints: tuple[Endpoint, ...] = ()
        self._subscription: Subscription | None = None
        self._said = ""
        self.missed = 0

    def follow(self) -> None:
        """Hear of what the endpoints of now want to hear of."""
        self._endpoints = tuple(each for each in self._book.all() if each.enabled and not each.problem()[1])
        patterns = dict.fromkeys(
            pattern
            for endpoint in self._endpoints
            for given in endpoint.events
            for pattern in (_ALL_BUT_METRICS if given == "*" else (given,))
        )
        if self._subscription is None and patterns:
            self._subscription = self._hub.subscribe("webhooks", tuple(patterns), _nothing, accepts=self._take)
        elif self._subscription is not None:
            self._subscription.patterns = tuple(patterns)

    def _take(self, event: CloudEvent) -> bool:
        """Note an event at once, so that none is lost between being told and being kept; the hub need not queue it."""
        if event.type in NEVER_SENT:
            return False
        wanted = tuple(each for each in self._endpoints if each.wants(event))
        if wanted:
            if len(self._waiting) >= _MOST_WAITING:
                self._waiting.popleft()
                self.missed += 1
                if self.missed.bit_count() == 1:  # the first one, and then as often as they double
                    _log.error("%d events were left out of webhooks: too many wait to be kept", self.missed)
            self._waiting.append((event, wanted))
            if self._task is None or self._task.done():
                self._task = asyncio.create_task(self._work(), name="webhook intake")
        return False

    async def _work(self) -> None:
        while self._waiting:
            now = [self._waiting.popleft() for _ in range(min(len(self._waiting), _AT_ONCE))]
            while not await self._kept(now):
                if self._ending.is_set():
                    _log.error("%d events were not kept for webhooks", len(now) + len(self._waiting))
                    return
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(self._pace.blocked_s):
                        await self._ending.wait()

    async def _kept(self, wanted: list[_Wanted]) -> bool:
        new = _deliveries(wanted)
        try:
            self._accepted(await self._keeper.do(lambda connection: accept(connection, new)))
        except LapwingError as error:
            if str(error) != self._said:
                _log.warning("events could not be kept for webhooks: %s", error)
            self._said = str(error)
            return False
        self._said = ""
        return True

    async def close(self) -> None:
        """Hear no more; what was heard is kept first."""
        self._ending.set()
        if self._subscription is not None:
            subscription, self._subscription = self._subscription, None
            await self._hub.unsubscribe(subscription)
        if self._task is not None and not self._task.done():
            await asyncio.wait([self._task])


def _deliveries(wanted: list[_Wanted]) -> list[NewDelivery]:
    """What is to be kept. An event that cannot be written as JSON is a defect of who told it, and harms no other."""
    made = []
    for event, endpoints in wanted:
        for endpoint in endpoints:
            try:
                made.append(_delivery(event, endpoint))
            except (TypeError, ValueError, RecursionError):
                _log.exception("%s cannot be written as JSON, and is not delivered", event.type)
    return made


def _delivery(event: CloudEvent, endpoint: Endpoint) -> NewDelivery:
    content_type, body = payload_of(event, endpoint.payload)
    return NewDelivery(
        endpoint.id,
        endpoint.name,
        f"msg_{event.id}",
        event.type,
        event.connection_id,
        event.at,
        content_type,
        body,
        1 + endpoint.retries,
        str(event.data.get("delivery") or "") if event.type == RECEIVED else "",
    )


async def _nothing(_event: CloudEvent) -> None:
    """All is done when the event is taken."""
