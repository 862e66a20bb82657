"""The sampler of one connection: its own session, looked through at each tick."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, Protocol, TypeVar

from lapwing import paths
from lapwing.domain.errors import (
    ConnectionLost,
    DatabaseLocked,
    DefectFound,
    HostUnknown,
    LapwingError,
    OpeningTimedOut,
    ServerMisbehaved,
    ServerUnreachable,
    SessionRefused,
    StatementCancelled,
    StatementFailed,
)
from lapwing.domain.events import Event
from lapwing.domain.monitoring.activity import Activity
from lapwing.domain.monitoring.errors import MonitorUnknown
from lapwing.domain.monitoring.metrics import Lane
from lapwing.domain.monitoring.samples import MetricsSampled, MonitorChanged, MonitorFacts, MonitorState
from lapwing.domain.monitoring.statements import StatementsReading
from lapwing.domain.ssh_errors import SshDropped, SshForwardRefused
from lapwing.drivers.base import Session
from lapwing.engine.connections.lanes import LaneSession
from lapwing.engine.connections.opener import Opener
from lapwing.engine.connections.session_thread import SessionThread
from lapwing.engine.connections.ways import Way
from lapwing.engine.monitoring.deriving import Deriver
from lapwing.engine.monitoring.looking import Beside, Look, look
from lapwing.engine.monitoring.pace import Pace

Answer = TypeVar("Answer")
_FIRST_WAIT_S: Final = 1.0
_LONGEST_WAIT_S: Final = 30.0
_LEAST_GAP_S: Final = 2.0
_TOLD_EVERY_S: Final = 5.0
_MAY_PASS: Final = (
    ConnectionLost,
    DatabaseLocked,
    DefectFound,
    HostUnknown,
    ServerMisbehaved,
    ServerUnreachable,
    OpeningTimedOut,
    SessionRefused,
    SshDropped,
    SshForwardRefused,
    StatementCancelled,
    StatementFailed,
)
"""What is tried again by itself. A refused log-in never is: that would lock accounts."""
_NOTED: Final = ("state", "server", "denied", "error", "pace_s")
"""Facts that a look may change."""
_log = logging.getLogger(__name__)


class Takes(Protocol):
    """Where a sampler leaves what is no series. Event loop's thread."""

    def activity(self, connection_id: str, seen: Activity) -> None: ...

    def statements(self, connection_id: str, seen: StatementsReading) -> None: ...


