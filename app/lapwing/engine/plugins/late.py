"""Plugins are loaded when one is installed, or somebody asks for them: what they are made of takes a while."""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from lapwing import paths
from lapwing.domain.file_formats import FileFormats
from lapwing.drivers.base import Session
from lapwing.engine.bus import Bus
from lapwing.engine.connections.lanes import Lanes
from lapwing.engine.connections.opener import Opener
from lapwing.engine.connections.secrets import SecretsService
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.connections.sessions import OpenedSession
from lapwing.engine.hub import EventHub
from lapwing.engine.running.gate import See
from lapwing.engine.running.recording import Records

if TYPE_CHECKING:
    from lapwing.domain.monitoring.metrics import Denied, Lane, Metric, Reading
    from lapwing.drivers.monitoring import ServerReadings
    from lapwing.engine.plugins.exchange import PluginExporter, PluginImporter
    from lapwing.engine.plugins.metrics import PluginMetrics
    from lapwing.engine.plugins.running import Turn
    from lapwing.engine.plugins.whole import WholePlugins

_LOOK_S: Final = 1.0


class Plugins:
    """Event loop's thread. Who refuses statements, as `running.gate` asks for it, and who has further formats, as
    `transfer.converting` does."""

    def __init__(
        self,
        bus: Bus,
        hub: EventHub,
        connections: ConnectionsService,
        opener: Opener,
        lanes: Lanes,
        secrets: SecretsService,
        records: Records,
        turn: "Turn",
    ) -> None:
        self._made_of = (bus, hub, connections, opener, lanes, secrets, records, turn)
        self._register = paths.data() / "plugins" / "plugins.json"
        self._whole: WholePlugins | None = None
        self._looking: asyncio.Task[None] | None = None
        self._runs_here = False
        self._loaded = asyncio.Event()

    def will_begin(self) -> None:
        """This engine runs plugins: `begin` follows in a moment."""
        self._runs_here = True

    async def begin(self) -> None:
        """Run plugins in this engine: those that are enabled, or will be by another process."""
        if self._whole is not None or self._register.exists():
            await self.whole().begin()
        else:
            self._looking = asyncio.create_task(self._look(), name="plugins are looked for")

    async def _look(self) -> None:
        while not self._loaded.is_set() and not self._register.exists():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_LOOK_S):
                    await self._loaded.wait()
        await self.whole().begin()

    async def end(self) -> None:
        """The services of this engine have ended."""
        if self._whole is not None:
            await self._whole.end()

    def services(self) -> tuple[object, ...]:
        """Those that have the operations `plugin.`."""
        return self.whole().services

    def whole(self) -> "WholePlugins":
        """All of it."""
        if self._whole is None:
            from lapwing.engine.plugins.whole import WholePlugins

            self._whole = WholePlugins(*self._made_of)
            self._whole.running.runs_here = self._runs_here
            self._loaded.set()
        return self._whole

    def for_run(self, session: OpenedSession, tell: Callable[[str], None]) -> See | None:
        """What sees the statements of a run; None where no plugin wants to."""
        if self._whole is None and not self._register.exists():
            return None
        return self.whole().judging.for_run(session, tell)

    def beside(self) -> "Sequence[LateMetrics]":
        """What is read of plugins beside the figures of a server that is looked at."""
        return (LateMetrics(lambda: None if self._whole is None else self._whole.metrics),)

    async def exporters(self) -> FileFormats:
        """The formats that plugins can write now."""
        if self._whole is None and not self._register.exists():
            return FileFormats()
        return await self.whole().formats.exporters()

    async def exporter(self, format_id: str) -> "PluginExporter":
        """What writes one.

        Raises:
            FormatUnknown: No plugin that runs has it.
        """
        return await self.whole().formats.exporter(format_id)

    async def importers(self) -> FileFormats:
        """The formats that plugins can read now."""
        if self._whole is None and not self._register.exists():
            return FileFormats()
        return await self.whole().formats.importers()

    async def importer(self, format_id: str) -> "PluginImporter":
        """What reads one.

        Raises:
            FormatUnknown: No plugin that runs has it.
        """
        return await self.whole().formats.importer(format_id)

    async def close(self) -> None:
        """Stop all plugins."""
        if self._looking is not None:
            self._looking.cancel()
            await asyncio.gather(self._looking, return_exceptions=True)
        if self._whole is not None:
            await self._whole.close()


class LateMetrics:
    """Figures of plugins, as soon as there are any (`engine.monitoring.looking.Beside`)."""

    def __init__(self, found: "Callable[[], PluginMetrics | None]") -> None:
        self._found = found

    def metrics(self) -> "Sequence[Metric]":
        """What plugins have told so far. Any thread."""
        found = self._found()
        return () if found is None else found.metrics()

    def read(
        self, session: Session, lane: "Lane", readings: "ServerReadings"
    ) -> "tuple[Sequence[Reading], Sequence[Denied]]":
        """What plugins tell now. Session's thread."""
        found = self._found()
        return ((), ()) if found is None else found.read(session, lane, readings)
