"""All that makes cloud events of what happens in the engine, and keeps them."""

import asyncio
from collections.abc import Callable, Iterable

from lapwing.domain.history import HistoryFace
from lapwing.engine.bus import Bus
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.connections.sessions import OpenedSession, SessionsService
from lapwing.engine.events.keeping import Keeping
from lapwing.engine.events.relaying import Relay
from lapwing.engine.events.sessions import SessionTelling
from lapwing.engine.events.statements import StatementWatch
from lapwing.engine.events.telling import Telling
from lapwing.engine.events.translating import Translator
from lapwing.engine.hub import EventHub


class Events:
    """Event loop's thread.

    Attributes:
        relay: What other engines of the profile tell.
    """

    def __init__(
        self,
        bus: Bus,
        hub: EventHub,
        connections: ConnectionsService,
        sessions: SessionsService,
        acts: Callable[[], bool],
        acts_elsewhere: Callable[[], bool],
    ) -> None:
        """Make all of it.

        Args:
            acts: Whether this engine does what is done once in a profile.
            acts_elsewhere: Whether another one does.
        """
        self._hub = hub
        self._keeping = Keeping()
        self.relay = Relay(hub, self._keeping, acts, acts_elsewhere)
        hub.keeper, hub.elsewhere = self._keeping, self.relay
        self._telling = Telling(hub, connections.safeguards)
        self._translator = Translator(bus, hub, self._telling, connections)
        SessionTelling(self._telling, sessions)

    def watch(self, session: OpenedSession, face: HistoryFace, plugin_id: str) -> StatementWatch | None:
        """What hears of the statements of a run on that session, of a plugin where one is named."""
        return self._telling.watch(session, face, plugin_id)

    def services(self) -> Iterable[object]:
        """What can be asked of it."""
        from lapwing.engine.events.service import EventsService  # what it is made of takes its time to load

        return [EventsService(self._hub, self._keeping, self.relay)]

    async def settle(self) -> None:
        """Tell what sessions that are closed did last. To be called before subscribers leave."""
        await self._telling.close()

    async def close(self) -> None:
        """Keep what is left."""
        self._translator.close()
        self._hub.keeper = self._hub.elsewhere = None
        await self.relay.close()
        await asyncio.to_thread(self._keeping.close)