class Sampler:
    """Looks at one connection. Event loop's thread.

    There is never more than one look under way. Where one takes longer than two ticks, or the server is not there, that
    is told as a gap.

    Attributes:
        facts: How it is.
        last: The newest sample of each lane.
    """

    def __init__(
        self,
        connection_id: str,
        way: Callable[[], Way],
        opener: Opener,
        beside: Callable[[Way], Sequence[Beside]],
        tell: Callable[[Event], None],
        takes: Takes,
        interval_s: float,
    ) -> None:
        self.facts = MonitorFacts(connection_id, MonitorState.OPENING, interval_s, since=time.time())
        self.last: dict[Lane, MetricsSampled] = {}
        self._way = way
        self._opener = opener
        self._make_beside = beside
        self._tell = tell
        self._takes = takes
        self._pace = Pace()
        self._deriver = Deriver()
        self._poked = asyncio.Event()  # to look on at another interval
        self._asked = asyncio.Event()  # to open the session now
        self._settled: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._thread: SessionThread | None = None
        self._shown = connection_id
        self._beside: Sequence[Beside] = ()
        self._told_s = 0.0
        self._left: set[asyncio.Task[None]] = set()
        self._task = asyncio.create_task(self._run(), name=f"sampler {connection_id[:8]}")

    # from outside

    def set_interval(self, interval_s: float, *, is_kept: bool) -> None:
        """Another time between two ticks, from now on."""
        if (interval_s, is_kept) != (self.facts.interval_s, self.facts.is_kept):
            self._change(interval_s=interval_s, is_kept=is_kept)
            self._poked.set()

    async def retry(self) -> None:
        """Open the session now, where it is not open.

        Raises:
            MonitorUnknown: It was ended, or left, meanwhile.
            LapwingError: Why it cannot be.
        """
        if self.facts.state is MonitorState.RUNNING:
            return
        if self._settled.done():
            self._settled = asyncio.get_running_loop().create_future()
        self._asked.set()
        await asyncio.shield(self._settled)

    async def do(self, job: Callable[[Session], Answer]) -> Answer | None:
        """Do something on its session, between two looks; None when there is no session.

        Raises:
            LapwingError: What the job raises.
        """
        return None if self._thread is None else await self._thread.do(job)

    def leave(self) -> None:
        """A person disconnected the connection: it is let go, and not opened again before somebody asks."""
        looking, self._task = self._task, asyncio.create_task(self._stay_left(self._task), name=self._task.get_name())
        looking.cancel()
        self._left.add(looking)
        looking.add_done_callback(self._left.discard)
        self._settle(MonitorUnknown(connection=self._shown))
        self._asked.clear()
        self._change(state=MonitorState.REFUSED, error=None)

    async def _stay_left(self, looking: "asyncio.Task[None]") -> None:
        await _over(looking)
        await self._asked.wait()
        await self._run()

    async def close(self) -> None:
        """End it, and let go of the server."""
        self._task.cancel()
        for task in (self._task, *self._left):
            await _over(task)
        self._settle(MonitorUnknown(connection=self._shown))

    def _settle(self, error: LapwingError | None = None) -> None:
        """Tell who waits for the session that it is there, or why it is not."""
        if self._settled.done():
            return
        if error is None:
            self._settled.set_result(None)
        else:
            self._settled.set_exception(error)
            self._settled.exception()  # it may be that nobody waits for it

    # opening

    async def _run(self) -> None:
        wait_s = _FIRST_WAIT_S
        while True:
            try:
                await self._look_on(await self._open())
            except LapwingError as error:
                why = error
            except Exception as error:  # the border of the task: nobody else would hear of it
                _log.exception("looking at %s failed", self.facts.connection_id)
                why = DefectFound(kind=f"{type(error).__name__} in a monitor", log=str(paths.logs()))
            finally:
                await self._let_go()
            if self.facts.state is MonitorState.RUNNING:
                wait_s = _FIRST_WAIT_S
            wait_s = await self._stay_away(why, wait_s)

    async def _open(self) -> SessionThread:
        self._asked.clear()
        self._change(state=MonitorState.OPENING)
        way = self._way()
        self._shown = way.shown
        self._beside = self._make_beside(way)
        source = LaneSession(self._opener, way, is_monitor=True)
        thread = SessionThread("monitor", source)
        try:
            await thread.start()
        except asyncio.CancelledError:
            await _over(asyncio.ensure_future(thread.close()))
            raise
        self._thread = thread
        self._deriver.forget()
        return thread

    async def _let_go(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            await _over(asyncio.ensure_future(thread.close()))

    async def _stay_away(self, error: LapwingError, wait_s: float) -> float:
        """Wait until it is tried again; how long to wait the next time."""
        self._settle(error)
        may_pass = isinstance(error, _MAY_PASS)
        self._change(state=MonitorState.LOST if may_pass else MonitorState.REFUSED, error=error.to_wire())
        self._tell_gap(Lane.FAST, "lost")
        await _within(self._asked, wait_s if may_pass else None)
        return min(wait_s * 2, _LONGEST_WAIT_S)

    # looking

    async def _look_on(self, thread: SessionThread) -> None:
        """Look until the session is lost.

        Raises:
            LapwingError: Why it is, or that there is nothing to look at.
        """
        loop = asyncio.get_running_loop()
        due = slow_due = loop.time()
        while True:
            self._poked.clear()
            await self._look(thread, Lane.FAST)
            if loop.time() >= slow_due:
                await self._look(thread, Lane.SLOW)
                slow_due = loop.time() + self._pace.slow_interval()
            interval = self._pace.interval(self.facts.interval_s)
            due = max(due + interval, loop.time())
            if await _within(self._poked, due - loop.time()):
                due = loop.time()

    async def _look(self, thread: SessionThread, lane: Lane) -> None:
        """One look; while it takes too long, gaps are told."""
        beside, shown = self._beside, self._shown
        looking = asyncio.ensure_future(thread.do(lambda session: look(session, lane, beside, shown)))
        patience = max(_LEAST_GAP_S, 2 * self.facts.interval_s)
        try:
            while not (await asyncio.wait({looking}, timeout=patience))[0]:
                self._tell_gap(Lane.FAST, "timeout")
        except asyncio.CancelledError:
            looking.cancel()
            raise
        try:
            self._take(lane, looking.result())
        except LapwingError as error:
            source = thread.source
            if source.session is None or source.session.is_lost or self.facts.state is not MonitorState.RUNNING:
                raise
            _log.warning("a look at %s failed: %s", self.facts.connection_id, error)
            self._tell_gap(lane, "refused")
            self._change(error=error.to_wire())

    def _take(self, lane: Lane, seen: Look) -> None:
        found = seen.found
        self._pace.note(seen.at_s, seen.took_s, lane)
        if found.activity is not None:
            self._takes.activity(self.facts.connection_id, found.activity)
        if seen.statements is not None:
            self._takes.statements(self.facts.connection_id, seen.statements)
        values = self._deriver.take(seen.metrics, lane, seen.readings, found.epoch, seen.at_s, seen.at)
        restarted = lane is Lane.FAST and found.server.is_started_after(self.facts.server)
        sample = MetricsSampled(
            self.facts.connection_id, seen.at, self._tick_s(lane), lane, values, restarted=restarted
        )
        self._note_server(lane, seen)
        self.last[lane] = sample
        self._tell(sample)
        self._settle()

    def _note_server(self, lane: Lane, seen: Look) -> None:
        others = tuple(each for each in self.facts.denied if not _is_of(each.metrics, seen, lane))
        denied = tuple(dict.fromkeys((*others, *seen.denied)))
        now = replace(
            self.facts,
            state=MonitorState.RUNNING,
            server=seen.found.server if lane is Lane.FAST else self.facts.server,
            denied=denied,
            error=None if lane is Lane.FAST else self.facts.error,
            pace_s=self._pace.interval(self.facts.interval_s),
        )
        is_news = now != self.facts
        cost = self._pace.cost(seen.at_s)
        if is_news or seen.at_s - self._told_s >= _TOLD_EVERY_S:
            self._told_s = seen.at_s
            self._change(**{name: getattr(now, name) for name in _NOTED}, cost=cost)

    # telling

    def _tick_s(self, lane: Lane) -> float:
        return self._pace.slow_interval() if lane is Lane.SLOW else self._pace.interval(self.facts.interval_s)

    def _tell_gap(self, lane: Lane, why: str) -> None:
        self._tell(MetricsSampled(self.facts.connection_id, time.time(), self._tick_s(lane), lane, gap=why))

    def _change(self, **facts: object) -> None:
        changed: MonitorFacts = replace(self.facts, **facts)  # type: ignore[arg-type]
        if changed.state is not self.facts.state:
            changed = replace(changed, since=time.time())
        if changed != self.facts:
            self.facts = changed
            self._tell(MonitorChanged(changed))


async def _over(work: "asyncio.Future[None]") -> None:
    """Wait until it is over, however it ends, though who waits is cancelled meanwhile: nothing is left behind."""
    cancelled = False
    while not work.done():
        try:
            await asyncio.wait({work})
        except asyncio.CancelledError:
            cancelled = True
    if not work.cancelled() and (error := work.exception()) is not None:
        _log.error("a session of a monitor ended with an error", exc_info=error)
    if cancelled:
        raise asyncio.CancelledError


async def _within(event: asyncio.Event, seconds: float | None) -> bool:
    """Wait so long, or until something is set; whether it is.

    Not `asyncio.wait_for`: in Python 3.11 it loses a cancellation that comes together with what it waits for.
    """
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
    return event.is_set()


def _is_of(metrics: Sequence[str], seen: Look, lane: Lane) -> bool:
    """Whether what was denied belongs to a lane, which has just been read anew."""
    lanes = {metric.id: metric.lane for metric in seen.metrics}
    return any(lanes.get(metric, Lane.FAST) is lane for metric in metrics)
