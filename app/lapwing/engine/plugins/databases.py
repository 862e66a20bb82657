"""Databases as plugins see them: saved connections, tables, rows. Event loop's thread.

A plugin's statements run on sessions of their own, which are opened when they are needed and closed a moment after, so
that nobody waits for a plugin and no transaction stays open.
"""

import asyncio
import contextlib
import dataclasses
import logging
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, Protocol

from lapwing.domain.connections import Connection
from lapwing.domain.errors import LapwingError
from lapwing.domain.events import DefinitionsChanged, SchemaChanged
from lapwing.drivers.base import Session
from lapwing.engine.bus import Bus
from lapwing.engine.connections.lanes import Lanes
from lapwing.engine.connections.opener import Opener
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.connections.session_thread import cancel_until
from lapwing.engine.connections.sessions import OpenedSession
from lapwing.engine.connections.ways import Way
from lapwing.engine.plugins.statements import MOST_ROWS, PluginStatement, opened
from lapwing.engine.running.gate import See
from lapwing.engine.running.recording import Records
from lapwing.engine.running.told import LONGEST_SQL
from lapwing.plugins.api import ConnectionInfo, Rows
from lapwing.sql.classify import statement_facts
from lapwing.sql.dialect import dialect_named
from lapwing.sql.hiding import without_secrets

_LONGEST_S: Final = 600.0
_LONGEST_SQL: Final = 1_000_000
_SHOWN_SQL: Final = 2_000
"""Characters of a definition that are told."""
_IDLE_S: Final = 20.0
_MOST_TABLES: Final = 20_000
_log: Final = logging.getLogger(__name__)
_Key = tuple[str, str, bool]


class JudgesPlugins(Protocol):
    """Who has other plugins asked about a plugin's statement (`engine.plugins.judging`). Event loop's thread."""

    def for_run(self, session: OpenedSession, tell: Callable[[str], None], plugin_id: str = "") -> See | None: ...


