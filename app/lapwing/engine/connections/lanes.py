"""Metadata lanes: sessions of Lapwing's own that read catalogues, so that no statement of a person waits for that."""

import asyncio
import dataclasses
import logging
import time
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from lapwing.domain.connections import TransactionMode
from lapwing.domain.errors import ConnectionLost, LapwingError, SessionUnknown
from lapwing.drivers.base import Session
from lapwing.drivers.opening import Opening
from lapwing.engine.connections.opener import Opener
from lapwing.engine.connections.other_databases import way_to_database
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.connections.session_thread import SessionThread, cancel_until
from lapwing.engine.connections.ways import Way

Answer = TypeVar("Answer")
_log = logging.getLogger(__name__)


class LaneSession:
    """A session of ours; when it dies, another lane takes its place (`session_thread.SessionSource`)."""

    def __init__(self, opener: Opener, way: Way, *, is_monitor: bool = False) -> None:
        """One that reads the catalogue, or one that looks at the server."""
        self.session: Session | None = None
        self._opener = opener
        self._way = way
        self._is_monitor = is_monitor
        self._opening = Opening(way.shown)

    def open(self) -> Session:
        way = self._way
        read_only = way.target.read_only or way.driver.capabilities.mixes_read_only
        target = dataclasses.replace(way.target, read_only=read_only, is_metadata=True, is_monitor=self._is_monitor)
        way = dataclasses.replace(way, target=target)
        self.session = self._opener.open(way, self._opening).session
        self.session.mode = TransactionMode.AUTO
        return self.session

    def keep_alive(self) -> None:
        """The pool sees to it."""

    def used(self, *, needed_life: bool) -> None:
        """Nothing is open between two reads."""

    def cancel(self) -> None:
        self._opening.cancel()


class Lane:
    """One session of the pool, with when it was opened and last used (monotonic seconds)."""

    def __init__(self, opener: Opener, way: Way) -> None:
        self._source = LaneSession(opener, way)
        self.thread = SessionThread("metadata", self._source)
        self.opened_s = self.used_s = time.monotonic()

    @property
    def is_lost(self) -> bool:
        return self._source.session is None or self._source.session.is_lost


class LanePool:
    """The metadata sessions of one connection, opened when they are needed. Event loop's thread.

    At most `pool_max` and `pool_overflow` together; who comes when all are busy waits for one.

    Attributes:
        way: Where they lead.
        is_left: Whether a person wants nothing of this connection any more: who still reads is not served elsewhere.
    """

    def __init__(self, opener: Opener, way: Way) -> None:
        self.way = way
        self.is_left = False
        self._opener = opener
        self._settings = way.settings
        self._all: set[Lane] = set()
        self._idle: list[Lane] = []
        self._waiters: deque[asyncio.Future[None]] = deque()
        self._background: set[asyncio.Task[None]] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._closed = False

    async def do(self, job: Callable[[Session], Answer]) -> Answer:
        """Read something; a read whose session died is done once more on another one. Cancelling ends it.

        Raises:
            LapwingError: What opening a session or reading raises.
        """
        try:
            return await self._do(job)
        except ConnectionLost:  # nothing of a person's is ever sent twice, but this only looks
            return await self._do(job)

    async def _do(self, job: Callable[[Session], Answer]) -> Answer:
        lane = await self._take()
        doing = asyncio.ensure_future(lane.thread.do(job))
        doing.add_done_callback(lambda done: self._give_back(lane, done))
        try:
            return await asyncio.shield(doing)
        except asyncio.CancelledError:
            self._aside(cancel_until(doing, lane.thread.cancel))
            raise

    # taking and giving back

    async def _take(self) -> Lane:
        while not self._closed:
            if self._idle:
                lane = self._idle.pop()
                if await self._is_fit(lane):
                    return lane
                self._discard(lane)
            elif len(self._all) < self._settings.pool_max + self._settings.pool_overflow:
                return await self._open()
            else:
                await self._wait()
        raise SessionUnknown

    async def _is_fit(self, lane: Lane) -> bool:
        """Whether it is young enough and lives; one that was used a moment ago is believed to."""
        now, settings = time.monotonic(), self._settings
        if lane.is_lost or (settings.pool_recycle_s and now - lane.opened_s >= settings.pool_recycle_s):
            return False
        if now - lane.used_s < settings.pool_health_check_s:
            return True
        try:
            return await lane.thread.do(lambda session: session.is_alive())
        except BaseException:
            self._discard(lane)
            raise

    async def _open(self) -> Lane:
        lane = Lane(self._opener, self.way)
        self._all.add(lane)
        try:
            await lane.thread.start()
        except BaseException as error:
            self._all.discard(lane)
            self._fail_waiters(error)
            raise
        if self._closed:
            self._discard(lane)
            raise SessionUnknown
        self._fill()
        return lane

    async def _wait(self) -> None:
        """Wait until a lane may be free.

        Raises:
            LapwingError: Why none can be opened.
        """
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled() and waiter.exception() is None:
                self._wake_next()  # it was this one's turn, and it does not take it
            raise
        finally:
            if waiter in self._waiters:
                self._waiters.remove(waiter)

    def _wake_next(self) -> None:
        while self._waiters:
            waiter = self._waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                return

    def _fail_waiters(self, error: BaseException) -> None:
        """Who waits hears at once that no session can be opened, rather than trying in turn."""
        if not isinstance(error, LapwingError):
            self._wake_next()
            return
        while self._waiters:
            waiter = self._waiters.popleft()
            if not waiter.done():
                waiter.set_exception(error)

    def _give_back(self, lane: Lane, done: "asyncio.Future[Answer]") -> None:
        if not done.cancelled():
            done.exception()  # told to who asked, if somebody still waits
        lane.used_s = time.monotonic()
        if lane.is_lost or self._closed or len(self._all) > self._settings.pool_max:
            self._discard(lane)
            return
        self._idle.append(lane)
        self._wake_next()
        self._watch_idle()

    def _discard(self, lane: Lane) -> None:
        """Close a lane aside; its place is free at once."""
        if lane in self._all:
            self._all.discard(lane)
            self._aside(lane.thread.close())
            self._wake_next()

    # what happens aside

    def _aside(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)

    def _fill(self) -> None:
        """Open sessions until there are `pool_min`."""
        missing = min(self._settings.pool_min, self._settings.pool_max) - len(self._all)
        for _ in range(max(0, missing)):
            lane = Lane(self._opener, self.way)
            self._all.add(lane)
            self._aside(self._open_spare(lane))

    async def _open_spare(self, lane: Lane) -> None:
        try:
            await lane.thread.start()
        except LapwingError as error:
            _log.info("no spare metadata session: %s", error.code)
            self._all.discard(lane)
            self._wake_next()
            return
        if self._closed:
            self._discard(lane)
        else:
            self._idle.insert(0, lane)
            self._wake_next()
            self._watch_idle()

    def _watch_idle(self) -> None:
        has_spare = len(self._all) > self._settings.pool_min
        if self._timer is None and self._idle and has_spare and not self._closed:
            due = min(lane.used_s for lane in self._idle) + self._settings.pool_idle_timeout_s
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(max(0.0, due - time.monotonic()), self._close_idle)

    def _close_idle(self) -> None:
        """Close those that were idle for too long, but for `pool_min`."""
        self._timer = None
        before = time.monotonic() - self._settings.pool_idle_timeout_s
        spare = len(self._all) - self._settings.pool_min
        for lane in [lane for lane in self._idle if lane.used_s <= before][: max(0, spare)]:
            self._idle.remove(lane)
            self._discard(lane)
        self._watch_idle()

    async def close(self) -> None:
        """Cancel and close everything; who waits hears that it is gone."""
        self._closed = True
        if self._timer is not None:
            self._timer.cancel()
        lanes = list(self._all)
        self._all.clear()
        self._idle.clear()
        while self._waiters:
            self._wake_next()
        await asyncio.gather(*(lane.thread.close() for lane in lanes), *self._background)


