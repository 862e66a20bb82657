"""The saved connections as the window knows them."""

import asyncio
import os
import uuid
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lapwing.domain.connections import Connection, ConnectionList, Environment, RemoveConnection, SaveConnection
from lapwing.domain.environments import SHIPPED, EnvironmentList, EnvironmentPolicy, Safeguards, safeguards_of
from lapwing.domain.errors import LapwingError
from lapwing.domain.events import ConnectionsChanged, EnvironmentsChanged
from lapwing.domain.urls import sqlite_url
from lapwing.gui.client import EngineClient, EngineState
from lapwing.gui.connections.used import UsedConnections
from lapwing.gui.i18n import error_text, problems_text


class SavedConnections(QObject):
    """A copy of the engine's lists, refreshed when they change. Qt's thread.

    Attributes:
        connections: Those that are not saved, too.
        environments: Their policies.
        used: Which of them were used last.

    Signals:
        changed(): one of the lists is another now.
        trouble(str): a sentence for the person.
    """

    changed = Signal()
    trouble = Signal(str)

    def __init__(self, client: EngineClient) -> None:
        super().__init__()
        self._client = client
        self._reading: asyncio.Task[None] | None = None
        self.connections: tuple[Connection, ...] = ()
        self.environments: tuple[EnvironmentPolicy, ...] = SHIPPED
        self.used = UsedConnections()
        client.hear(EnvironmentsChanged, lambda _event: self.refresh())
        client.hear(ConnectionsChanged, lambda _event: self.refresh())
        client.state_changed.connect(self._engine_changed)

    def _engine_changed(self, state: EngineState, _sentence: str) -> None:
        if state is EngineState.READY:
            self._reading = asyncio.ensure_future(self._read_after_start())

    async def _read_after_start(self) -> None:
        """Read the lists of an engine that has just begun, which is told what another one had in memory only."""
        kept = [each for each in self.connections if each.is_temporary]
        try:
            for connection in kept:
                await self._client.call("connection.save", SaveConnection(connection))
        except LapwingError as error:
            self.trouble.emit(error_text(error))
        await self.read()

    def refresh(self) -> None:
        """Read the list again."""
        self._reading = asyncio.ensure_future(self.read())

    async def read(self) -> None:
        try:
            answer = await self._client.call("connection.list", None, ConnectionList)
            policies = await self._client.call("environment.list", None, EnvironmentList)
        except LapwingError as error:
            self.trouble.emit(error_text(error))
            return
        for problem in (*answer.problems, *policies.problems):
            self.trouble.emit(problems_text([problem]))
        if (answer.connections, policies.environments) != (self.connections, self.environments):
            self.connections, self.environments = answer.connections, policies.environments
            self.changed.emit()

    @property
    def by_use(self) -> list[Connection]:
        """The connections, those that were used last first."""
        return self.used.first(self.connections)

    @property
    def used_before(self) -> list[Connection]:
        """Those on which a session was opened, the last one first."""
        return [connection for connection in self.by_use if self.used.knows(connection.id)]

    def find(self, connection_id: str) -> Connection | None:
        return next((saved for saved in self.connections if saved.id == connection_id), None)

    async def add_file(self, path: str, *, name: str = "", environment: Environment = Environment.NONE) -> Connection:
        """The connection of a SQLite file, saved if there is none yet.

        Raises:
            LapwingError: It cannot be saved.
        """
        url = sqlite_url(os.path.realpath(path))
        return await self.add_url(url, name=name or Path(path).name, environment=environment)

    async def add_url(self, url: str, *, name: str, environment: Environment = Environment.NONE) -> Connection:
        """The connection of a URL, saved if there is none yet."""
        await self.read()
        for saved in self.connections:
            if saved.url == url:
                return saved
        made = Connection(uuid.uuid4().hex, name, url, environment=environment)
        await self._client.call("connection.save", SaveConnection(made))
        await self.read()
        return made

    async def remove(self, connection_id: str) -> None:
        """Forget a connection; its database is not touched."""
        await self._client.call("connection.remove", RemoveConnection(connection_id))

    def safeguards(self, connection: Connection | None) -> Safeguards:
        """What is in force on a connection."""
        return safeguards_of(connection, self.environments)

    def color(self, connection: Connection | None) -> str:
        """The token of a connection's dot, or `#rrggbb`."""
        return self.safeguards(connection).color if connection is not None else "faint_text"