class PluginDatabases:
    """For all plugins.

    Attributes:
        judge: Who has other plugins asked before a statement is sent; None: nobody is.
    """

    def __init__(
        self, bus: Bus, connections: ConnectionsService, opener: Opener, lanes: Lanes, records: Records
    ) -> None:
        self._bus = bus
        self.judge: JudgesPlugins | None = None
        self._records = records
        self._hearing: Counter[str] = Counter()
        self._connections = connections
        self._opener = opener
        self._lanes = lanes
        self._sessions: dict[_Key, OpenedSession] = {}
        self._opening: dict[_Key, asyncio.Lock] = {}
        self._timers: dict[_Key, asyncio.TimerHandle] = {}
        self._ending: set[asyncio.Task[None]] = set()
        connections.when_changed.append(self._drop)

    # what there is

    async def connections(self) -> Sequence[ConnectionInfo]:
        """The saved ones."""
        found = (await self._connections.list_saved()).connections
        return tuple(self.info(each) for each in found if not each.is_temporary)

    def info(self, connection: Connection) -> ConnectionInfo:
        """What a plugin is told of a connection."""
        dialect, database = "", ""
        with contextlib.suppress(LapwingError):  # one that cannot be used is told all the same
            target = self._connections.way(connection.id, "" if connection.id else connection.url).target
            dialect, database = target.driver, target.database
        return ConnectionInfo(connection.id, connection.name, dialect, str(connection.environment), database)

    def info_of(self, connection_id: str) -> ConnectionInfo | None:
        """The same of one by its id; None: there is none."""
        try:
            return self.info(self._connections.find(connection_id)) if connection_id else None
        except LapwingError:
            return None

    async def tables(self, connection_id: str) -> Sequence[tuple[str, str]]:
        """Schema and name of each table and view.

        Raises:
            LapwingError: It cannot be read.
        """

        def read(session: Session) -> list[tuple[str, str]]:
            found: list[tuple[str, str]] = []
            for schema in session.catalog.schemas():
                found += [(schema.name, relation.name) for relation in session.catalog.relations(schema.name)]
                if len(found) > _MOST_TABLES:
                    break
            return found[:_MOST_TABLES]

        return await self._lanes.do(connection_id, read)

    # statements

    @contextlib.contextmanager
    def hearing_of_a_plugin(self, plugin_ids: Sequence[str]) -> Iterator[None]:
        """Within, these are told of a statement of another plugin. They may run none meanwhile: the other one would be
        told of it, run one, and so on."""
        self._hearing.update(plugin_ids)
        try:
            yield
        finally:
            self._hearing.subtract(plugin_ids)

    async def query(
        self, plugin_id: str, connection_id: str, sql: str, most: int, within_s: float, *, may_write: bool
    ) -> Rows:
        """Run one statement; it is in the history, and other plugins are asked about it and hear of it.

        Raises:
            PermissionError: It may change something, and that is not granted, or the connection lets no plugin do it.
            TimeoutError: It took too long, and was cancelled.
            LapwingError: The server refused it.
        """
        way = self._connections.way(connection_id)
        await asyncio.to_thread(lambda: way.driver)  # its module may have to be loaded
        if self._hearing[plugin_id]:
            raise PermissionError("It hears of a statement of another plugin just now: it may run none meanwhile.")
        writes = self._changes(way, sql, may_write=may_write)
        session = await self._session((plugin_id, way.connection.id, writes), way)
        thread, most = session.thread, max(0, min(most, MOST_ROWS))
        statement = PluginStatement(self._records, session, plugin_id, sql, self._seeing(session, plugin_id))
        doing = asyncio.ensure_future(thread.do(lambda session: statement.run(session, most)))
        try:
            async with asyncio.timeout(max(0.0, min(within_s, _LONGEST_S))):
                rows = await asyncio.shield(doing)
        except TimeoutError:
            await cancel_until(doing, thread.cancel)
            doing.exception()
            raise TimeoutError(f"The statement took longer than {within_s:g} s, and was cancelled.") from None
        except asyncio.CancelledError:
            self._aside(cancel_until(doing, thread.cancel))
            doing.add_done_callback(lambda done: done.cancelled() or done.exception())
            raise
        finally:
            self._close_later((plugin_id, way.connection.id, writes))
        if statement.changed_schema:
            self._tell_of_schema(session, sql)
        return rows

    def _tell_of_schema(self, session: OpenedSession, sql: str) -> None:
        """What the catalogue shows was changed, as if a person had done it."""
        connection_id, dialect = session.connection_id, dialect_named(session.facts.dialect)
        self._bus.publish(SchemaChanged(connection_id, session.id))
        if connection_id and statement_facts(dialect, sql).is_ddl:
            shown = without_secrets(dialect, sql[:LONGEST_SQL])[:_SHOWN_SQL]
            self._bus.publish(DefinitionsChanged(connection_id, shown))

    def _seeing(self, session: OpenedSession, plugin_id: str) -> See | None:
        def tell(text: str) -> None:
            _log.warning("of a statement of %s: %s", plugin_id, text)

        return None if self.judge is None else self.judge.for_run(session, tell, plugin_id)

    def _changes(self, way: Way, sql: str, *, may_write: bool) -> bool:
        """Whether the statement may change something. One that does is run only where no person would be asked.

        Raises:
            PermissionError: It may, and this plugin or this connection does not allow it.
        """
        if len(sql) > _LONGEST_SQL:
            raise ValueError(f"A statement has at most {_LONGEST_SQL:,} characters.")
        if statement_facts(dialect_named(way.driver.dialect), sql).reads_only:
            return False
        if not may_write:
            raise PermissionError("The permission query:write was not given, and the statement may change something.")
        if way.target.read_only:
            raise PermissionError(f"{way.connection.name} is read-only.")
        if way.safeguards.asks:
            raise PermissionError(f"{way.connection.name} wants a person to confirm what changes something.")
        return True

    async def _session(self, key: _Key, way: Way) -> OpenedSession:
        if (timer := self._timers.pop(key, None)) is not None:
            timer.cancel()
        async with self._opening.setdefault(key, asyncio.Lock()):
            session = self._sessions.get(key)
            if session is None:
                writes = key[2]
                read_only = way.target.read_only or (not writes and way.driver.capabilities.mixes_read_only)
                way = dataclasses.replace(way, target=dataclasses.replace(way.target, read_only=read_only))
                session = self._sessions[key] = await opened(self._opener, way, key[0])
            return session

    # ending

    def _close_later(self, key: _Key) -> None:
        def close() -> None:
            session = self._sessions.get(key)
            if session is not None and session.thread.is_idle:
                del self._sessions[key]
                self._aside(session.thread.close())

        if (timer := self._timers.pop(key, None)) is not None:
            timer.cancel()
        self._timers[key] = asyncio.get_running_loop().call_later(_IDLE_S, close)

    async def _drop(self, connection_id: str) -> None:
        """A connection was changed: it may lead elsewhere now."""
        await self._close(lambda key: key[1] == connection_id)

    async def leave(self, plugin_id: str) -> None:
        """A plugin has ended."""
        await self._close(lambda key: key[0] == plugin_id)

    async def _close(self, is_meant: Callable[[_Key], bool]) -> None:
        keys = [key for key in self._sessions if is_meant(key)]
        await asyncio.gather(*(self._sessions.pop(key).thread.close() for key in keys))

    def _aside(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)

    async def close(self) -> None:
        """Cancel and close everything."""
        for timer in self._timers.values():
            timer.cancel()
        await self._close(lambda _: True)
        await asyncio.gather(*self._ending, return_exceptions=True)