class Lanes:
    """The pools of all connections, and of sessions without a saved one, by id. Event loop's thread.

    Another database of the same server has a pool of its own, of one session that is closed when it was idle for long.
    """

    def __init__(self, connections: ConnectionsService, opener: Opener) -> None:
        self._connections = connections
        self._opener = opener
        self._pools: dict[tuple[str, str], LanePool] = {}
        self._closed = False
        connections.when_changed.append(self.drop)

    async def do(self, connection_id: str, job: Callable[[Session], Answer], database: str = "") -> Answer:
        """Read something on a saved connection's lane, or in another database of its server.

        Raises:
            ConnectionUnknown, UrlInvalid: There is nothing to read from.
            RequestInvalid: The server has no databases apart from schemas.
            LapwingError: What opening a session or reading raises.
        """
        while True:
            way = self._connections.way(connection_id)
            pool = self._pool(way.connection.id, way, database)
            try:
                return await pool.do(job)
            except SessionUnknown:  # its connection was changed meanwhile
                if self._closed or pool.is_left or pool in self._pools.values():
                    raise

    async def do_beside(
        self, session_id: str, way: Way, job: Callable[[Session], Answer], database: str = ""
    ) -> Answer:
        """Read something beside a session that is led by this way, which no saved connection leads.

        The lanes are dropped by the session's id, and when it has another way.

        Raises:
            RequestInvalid: The server has no databases apart from schemas.
            LapwingError: What opening a session or reading raises.
        """
        old = self._pools.get((session_id, database))
        if old is not None and old.way != _lane_way(way, database):
            await self.drop(session_id)
        return await self._pool(session_id, way, database).do(job)

    def _pool(self, key: str, way: Way, database: str) -> LanePool:
        if (key, database) not in self._pools:
            self._pools[key, database] = LanePool(self._opener, _lane_way(way, database))
        return self._pools[key, database]

    async def drop(self, connection_id: str) -> None:
        """Close a connection's lanes, since it may lead elsewhere now; the next read opens new ones.

        Those beside a session are named by the session's id.
        """
        keys = [key for key in self._pools if key[0] == connection_id]
        await asyncio.gather(*(self._pools.pop(key).close() for key in keys))

    async def leave(self, connection_id: str) -> None:
        """Close a connection's lanes because a person said so; what reads on them ends."""
        for key, pool in self._pools.items():
            pool.is_left = pool.is_left or key[0] == connection_id
        await self.drop(connection_id)

    async def close(self) -> None:
        """Close all of them."""
        self._closed = True
        pools = list(self._pools.values())
        self._pools.clear()
        await asyncio.gather(*(pool.close() for pool in pools))


def _lane_way(way: Way, database: str) -> Way:
    """The way of lanes to a database; to another one than the connection's there is one lane at most.

    Raises:
        RequestInvalid: The server has no databases apart from schemas.
    """
    found = way_to_database(way, database)
    if found is way:
        return way
    return dataclasses.replace(
        found, settings=dataclasses.replace(way.settings, pool_min=0, pool_max=1, pool_overflow=0)
    )
