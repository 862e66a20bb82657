"""The webhook listener as a service of the engine: off by default, once in a profile."""

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Final

from lapwing.domain.services import ServiceHealth
from lapwing.domain.webhooks.listener_names import LISTENER, LISTENER_CHANGED
from lapwing.engine.bus import Bus
from lapwing.engine.webhooks.incoming_late import IncomingWebhooks

if TYPE_CHECKING:
    from lapwing.domain.webhooks.inbox import Verdict
    from lapwing.domain.webhooks.incoming import ListenerSettings
    from lapwing.server.http_server import HttpServer
    from lapwing.server.limits import Limits

LOGGER: Final = "lapwing.webhook_listener"
_LOOK_EVERY_S: Final = 2.0
_log: Final = logging.getLogger(LOGGER)


class WebhookListener:
    """A service of the engine (`engine.hosting.HostedService`). Event loop's thread; what it needs is loaded when it
    starts."""

    id = LISTENER
    title = "Webhook listener"
    logger = LOGGER
    once_in_a_profile = True

    def __init__(
        self, incoming: IncomingWebhooks, bus: Bus, limits: "Limits | None" = None, look_every_s: float = _LOOK_EVERY_S
    ) -> None:
        self._late = incoming
        self._bus = bus
        self._limits = limits
        self._look_every_s = look_every_s
        self._changed = asyncio.Event()
        self._server: HttpServer | None = None
        self._bound_by: ListenerSettings | None = None
        self._is_begun = False
        bus.listen((LISTENER_CHANGED,), lambda _event: self._changed.set())

    def is_wanted(self) -> bool:
        """Never by itself."""
        return False

    async def start(self) -> None:
        """Open the inbox, bind, and take connections.

        Raises:
            ListenerAddressTaken: Somebody else listens there, or the system does not let us.
            InboxUnusable, StoredNewer
        """
        self._is_begun = True
        await self._late.whole().begin()
        await self._open()

    async def _open(self) -> None:
        from lapwing.server.http_server import HttpServer, bound_socket
        from lapwing.server.limits import Limits
        from lapwing.server.webhooks import WebhookApplication

        incoming = self._late.whole()
        settings = incoming.book.settings
        bound = bound_socket(settings.address, settings.port)
        limits = self._limits or Limits()
        self._server = HttpServer(WebhookApplication(incoming, limits), limits, self._note)
        try:
            await self._server.open(bound)
        except BaseException:
            bound.close()
            raise
        self._bound_by = settings
        incoming.address = self._server.address
        _log.info("listening at %s, port %d", *self._server.address)
        self._tell_changed()

    def _tell_changed(self) -> None:
        from lapwing.domain.webhooks.incoming import ListenerChanged

        self._bus.publish(ListenerChanged())

    def _note(self, verdict: "Verdict", reason: str, sender: str) -> None:
        """A connection was refused before there was a request."""
        from lapwing.engine.webhooks.arrivals import Refusal

        self._late.whole().refuse(Refusal(verdict, reason, time.time(), sender=sender))

    async def run(self) -> None:
        """Listen elsewhere as soon as the settings say so, whoever changed them.

        Raises:
            ListenerAddressTaken: It cannot listen there.
        """
        book = self._late.whole().book
        while True:
            try:
                async with asyncio.timeout(self._look_every_s):
                    await self._changed.wait()
            except TimeoutError:
                pass
            self._changed.clear()
            wanted, bound = book.settings, self._bound_by
            if bound is None or (wanted.address, wanted.port) != (bound.address, bound.port):
                await self._close()
                await self._open()

    async def _close(self) -> None:
        server, self._server = self._server, None
        self._late.whole().address = None
        if server is not None:
            await server.close()
            _log.info("listening no longer")

    async def stop(self) -> None:
        """Take no more; what was taken is on the disk."""
        if not self._is_begun:
            return
        self._is_begun = False
        await self._close()
        await self._late.whole().end()
        self._tell_changed()

    def health(self) -> ServiceHealth:
        """Quick."""
        return self._late.whole().health() if self._is_begun else ServiceHealth()
