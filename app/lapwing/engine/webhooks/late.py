"""Outgoing webhooks are loaded when there is an endpoint, or somebody asks: most people have none."""

import asyncio
import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from lapwing import paths
from lapwing.domain.services import ServiceHealth, ServiceNote
from lapwing.engine.bus import Bus
from lapwing.engine.connections.secrets import SecretsService
from lapwing.engine.hub import EventHub
from lapwing.engine.webhooks.addresses import LookUp, look_up
from lapwing.engine.webhooks.pace import LOGGER, Pace
from lapwing.settings.store import read_settings, settings_document

if TYPE_CHECKING:
    from lapwing.engine.webhooks.whole import WholeWebhooks

Stamp = tuple[int, int]


class Webhooks:
    """Event loop's thread.

    Events are taken in by every engine, as soon as there are endpoints; the service delivers in one of them.

    Attributes:
        service: What delivers (`engine.hosting.HostedService`).
        pace: How fast, by the settings; a test may change it before anything is sent.
        look_up: What tells the addresses of hosts; a test may give another one.
    """

    def __init__(self, bus: Bus, hub: EventHub, secrets: SecretsService) -> None:
        self._made_of = (bus, hub, secrets)
        self._whole: WholeWebhooks | None = None
        self._loaded = asyncio.Event()
        self._watching: asyncio.Task[None] | None = None
        self.pace = Pace()
        self._seen_settings = _stamp_of_settings()
        self.pace.follow(read_settings())
        self.look_up: LookUp = look_up
        self.service = DeliveryService(self)
        if _stamp_of_endpoints() is not None:
            self.whole()

    def whole(self) -> "WholeWebhooks":
        """All of it."""
        if self._whole is None:
            from lapwing.engine.webhooks.sending import Sender
            from lapwing.engine.webhooks.whole import WholeWebhooks

            self._whole = WholeWebhooks(*self._made_of, self.pace, lambda: Sender(self.look_up))
            self._loaded.set()
        return self._whole

    @property
    def loaded(self) -> "WholeWebhooks | None":
        """All of it, where it was needed already."""
        return self._whole

    def watch(self) -> None:
        """Follow what other engines and people write. For an engine that stays."""
        self._watching = asyncio.create_task(self._watch(), name="webhooks watched")

    async def _watch(self) -> None:
        last: tuple[Stamp | None, Stamp | None] = (None, None)
        while True:
            if (stamp := _stamp_of_settings()) != self._seen_settings:
                self._seen_settings = stamp
                self.pace.follow(await asyncio.to_thread(read_settings))
            seen = _stamp_of_endpoints(), _stamp_of_queue()
            if seen != last and seen != (None, None):
                self.whole().look_again()
            last = seen
            await asyncio.sleep(self.pace.look_s)

    async def run(self) -> None:
        """Deliver, from when there is something to deliver."""
        await self._loaded.wait()
        await self.whole().delivering.run()

    async def close(self) -> None:
        """Keep what was heard, and end."""
        if self._watching is not None:
            self._watching.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._watching
        if self._whole is not None:
            await self._whole.close()


class DeliveryService:
    """Delivering, as a service of the engine (`engine.hosting.HostedService`)."""

    id = "webhook-deliveries"
    title = "Webhook deliveries"
    logger = LOGGER
    once_in_a_profile = True

    def __init__(self, webhooks: Webhooks) -> None:
        self._webhooks = webhooks

    def is_wanted(self) -> bool:
        """Always: without endpoints it does nothing."""
        return True

    async def start(self) -> None:
        """What is heavy is loaded with the first endpoint."""

    async def run(self) -> None:
        """Deliver until cancelled."""
        await self._webhooks.run()

    async def stop(self) -> None:
        """Deliver no more; what waits stays."""
        if self._webhooks.loaded is not None:
            await self._webhooks.loaded.delivering.stop()

    def health(self) -> ServiceHealth:
        """How it is now."""
        loaded = self._webhooks.loaded
        return loaded.delivering.health() if loaded is not None else ServiceHealth(note=ServiceNote("deliveries.none"))


def _stamp_of_endpoints() -> Stamp | None:
    return _stamp(paths.config() / "webhooks.json")


def _stamp_of_settings() -> Stamp | None:
    return _stamp(settings_document().path)


def _stamp_of_queue() -> Stamp | None:
    return _stamp(paths.data() / "store" / "deliveries.sqlite-wal")


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
