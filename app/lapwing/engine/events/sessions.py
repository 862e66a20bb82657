"""Connections that are connected, disconnected, or cannot be: what sessions of people mean for their connections."""

from collections import Counter
from typing import Any, Final

from lapwing.domain.connections import Connection
from lapwing.domain.errors import LapwingError, OpeningCancelled, PasswordNeeded
from lapwing.engine.connections.sessions import OpenedSession, SessionsService
from lapwing.engine.connections.ways import Way
from lapwing.engine.events.telling import Telling

_NO_FAILURE: Final = (PasswordNeeded, OpeningCancelled)
"""A person is asked, or wanted it so."""


class SessionTelling:
    """Counts the sessions of each connection; of those that are not saved, each place counts as one."""

    def __init__(self, telling: Telling, sessions: SessionsService) -> None:
        self._telling = telling
        self._open: Counter[str] = Counter()
        self._failed: Counter[str] = Counter()
        sessions.when_opened.append(self._opened)
        sessions.when_closed.append(self._closed)
        sessions.when_refused.append(self._refused)

    def _opened(self, session: OpenedSession) -> None:
        connection = session.living.way.connection
        key = _key(connection)
        self._failed.pop(key, None)
        self._open[key] += 1
        if self._open[key] == 1:
            self._publish("connection.connected", connection)

    def _closed(self, session: OpenedSession) -> None:
        connection = session.living.way.connection
        key = _key(connection)
        self._open[key] -= 1
        if self._open[key] <= 0:
            del self._open[key]
            self._publish("connection.disconnected", connection)

    def _refused(self, way: Way, error: LapwingError) -> None:
        if isinstance(error, _NO_FAILURE):
            return
        key = _key(way.connection)
        facts = {"error": str(error), "errorCode": error.code, "retryCount": self._failed[key]}
        self._failed[key] += 1
        self._publish("connection.error", way.connection, facts)

    def _publish(self, event_type: str, connection: Connection, more: dict[str, Any] | None = None) -> None:
        data = {"connectionId": connection.id, "connection": connection.name, **(more or {})}
        self._telling.publish(event_type, data, connection_id=connection.id)


def _key(connection: Connection) -> str:
    return connection.id or connection.name
