"""What can be asked of schedules."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from lapwing.domain.errors import LapwingError
from lapwing.domain.operations import Permission
from lapwing.domain.schedules.errors import ScheduleBusy
from lapwing.domain.schedules.schedules import (
    AskTimes,
    ReadScheduleRuns,
    RunCause,
    RunSchedule,
    RunState,
    SaveSchedule,
    Schedule,
    ScheduleFacts,
    ScheduleList,
    ScheduleRequest,
    ScheduleRun,
    ScheduleRuns,
    SwitchSchedule,
    TimesTold,
    next_of,
)
from lapwing.domain.schedules.times import next_times, read_times
from lapwing.engine.operations import operation
from lapwing.engine.schedules.book import ScheduleBook
from lapwing.engine.schedules.clocks import Clocks
from lapwing.engine.schedules.clockwork import Clockwork
from lapwing.engine.schedules.running import Runs
from lapwing.store.schedules.keeping import RunStore

_MOST_TIMES: Final = 100
_MOST_RUNS: Final = 500
_ASKED_EVERY_S: Final = 0.05
_TAKEN_UP_WITHIN_S: Final = 5.0


class SchedulesService:
    """Event loop's thread."""

    def __init__(
        self,
        book: ScheduleBook,
        store: RunStore,
        runs: Runs,
        clockwork: Clockwork,
        clocks: Clocks,
        tell: Callable[[], None],
        *,
        is_done: Callable[[], bool],
    ) -> None:
        """`is_done`: whether any engine of the profile does schedules."""
        self._book = book
        self._store = store
        self._runs = runs
        self._clockwork = clockwork
        self._clocks = clocks
        self._tell = tell
        self._is_done = is_done
        self._beginning = asyncio.Lock()

    @operation("schedule.list", needs=Permission.QUERY_READ)
    async def list_schedules(self) -> ScheduleList:
        """The schedules of this profile, when each is next, and how its last run was."""
        schedules = self._book.all()
        problems = [] if self._book.problem is None else [self._book.problem.to_wire()]
        progress: dict[str, float] = {}
        latest: dict[str, ScheduleRun] = {}
        try:
            progress, latest = await asyncio.to_thread(lambda: (self._store.progress(), self._store.latest()))
        except LapwingError as error:
            problems.append(error.to_wire())
        facts = tuple(self._facts(each, progress.get(each.id), latest.get(each.id)) for each in schedules)
        return ScheduleList(facts, self._is_done(), tuple(problems))

    @operation("schedule.save", needs=Permission.CONNECTIONS_WRITE)
    async def save(self, request: SaveSchedule) -> ScheduleFacts:
        """Add a schedule, or change the one of that id; its times count from now where they were changed.

        Raises:
            ScheduleInvalid, WhenInvalid: It cannot be kept.
            ScheduleUnknown: There is none of that id.
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull, RunsUnusable: Nothing was changed.
        """
        schedule = self._book.prepared(request.schedule, self._clocks.now())
        return await self._keep(schedule)

    @operation("schedule.switch", needs=Permission.CONNECTIONS_WRITE)
    async def switch(self, request: SwitchSchedule) -> ScheduleFacts:
        """Switch a schedule on or off; what would have come while it was off is not made up for.

        Raises:
            ScheduleUnknown.
            ScheduleInvalid, WhenInvalid: It cannot be switched on.
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull, RunsUnusable: Nothing was changed.
        """
        schedule = self._book.find(request.schedule_id)
        if schedule.enabled == request.enabled:
            return await self._told(schedule)
        wanted = replace(schedule, enabled=request.enabled)
        made = self._book.prepared(wanted, self._clocks.now()) if request.enabled else wanted
        return await self._keep(made)

    async def _keep(self, schedule: Schedule) -> ScheduleFacts:
        """Keep it, and from when on its times count."""
        known = next((each for each in self._book.all() if each.id == schedule.id), None)
        if known is None or known.since != schedule.since:
            await asyncio.to_thread(self._store.set_progress, schedule.id, schedule.since)
        self._book.keep(schedule)
        self._changed(reads=True)
        return await self._told(schedule)

    @operation("schedule.remove", needs=Permission.CONNECTIONS_WRITE)
    async def remove(self, request: ScheduleRequest) -> ScheduleList:
        """Remove a schedule, and what is known of its runs.

        Raises:
            ScheduleUnknown.
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
            RunsUnusable: It was removed, and its runs are still there.
        """
        schedule = self._book.find(request.schedule_id)
        self._book.remove(schedule.id)
        self._changed(reads=True)
        await asyncio.to_thread(self._store.forget, schedule.id)
        return await self.list_schedules()

    @operation("schedule.run", needs=Permission.QUERY_WRITE)
    async def run(self, request: RunSchedule) -> ScheduleRun:
        """Run a schedule now, beside its times; also one that is switched off.

        The engine that does schedules does it. Where none does, this one does, and waits for its end.

        Raises:
            ScheduleUnknown.
            ScheduleBusy: It is under way, and does not queue.
            RunsUnusable, StoredNewer: It cannot be recorded, so it was not run.
        """
        schedule = self._book.find(request.schedule_id)
        asked = ScheduleRun(0, schedule.id, self._clocks.now(), RunState.ASKED, RunCause.PERSON)
        if self._is_done():
            run = await asyncio.to_thread(self._store.ask, asked)
            self._changed()
            run = await self._until(run, _TAKEN_UP_WITHIN_S, lambda it: it.state is not RunState.ASKED)
        else:
            run = await self._run_here(schedule, asked)
            await self._runs.settled(request.wait_s or None)
        if run.state is RunState.REFUSED:
            raise ScheduleBusy(schedule=schedule.name)
        return await self._until(run, request.wait_s, lambda it: it.state.is_over)

    async def _run_here(self, schedule: Schedule, asked: ScheduleRun) -> ScheduleRun:
        async with self._beginning:
            state = self._runs.state_for(schedule)
            started = asked.due if state is RunState.RUNNING else None
            run = replace(asked, state=state, started=started)
            if state is not RunState.REFUSED:
                run = await asyncio.to_thread(self._store.ask, run)
                self._runs.begin(schedule, run)
            return run

    async def _until(self, run: ScheduleRun, within_s: float, is_so: Callable[[ScheduleRun], bool]) -> ScheduleRun:
        """The run when something is so, or as it is by then."""
        found = run
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(max(within_s, _ASKED_EVERY_S)):
                while not is_so(found):
                    await asyncio.sleep(_ASKED_EVERY_S)
                    now = await asyncio.to_thread(self._store.run, run.id)
                    found = now or found
        return found

    @operation("schedule.runs", needs=Permission.QUERY_READ)
    async def runs(self, request: ReadScheduleRuns) -> ScheduleRuns:
        """What came of a schedule: its runs, and times that were missed or refused, the latest first.

        Where the file cannot be read, the answer is empty and says why.

        Raises:
            ScheduleUnknown.
        """
        schedule = self._book.find(request.schedule_id)
        limit = max(1, min(request.limit, _MOST_RUNS))
        try:
            found = await asyncio.to_thread(self._store.runs, schedule.id, request.before_id, limit)
        except LapwingError as error:
            return ScheduleRuns(problem=error.to_wire())
        return ScheduleRuns(found)

    @operation("schedule.times", needs=Permission.NONE)
    async def times(self, request: AskTimes) -> TimesTold:
        """The next times of a cron expression, of an interval such as `every 15 min`, or of one moment.

        Raises:
            WhenInvalid: It cannot be understood.
        """
        now = self._clocks.now()
        times = read_times(request.when, request.zone, now)
        return TimesTold(next_times(times, now, max(1, min(request.count, _MOST_TIMES))))

    async def _told(self, schedule: Schedule) -> ScheduleFacts:
        latest = await asyncio.to_thread(self._store.latest)
        return self._facts(schedule, None, latest.get(schedule.id))

    def _facts(self, schedule: Schedule, handled: float | None, last: ScheduleRun | None) -> ScheduleFacts:
        problem = schedule.problem()
        if problem is not None:
            return ScheduleFacts(schedule, None, problem.to_wire(), last)
        now = self._clocks.now()
        is_ahead = handled is not None and now < handled <= now + schedule.times().slack_s
        return ScheduleFacts(schedule, next_of(schedule, handled if is_ahead else now), None, last)

    def _changed(self, *, reads: bool = False) -> None:
        self._clockwork.look_again(reads=reads)
        self._tell()
