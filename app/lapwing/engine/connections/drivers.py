"""The kinds of servers that can be connected to."""

import asyncio
import logging
from typing import Final

from lapwing.domain.drivers import DriverFacts, DriverList
from lapwing.domain.errors import LapwingError
from lapwing.domain.events import ConnectionsChanged, Event
from lapwing.domain.operations import Permission
from lapwing.domain.urls import parse_url
from lapwing.drivers.base import Driver
from lapwing.drivers.registry import driver_named, known_drivers
from lapwing.engine.bus import Bus
from lapwing.engine.connections.store import connections_document
from lapwing.engine.operations import operation

_AFTER_START_S: Final = 0.6
"""When the window has been shown and its first questions are answered."""
_log = logging.getLogger(__name__)


class DriversService:
    """Tells of drivers. Their modules are loaded when somebody asks, or for saved connections in an idle moment."""

    def __init__(self, bus: Bus) -> None:
        self._loading: asyncio.Task[None] | None = None
        self._stop_hearing = bus.listen((ConnectionsChanged.name,), self._hear)

    def _hear(self, _event: Event) -> None:
        self.load_saved()

    def load_saved(self, after_s: float = 0.0) -> None:
        """Load the drivers of saved connections beside everything else: importing one takes up to a tenth of a second,
        which the first log-in need not wait for."""
        if self._loading is None or self._loading.done():
            self._loading = asyncio.create_task(self._load_saved(after_s), name="load drivers")

    def load_saved_soon(self) -> None:
        """The same in a moment, when a window has started and is served."""
        self.load_saved(_AFTER_START_S)

    @staticmethod
    async def _load_saved(after_s: float) -> None:
        await asyncio.sleep(after_s)
        await asyncio.to_thread(_load_those_saved)

    async def close(self) -> None:
        """Stop loading."""
        self._stop_hearing()
        if self._loading is not None:
            self._loading.cancel()
            await asyncio.gather(self._loading, return_exceptions=True)

    @operation("driver.list", needs=Permission.CONNECTIONS_READ)
    async def list_drivers(self) -> DriverList:
        """The drivers that are here, and what each can do."""
        return await asyncio.to_thread(_all_facts)


def _load_those_saved() -> None:
    try:
        urls = [connection.url for connection in connections_document().read().connections]
    except LapwingError:
        return  # who asks for the list is told
    for url in urls:
        try:
            driver_named(parse_url(url).driver)
        except LapwingError as error:
            _log.info("the driver of a saved connection is not loaded ahead: %s", error.code)


def _all_facts() -> DriverList:
    return DriverList(tuple(_facts(driver_named(driver_id)) for driver_id in known_drivers()))


def _facts(driver: Driver) -> DriverFacts:
    can = driver.capabilities
    return DriverFacts(
        driver.id,
        driver.title,
        driver.dialect,
        driver.default_port,
        can.passwords,
        can.network,
        can.read_only,
        driver.read_only_limits,
        driver.libraries(),
        can.tunnels,
    )
