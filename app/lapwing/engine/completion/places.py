"""Where names are read: on a metadata lane, beside a session, or through it."""

from lapwing.domain.errors import SessionUnknown
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.schema_filter import shows_schema
from lapwing.drivers.base import Session, capabilities_of
from lapwing.engine.connections.lanes import Lanes
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.connections.sessions import OpenedSession, SessionsService
from lapwing.sql.completion.names import Names


@dataclass(frozen=True, slots=True)
class Place:
    """What names are known by: those of one place are the same.

    Attributes:
        connection_id: The saved connection; empty for a session that was opened by a URL.
        session_id: Of a session whose names are its own, or that no saved connection leads to; empty otherwise.
        database: Where that is another one than the session was opened on.
        apart: Another database of the connection's server, where databases are apart; empty: the connection's own.
    """

    connection_id: str
    session_id: str = ""
    database: str = ""
    apart: str = ""


class NameReading:
    """Finds out where names are, and reads them. Event loop's thread."""

    def __init__(self, connections: ConnectionsService, sessions: SessionsService, lanes: Lanes) -> None:
        self._connections = connections
        self._sessions = sessions
        self._lanes = lanes
        self._at_first: dict[str, tuple[str, str]] = {}

    def opened(self, found: OpenedSession) -> None:
        """Remember where a new session was led, and where it found itself."""
        self._at_first[found.id] = found.living.way.target.database, found.living.surroundings.database

    def session(self, session_id: str) -> OpenedSession | None:
        """The session, if it is still open."""
        try:
            return self._sessions.find(session_id) if session_id else None
        except SessionUnknown:
            return None

    def place(self, connection_id: str, session_id: str, apart: str = "") -> Place | None:
        """Where the names of a tab are, whose next session is opened in the database `apart`; None where there is
        nothing to ask: no session, and no saved connection."""
        found = self.session(session_id)
        if found is None:
            return Place(connection_id, apart=apart) if connection_id else None
        if has_own_names(found):
            return Place(found.connection_id, session_id)
        led, was = self._at_first.get(session_id, ("", ""))
        now = found.living.surroundings.database
        is_elsewhere = found.living.way.target.database != led  # than the saved connection leads
        beside = session_id if is_elsewhere or not found.connection_id else ""
        return Place(found.connection_id, beside, now if now != was else "", "" if beside else found.apart)

    def is_ready(self, place: Place) -> bool:
        """Whether the names can be read without anybody's waiting for that."""
        found = self.session(place.session_id)
        return found is None or not has_own_names(found) or found.thread.is_idle

    async def read(self, place: Place) -> Names:
        """The names, as far as the connection shows their schemas.

        Raises:
            SessionUnknown: The session is closed.
            StatementCancelled: Somebody wanted the session.
            LapwingError: What opening a lane or reading raises.
        """

        patterns = self._connections.find(place.connection_id).schemas if place.connection_id else ()

        def shown(names: Names) -> Names:
            return names.of_schemas(lambda schema: shows_schema(patterns, schema)) if patterns else names

        def read(session: Session) -> Names:
            return shown(session.catalog.names(place.database))

        def read_briefly(session: Session) -> Names:
            return shown(session.catalog.names(place.database, lambda: found.thread.is_wanted))

        if not place.session_id:
            return await self._lanes.do(place.connection_id, read, place.apart)
        found = self._sessions.find(place.session_id)
        if has_own_names(found):
            return await found.thread.do(read_briefly, needs_life=False)
        return await self._lanes.do_beside(found.id, found.living.way, read)

    async def leave(self, session_id: str) -> None:
        """Close what was opened beside a session that has ended."""
        self._at_first.pop(session_id, None)
        await self._lanes.drop(session_id)


def has_own_names(found: OpenedSession) -> bool:
    """Whether the session has names that no other one sees."""
    session = found.living.session
    return session is not None and capabilities_of(found.driver, session).own_names
