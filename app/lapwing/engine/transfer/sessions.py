"""The session that an export reads from: its own, or that of the tab whose statement is run again."""

import dataclasses
from collections.abc import Callable
from typing import Protocol, TypeVar

from lapwing.domain.connections import TransactionMode
from lapwing.domain.errors import ConnectionLost
from lapwing.domain.transfer import ExportSource
from lapwing.drivers.base import Driver, Session
from lapwing.drivers.opening import Opening
from lapwing.engine.connections.opener import Opener
from lapwing.engine.connections.other_databases import way_to_database
from lapwing.engine.connections.reviving import LivingSession
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.connections.session_thread import SessionThread
from lapwing.engine.connections.sessions import OpenedSession, SessionsService
from lapwing.engine.connections.ways import Way
from lapwing.engine.jobs.job import Job
from lapwing.engine.running.control import RunControl

Answer = TypeVar("Answer")
Reading = Callable[[Session], None]


class ExportSession(Protocol):
    """Where statements of an export run. Event loop's thread."""

    driver: Driver

    async def do(self, work: Reading, job: Job) -> None:
        """Do it in the session's thread; a cancel of the job reaches the server."""
        ...

    async def read(self, work: Callable[[Session], Answer]) -> Answer:
        """Do something short, which nobody cancels."""
        ...

    async def end(self) -> None:
        """Let go of it. May be called twice."""
        ...


class OwnSession:
    """Opened for one export, and closed behind it. It only reads where the server has such sessions."""

    def __init__(self, driver: Driver, thread: SessionThread) -> None:
        self.driver = driver
        self._thread = thread

    async def do(self, work: Reading, job: Job) -> None:
        """Raises what `work` raises."""
        control = RunControl()
        job.interrupt = lambda: control.cancel(self._thread.cancel)
        if job.is_cancelled:
            job.interrupt()
        await self._thread.do(work, turn=control.turn())

    async def read(self, work: Callable[[Session], Answer]) -> Answer:
        return await self._thread.do(work)

    async def end(self) -> None:
        await self._thread.close()


class TabSession:
    """A session that belongs to somebody: what is paused on it makes way, and what comes next waits."""

    def __init__(self, opened: OpenedSession) -> None:
        self.driver = opened.driver
        self._opened = opened

    async def do(self, work: Reading, job: Job) -> None:
        """Raises what `work` raises; the owner is told what became of its transaction."""
        opened, control = self._opened, RunControl()
        job.interrupt = lambda: control.cancel(opened.thread.cancel)

        def end() -> None:
            control.cancel(opened.thread.cancel)

        opened.make_way()
        opened.before_end.append(end)
        try:
            await opened.thread.do(work, turn=control.turn())
        except ConnectionLost as error:
            opened.note_loss(error)
            raise
        finally:
            opened.before_end.remove(end)
            session = opened.living.session
            if session is not None and not session.is_lost:
                opened.note_transaction(session.transaction())

    async def read(self, work: Callable[[Session], Answer]) -> Answer:
        return await self._opened.do(work)

    async def end(self) -> None:
        """It goes on as its owner's."""


class ExportSessions:
    """Finds or opens them. Event loop's thread."""

    def __init__(self, connections: ConnectionsService, sessions: SessionsService, opener: Opener) -> None:
        self._connections = connections
        self._sessions = sessions
        self._opener = opener

    async def for_source(self, source: ExportSource) -> ExportSession:
        """The session for a statement or table.

        Raises:
            SessionUnknown: The tab's is closed.
            PasswordNeeded, OpeningFailed: None can be opened.
            LapwingError: What keeps a secret from being fetched, or a file from being opened.
        """
        if source.session_id:
            return TabSession(self._sessions.find(source.session_id))
        way = self._way(source)
        reads_only = way.target.read_only or way.driver.capabilities.mixes_read_only
        way = dataclasses.replace(way, target=dataclasses.replace(way.target, read_only=reads_only))
        living = LivingSession(self._opener, way, Opening(way.shown), TransactionMode.AUTO, lambda _: None)
        thread = SessionThread("export", living)
        await thread.start()
        return OwnSession(way.driver, thread)

    def driver(self, source: ExportSource) -> Driver:
        """The kind of server that a table or statement is read from.

        Raises:
            SessionUnknown, ConnectionUnknown, UrlInvalid, PasswordInUrl, DriverUnknown, OptionInvalid
        """
        return self._sessions.find(source.session_id).driver if source.session_id else self._way(source).driver

    def _way(self, source: ExportSource) -> Way:
        way = self._connections.way(
            source.connection_id, source.url, read_only=source.read_only, password=source.password
        )
        return way_to_database(way, source.database)
