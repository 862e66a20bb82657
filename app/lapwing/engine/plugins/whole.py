"""Plugins as a whole: its services, and how they know each other."""

import asyncio
import contextlib
from typing import Final

from lapwing.domain.errors import LapwingError
from lapwing.engine.bus import Bus
from lapwing.engine.connections.lanes import Lanes
from lapwing.engine.connections.opener import Opener
from lapwing.engine.connections.secrets import SecretsService
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.hub import EventHub
from lapwing.engine.plugins.databases import PluginDatabases
from lapwing.engine.plugins.exchange import PluginFormats
from lapwing.engine.plugins.hearing import PluginHearing
from lapwing.engine.plugins.installing import InstallingService
from lapwing.engine.plugins.judging import Judging
from lapwing.engine.plugins.mail import PluginMail
from lapwing.engine.plugins.metrics import PluginMetrics
from lapwing.engine.plugins.network import Network
from lapwing.engine.plugins.running import RunningPlugins, Turn
from lapwing.engine.plugins.secrets import PluginSecrets
from lapwing.engine.plugins.service import PluginsService
from lapwing.engine.plugins.sources import SourcesService
from lapwing.engine.running.recording import Records
from lapwing.plugins.host.hosted import Patience
from lapwing.plugins.installing.register import PluginRegister

_BEGIN_S: Final = 10.0
"""So long the services of the engine wait for plugins that begin; slower ones begin beside them."""
_LIFE_S: Final = 2.0
_SETTLE_S: Final = 1.0


class WholePlugins:
    """Event loop's thread.

    Attributes:
        judging: Asks plugins before statements are sent.
        metrics: Asks plugins for figures.
        formats: What plugins write and read.
        services: Those with operations.
    """

    def __init__(
        self,
        bus: Bus,
        hub: EventHub,
        connections: ConnectionsService,
        opener: Opener,
        lanes: Lanes,
        secrets: SecretsService,
        records: Records,
        turn: Turn,
        patience: Patience | None = None,
    ) -> None:
        self._databases = PluginDatabases(bus, connections, opener, lanes, records)
        self._network = Network()
        self._mail = PluginMail()
        register = PluginRegister()
        self.running = RunningPlugins(
            bus, hub, register, self._databases, self._network, self._mail, PluginSecrets(secrets), turn, patience
        )
        self._hearing = hearing = PluginHearing(hub, self._databases, self.running.found)
        self.running.when_wanted.append(hearing.begins)
        self.running.when_ends.append(hearing.ends)
        self.metrics = PluginMetrics(self.running)
        self.judging = self._databases.judge = Judging(self.running, connections)
        self.formats = PluginFormats(self.running)
        sources = SourcesService(bus, register)
        installing = InstallingService(bus, hub, register, self.running, sources)
        self.services = (PluginsService(self.running), installing, sources)
        self._sweep = installing.sweep
        self._beginning: asyncio.Task[None] | None = None

    async def begin(self) -> None:
        """Run what is enabled, and tell it that the engine has begun. Waits for that, but not for long."""
        self._beginning = asyncio.create_task(self._begin(), name="plugins begin")
        await asyncio.wait([self._beginning], timeout=_BEGIN_S)

    async def _begin(self) -> None:
        await self._sweep()
        await self.running.begin()
        await self._tell("pre_startup")

    async def end(self) -> None:
        """Tell plugins that the services have ended. None is told after that that they are about to begin."""
        await self._begin_no_more()
        await self._tell("post_shutdown")

    async def _begin_no_more(self) -> None:
        if self._beginning is not None:
            self._beginning.cancel()
            await asyncio.gather(self._beginning, return_exceptions=True)

    async def _tell(self, hook: str) -> None:
        async def call(plugin_id: str) -> None:
            with contextlib.suppress(LapwingError):  # it is in the plugin's log, and counted
                await self.running.hosted(plugin_id).call(hook, within_s=_LIFE_S)

        await asyncio.gather(*(call(each.launch.id) for each in self.running.with_hook(hook)))

    async def close(self) -> None:
        """Stop all plugins."""
        await self._begin_no_more()
        await self._hearing.settle(_SETTLE_S)
        await self.running.close()
        await self._databases.close()
        self._mail.close()
        await self._network.close()
