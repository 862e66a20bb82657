"""All that knows saved connections and opens sessions on them, put together."""

import asyncio
from collections.abc import Sequence

from lapwing.engine.bus import Bus
from lapwing.engine.connections.confirming import Confirming
from lapwing.engine.connections.disconnecting import DisconnectingService
from lapwing.engine.connections.environments import EnvironmentsService
from lapwing.engine.connections.following import Following
from lapwing.engine.connections.importing import ImportingService
from lapwing.engine.connections.lanes import Lanes
from lapwing.engine.connections.opener import Opener
from lapwing.engine.connections.openings import Openings
from lapwing.engine.connections.secrets import SecretsService
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.connections.sessions import SessionsService
from lapwing.engine.connections.testing import ConnectionTests
from lapwing.engine.tunnels.service import TunnelsService


class Connecting:
    """Event loop's thread.

    Attributes:
        saved: Connections.
        opener: What opens sessions.
        sessions: Those of people.
        lanes: Those that Lapwing asks for itself.
        confirming: What a person has to agree to.
        following: What notices that others wrote the lists.
        services: Those that declare operations.
    """

    def __init__(self, bus: Bus, secrets: SecretsService) -> None:
        self._tunnels = TunnelsService()
        self.opener, openings = Opener(secrets, self._tunnels), Openings()
        environments = EnvironmentsService(bus)
        self.saved = ConnectionsService(bus, secrets, environments)
        self.sessions = SessionsService(self.saved, self.opener, openings)
        self.lanes = Lanes(self.saved, self.opener)
        self.confirming = Confirming(self.saved)
        self.following = Following((environments.look_again, self.saved.look_again))
        self.services: Sequence[object] = (
            secrets,
            self._tunnels,
            environments,
            self.saved,
            ImportingService(self.saved),
            ConnectionTests(self.saved, self.opener, openings),
            self.sessions,
            DisconnectingService(bus, self.sessions, self.lanes),
            self.confirming,
        )

    async def close(self) -> None:
        """Roll back and close all sessions, then the tunnels that they went through."""
        await self.following.close()
        await asyncio.gather(self.sessions.close(), self.lanes.close())
        await self._tunnels.close()
