"""The clockwork: looks at the clock, claims the times that have come, and has them run. Event loop's thread.

It waits for the next time, but looks at least once a second, since the clock that people set may jump: it is put right,
or the computer slept. A time that has passed by more than a minute was missed; what then happens is each schedule's to
say, and is never more than one run. Where the clock is put back, times that were run are no times again, unless it was
put back further than a person's clock usually is (`Timetable.slack_s`): then the new clock counts.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

from lapwing.domain.schedules.schedules import Missed, RunCause, RunState, Schedule, ScheduleRun
from lapwing.domain.schedules.times import Timetable, last_until, next_times
from lapwing.engine.schedules.book import ScheduleBook
from lapwing.engine.schedules.clocks import LOGGER, Clocks
from lapwing.engine.schedules.running import Runs
from lapwing.store.schedules.keeping import RunStore

_MOST_COUNTED: Final = 1_000
"""Missed times that are counted."""
_ANEW_S: Final = 60.0
"""How often all times are looked at though none has come: the clocks of the computer may go by another zone."""
_log: Final = logging.getLogger(LOGGER)


class Clockwork:
    """In the one engine of the profile that does schedules.

    Attributes:
        next_at: The next time of each schedule, by its id.
    """

    def __init__(
        self, book: ScheduleBook, store: RunStore, runs: Runs, clocks: Clocks, tell: Callable[[], None]
    ) -> None:
        self._book = book
        self._store = store
        self._runs = runs
        self._clocks = clocks
        self._tell = tell
        self._handled: dict[str, float] = {}
        self._news = asyncio.Event()
        self._is_stale = False
        self._looked: float | None = None
        self._asked_stamp: tuple[int, int] | None = None
        self.next_at: dict[str, float] = {}

    async def run(self) -> None:
        """Until cancelled.

        Raises:
            RunsUnusable, StoredNewer: What was run cannot be kept, so nothing may be.
        """
        interrupted = await asyncio.to_thread(self._store.interrupt, self._clocks.now())
        if interrupted:
            _log.warning("%d runs were interrupted by the end of their engine.", interrupted)
        await self._read_progress()
        try:
            while True:
                await self._look()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(self._wait_s()):
                        await self._news.wait()
                self._news.clear()
        finally:
            self.next_at.clear()

    def look_again(self, *, reads: bool) -> None:
        """A schedule was changed, so that what is known of its times is to be read anew; or a run was asked for."""
        self._is_stale = self._is_stale or reads
        self._news.set()

    def _wait_s(self) -> float:
        until_next = min(self.next_at.values(), default=float("inf")) - self._clocks.now()
        return max(0.0, min(self._clocks.look_s, until_next))

    async def _read_progress(self) -> None:
        self._handled = await asyncio.to_thread(self._store.progress)

    async def _look(self) -> None:
        if self._is_stale or self._book.has_changed:
            self._is_stale = False
            self._looked = None
            await self._read_progress()
            self._tell()
        schedules = {each.id: each for each in self._book.all()}
        now = self._clocks.now()
        next_at = min(self.next_at.values(), default=float("inf"))
        if self._looked is None or now < self._looked or now >= min(next_at, self._looked + _ANEW_S):
            self._looked = now
            await self._look_at_all(schedules)
        await self._take_up(schedules)

    async def _look_at_all(self, schedules: dict[str, Schedule]) -> None:
        for gone in self.next_at.keys() - schedules.keys():
            del self.next_at[gone]
        for schedule in schedules.values():
            found = await self._look_at(schedule)
            if found is None:
                self.next_at.pop(schedule.id, None)
            else:
                self.next_at[schedule.id] = found

    async def _look_at(self, schedule: Schedule) -> float | None:
        """Run what has come of one schedule; when it is next, or None."""
        if not schedule.enabled or schedule.problem() is not None:
            return None
        times = schedule.times()
        now = self._clocks.now()
        handled = await self._handled_of(schedule, times, now)
        last = last_until(times, handled, now)
        if last is not None:
            await self._came(schedule, times, handled, last)
            handled = self._handled.get(schedule.id, now)
        return times.next_after(handled)

    async def _handled_of(self, schedule: Schedule, times: Timetable, now: float) -> float:
        """Up to when its times are done with. From now on, where nobody knows, or the clock was put back far."""
        handled = self._handled.get(schedule.id)
        if handled is None or handled > now + times.slack_s:
            await asyncio.to_thread(self._store.set_progress, schedule.id, now)
            self._handled[schedule.id] = handled = now
        return handled

    async def _came(self, schedule: Schedule, times: Timetable, handled: float, last: float) -> None:
        """A time has come, perhaps after others: claim it, and do what is to be done about it."""
        now = self._clocks.now()
        is_late = now - last > self._clocks.grace_s
        earlier = len(next_times(_Until(times, last), handled, _MOST_COUNTED)) - 1
        if is_late and schedule.missed is Missed.SKIP:
            run = ScheduleRun(0, schedule.id, last, RunState.MISSED, ended=now, missed=earlier)
        else:
            state = self._runs.state_for(schedule)
            started = now if state is RunState.RUNNING else None
            ended = now if state is RunState.REFUSED else None
            cause = RunCause.LATE if is_late else RunCause.TIME
            run = ScheduleRun(0, schedule.id, last, state, cause, started, ended, missed=earlier)
        expected = self._handled[schedule.id]
        claimed = await asyncio.to_thread(self._store.claim, run, last, expected)
        if claimed is None:  # somebody changed it meanwhile
            await self._read_progress()
            return
        self._handled[schedule.id] = last
        if claimed.state.is_over:
            _log.warning("%s: a time was %s.", schedule.name, claimed.state)
        self._runs.begin(schedule, claimed)
        self._tell()

    async def _take_up(self, schedules: dict[str, Schedule]) -> None:
        """Run what persons asked for, in this engine or another one."""
        stamp = _stamp(self._store.path)
        if stamp == self._asked_stamp:
            return
        self._asked_stamp = stamp
        for run in await asyncio.to_thread(self._store.asked):
            schedule, now = schedules.get(run.schedule_id), self._clocks.now()
            state = RunState.REFUSED if schedule is None else self._runs.state_for(schedule)
            if now - run.due > self._clocks.grace_s:  # who asked has gone long ago
                state = RunState.INTERRUPTED
            if await asyncio.to_thread(self._store.take_up, run.id, state, now) and schedule is not None:
                started = now if state is RunState.RUNNING else None
                taken = ScheduleRun(run.id, run.schedule_id, run.due, state, RunCause.PERSON, started)
                self._runs.begin(schedule, taken)
            self._tell()


class _Until:
    """A timetable that ends."""

    def __init__(self, times: Timetable, last: float) -> None:
        self._times = times
        self._last = last
        self.slack_s = times.slack_s

    def next_after(self, at: float) -> float | None:
        found = self._times.next_after(at)
        return found if found is not None and found <= self._last else None


def _stamp(path: Path) -> tuple[int, int] | None:
    """Of the last change to the file; other processes may have made it."""
    for each in (path.with_name(f"{path.name}-wal"), path):
        try:
            found = each.stat()
        except OSError:
            continue
        return found.st_mtime_ns, found.st_size
    return None
