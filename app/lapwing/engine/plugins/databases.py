"""Databases as plugins see them: saved connections, tables, rows. Event loop's thread.

A plugin's statements run on sessions of their own, which are opened when they are needed and closed a moment after, so
that nobody waits for a plugin and no transaction stays open.
"""

import asyncio
import contextlib
import dataclasses
from collections.abc import Callable, Sequence
from typing import Any, Final

from lapwing.domain.connections import Connection, TransactionMode
from lapwing.domain.errors import LapwingError
from lapwing.domain.results import Column
from lapwing.domain.values import Row
from lapwing.drivers.base import PagesCame, ResultBegan, ResultBeganAgain, RowsCame, Session
from lapwing.drivers.opening import Opening
from lapwing.engine.connections.lanes import Lanes
from lapwing.engine.connections.opener import Opener
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.connections.session_thread import SessionThread, cancel_until
from lapwing.engine.connections.ways import Way
from lapwing.engine.plugins.texts import text_of
from lapwing.plugins.api import ConnectionInfo, Rows
from lapwing.results.codecs import CELLS, rows_of
from lapwing.sql.classify import statement_facts
from lapwing.sql.dialect import dialect_named

_MOST_ROWS: Final = 100_000
_MOST_BYTES: Final = 4 << 20
_LONGEST_S: Final = 600.0
_LONGEST_SQL: Final = 1_000_000
_IDLE_S: Final = 20.0
_MOST_TABLES: Final = 20_000
_Key = tuple[str, str, bool]


class _PluginSession:
    """A session of a plugin; when it dies, the next statement has another one (`session_thread.SessionSource`)."""

    def __init__(self, opener: Opener, way: Way) -> None:
        self.session: Session | None = None
        self._opener = opener
        self._way = way
        self._opening = Opening(way.shown)

    def open(self) -> Session:
        self.session = self._opener.open(self._way, self._opening).session
        self.session.mode = TransactionMode.AUTO
        return self.session

    def keep_alive(self) -> None:
        """Open another one where the last one has died: nothing of it is sent again."""
        if self.session is None or self.session.is_lost:
            self.open()

    def used(self, *, needed_life: bool) -> None:
        """Nothing is open between two statements."""

    def cancel(self) -> None:
        self._opening.cancel()


class PluginDatabases:
    """For all plugins."""

    def __init__(self, connections: ConnectionsService, opener: Opener, lanes: Lanes) -> None:
        self._connections = connections
        self._opener = opener
        self._lanes = lanes
        self._threads: dict[_Key, SessionThread] = {}
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

    async def query(
        self, plugin_id: str, connection_id: str, sql: str, most: int, within_s: float, *, may_write: bool
    ) -> Rows:
        """Run one statement.

        Raises:
            PermissionError: It may change something, and that is not granted, or has to be confirmed by a person.
            TimeoutError: It took too long, and was cancelled.
            LapwingError: The server refused it.
        """
        way = self._connections.way(connection_id)
        await asyncio.to_thread(lambda: way.driver)  # its module may have to be loaded
        writes = self._judged(way, sql, may_write=may_write)
        thread = await self._thread((plugin_id, way.connection.id, writes), way)
        most = max(0, min(most, _MOST_ROWS))
        doing = asyncio.ensure_future(thread.do(lambda session: _read(session, sql, most)))
        try:
            async with asyncio.timeout(max(0.0, min(within_s, _LONGEST_S))):
                return await asyncio.shield(doing)
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

    def _judged(self, way: Way, sql: str, *, may_write: bool) -> bool:
        """Whether the statement may change something.

        Raises:
            PermissionError: It may, and it may not.
        """
        if len(sql) > _LONGEST_SQL:
            raise ValueError(f"A statement has at most {_LONGEST_SQL:,} characters.")
        if statement_facts(dialect_named(way.driver.dialect), sql).reads_only:
            return False
        if not may_write:
            raise PermissionError("The permission query:write was not given, and the statement may change something.")
        if way.safeguards.asks:
            raise PermissionError(f"{way.connection.name} wants a person to confirm what changes something.")
        return True

    async def _thread(self, key: _Key, way: Way) -> SessionThread:
        if (timer := self._timers.pop(key, None)) is not None:
            timer.cancel()
        async with self._opening.setdefault(key, asyncio.Lock()):
            thread = self._threads.get(key)
            if thread is None:
                writes = key[2]
                read_only = way.target.read_only or (not writes and way.driver.capabilities.mixes_read_only)
                way = dataclasses.replace(way, target=dataclasses.replace(way.target, read_only=read_only))
                thread = SessionThread("plugin", _PluginSession(self._opener, way))
                await thread.start()
                self._threads[key] = thread
            return thread

    # ending

    def _close_later(self, key: _Key) -> None:
        def close() -> None:
            thread = self._threads.get(key)
            if thread is not None and thread.is_idle:
                del self._threads[key]
                self._aside(thread.close())

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
        keys = [key for key in self._threads if is_meant(key)]
        await asyncio.gather(*(self._threads.pop(key).close() for key in keys))

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


def _read(session: Session, sql: str, most: int) -> Rows:
    """The first result of a statement. Session's thread."""
    names: tuple[str, ...] | None = None
    types: tuple[str, ...] = ()
    rows: list[tuple[str | None, ...]] = []
    columns: Sequence[Column] = ()
    size, codec = 0, CELLS
    is_complete = True
    replies = session.execute(sql)
    try:
        for reply in replies:
            came: Sequence[Row] = ()
            if isinstance(reply, ResultBegan):
                if names is not None:
                    break
                columns, codec = reply.columns, reply.codec
                names = tuple(column.name for column in columns)
                types = tuple(column.type_name for column in columns)
            elif isinstance(reply, ResultBeganAgain):
                rows, size = [], 0
            elif isinstance(reply, RowsCame):
                came = reply.rows
            elif isinstance(reply, PagesCame):
                came = rows_of(reply.pages, codec, columns)
            for row in came:
                texts = tuple(map(text_of, row))
                size += sum(len(text or "") + 8 for text in texts)
                if len(rows) >= most or size > _MOST_BYTES:
                    is_complete = False
                    break
                rows.append(texts)
            if not is_complete:
                break
    finally:
        close = getattr(replies, "close", None)
        if close is not None:
            close()
    return Rows(names or (), types, tuple(rows), is_complete)
