"""Saved connections."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

from lapwing.domain.connections import Connection, ConnectionList, RemoveConnection, SaveConnection
from lapwing.domain.environments import Safeguards
from lapwing.domain.errors import (
    ConnectionUnknown,
    DiskFull,
    LapwingError,
    StoredDamaged,
    StoredNewer,
    StoredUnreadable,
    to_wire,
)
from lapwing.domain.events import ConnectionsChanged
from lapwing.domain.operations import Permission
from lapwing.domain.query import Done
from lapwing.domain.secrets import Secret
from lapwing.engine.bus import Bus
from lapwing.engine.connections.environments import EnvironmentsService
from lapwing.engine.connections.following import FollowedList
from lapwing.engine.connections.secrets import SecretsService
from lapwing.engine.connections.starting import see_no_secret
from lapwing.engine.connections.store import SavedConnections, connections_document
from lapwing.engine.connections.ways import Way, way_to
from lapwing.engine.operations import operation

Changed = Callable[[str], Awaitable[None]]


class ConnectionsService:
    """Keeps the list of connections. Event loop's thread.

    Attributes:
        when_changed: Called with the id of a connection that was changed or removed, here or by another process.
        when_removed: Called with the id of one that was removed here: what is kept of it goes, too. Who removes one
            elsewhere sees to that itself, and a line that a person cuts out of the file may come back.
    """

    def __init__(self, bus: Bus, secrets: SecretsService, environments: EnvironmentsService) -> None:
        self.when_changed: list[Changed] = []
        self.when_removed: list[Changed] = []
        self._bus = bus
        self._secrets = secrets
        self._environments = environments
        self._temporary: dict[str, Connection] = {}
        self._document = connections_document()
        self._followed = FollowedList(self._document.path, self._peek)
        self._changing = asyncio.Lock()

    @operation("connection.list", needs=Permission.CONNECTIONS_READ)
    async def list_saved(self) -> ConnectionList:
        """The saved connections, in the order they were saved; behind them those that are kept in memory only."""
        temporary = tuple(self._temporary.values())
        try:
            saved = self._document.read().connections
        except (StoredNewer, StoredDamaged, StoredUnreadable) as error:
            self._followed.answered(None)
            return ConnectionList(temporary, to_wire(error))
        self._followed.answered(saved)
        return ConnectionList(saved + temporary)

    @operation("connection.save", needs=Permission.CONNECTIONS_WRITE)
    async def save(self, request: SaveConnection) -> Done:
        """Add a connection, or replace the one with the same id; its secrets go along to the place it names now.

        Raises:
            UrlInvalid, PasswordInUrl, OptionInvalid: Its URL cannot be kept.
            StartupHoldsSecret: Its start-up SQL cannot be kept.
            DriverUnknown: No driver answers to it.
            SecretUnavailable: Its secrets cannot be moved.
            DiskFull: The list cannot be written; it is as it was.
            SecretLeft: It was saved, but where its secrets were there may still be one.
        """
        connection = request.connection
        way = way_to(connection)
        if connection.startup_sql:
            see_no_secret(connection, way.driver.dialect)
        async with self._changing:
            if connection.is_temporary:
                self._temporary[connection.id] = connection
                await self._tell(connection.id)
                return Done()
            others = self._read_saved()
            known = [saved.id for saved in others]
            old = others[known.index(connection.id)] if connection.id in known else None
            if old is None:
                others.append(connection)
            else:
                others[known.index(connection.id)] = connection
            try:
                async with self._secrets.moving(old or self._temporary.get(connection.id), connection):
                    self._write_saved(others)
                    self._temporary.pop(connection.id, None)
            finally:
                await self._tell(connection.id)
        return Done()

    @operation("connection.remove", needs=Permission.CONNECTIONS_WRITE)
    async def remove(self, request: RemoveConnection) -> Done:
        """Forget a connection and its secrets; sessions that use it stay open. What it points to is not touched.

        Raises:
            DiskFull: The list cannot be written; it is as it was.
            SecretLeft: It was removed, but a secret may still be where it was kept.
        """
        async with self._changing:
            temporary = self._temporary.pop(request.connection_id, None)
            saved = self._read_saved() if temporary is None else [temporary]
            if temporary is None:
                self._write_saved([each for each in saved if each.id != request.connection_id])
            try:
                for gone in (each for each in saved if each.id == request.connection_id):
                    await self._secrets.forget(gone)
            finally:
                for tell in self.when_removed:
                    await tell(request.connection_id)
                await self._tell(request.connection_id)
        return Done()

    async def _tell(self, connection_id: str) -> None:
        for tell in self.when_changed:
            await tell(connection_id)
        self._bus.publish(ConnectionsChanged())

    async def look_again(self) -> None:
        """Tell of what another process, or a person, wrote into the list."""
        news = self._followed.news()
        if news is None:
            return
        old, new = ({each.id: each for each in connections} for connections in news)
        for connection_id, before in old.items():
            now = new.get(connection_id)
            if now == before:
                continue
            if now is None or (now.secret, now.url, now.ssh) != (before.secret, before.url, before.ssh):
                self._secrets.drop_given(connection_id)  # given for another server, or for a place that is gone
            for tell in self.when_changed:
                await tell(connection_id)
        self._bus.publish(ConnectionsChanged())

    def _peek(self) -> tuple[Connection, ...] | None:
        found = self._document.peek()
        return found.connections if found is not None else None

    def _read_saved(self) -> list[Connection]:
        return [*self._document.read().connections]

    def _write_saved(self, connections: list[Connection]) -> None:
        try:
            self._document.write(SavedConnections(tuple(connections)))
        except OSError as error:
            raise DiskFull(path=str(self._document.path), reason=error.strerror or str(error)) from error
        self._followed.written(tuple(connections))

    def find(self, connection_id: str) -> Connection:
        """A connection by id, or else by name.

        Raises:
            ConnectionUnknown: There is none.
        """
        if connection_id in self._temporary:
            return self._temporary[connection_id]
        saved = [*self._read_saved(), *self._temporary.values()]
        for connection in saved:
            if connection.id == connection_id:
                return connection
        named = [connection for connection in saved if connection.name == connection_id]
        if not named:
            raise ConnectionUnknown(connection=connection_id)
        return named[0]

    def way(self, connection_id: str, url: str = "", *, read_only: bool = False, password: Secret | None = None) -> Way:
        """The way to a saved connection, to a URL, or to a URL with the secrets of a saved connection.

        Raises:
            ConnectionUnknown, UrlInvalid, PasswordInUrl, DriverUnknown, OptionInvalid
        """
        connection = self.find(connection_id) if connection_id else None
        policies = self._environments.policies()
        return way_to(connection, url, read_only=read_only, password=password, policies=policies)

    def safeguards(self, connection: Connection) -> Safeguards:
        """What is in force on a connection now, though a session of it may have been opened before."""
        with contextlib.suppress(LapwingError):  # it was removed, or cannot be read: what was known of it holds
            connection = self.find(connection.id) if connection.id else connection
        return self._environments.safeguards(connection)
