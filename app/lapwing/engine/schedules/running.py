"""Runs: telling the event of a schedule, one run of a schedule at a time. Event loop's thread."""

import asyncio
import copy
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from lapwing.domain.errors import LapwingError
from lapwing.domain.schedules.schedules import Overlap, RunState, Schedule, ScheduleRun
from lapwing.engine.hub import EventHub
from lapwing.engine.schedules.clocks import LOGGER, Clocks
from lapwing.store.schedules.keeping import RunStore

_log: Final = logging.getLogger(LOGGER)


class Runs:
    """Those under way in this engine, and those that wait for them."""

    def __init__(self, hub: EventHub, store: RunStore, clocks: Clocks, tell: Callable[[], None]) -> None:
        self._hub = hub
        self._store = store
        self._clocks = clocks
        self._tell = tell
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._waiting: dict[str, tuple[Schedule, ScheduleRun]] = {}

    def state_for(self, schedule: Schedule) -> RunState:
        """What would become of a run that came now: RUNNING, WAITING or REFUSED."""
        if schedule.id not in self._tasks:
            return RunState.RUNNING
        waits = schedule.overlap is Overlap.QUEUE and schedule.id not in self._waiting
        return RunState.WAITING if waits else RunState.REFUSED

    def begin(self, schedule: Schedule, run: ScheduleRun) -> None:
        """Go on with a run that is kept as running or waiting; nothing for one in another state."""
        if run.state is RunState.WAITING and schedule.id in self._tasks:
            self._waiting[schedule.id] = schedule, run
        elif run.state in {RunState.WAITING, RunState.RUNNING}:
            name = f"schedule {schedule.id}"
            self._tasks[schedule.id] = asyncio.create_task(self._go_through(schedule, run), name=name)

    async def _go_through(self, schedule: Schedule, run: ScheduleRun) -> None:
        """A run, and the one that waited for it."""
        try:
            following: tuple[Schedule, ScheduleRun] | None = (schedule, run)
            while following is not None:
                await self._do(*following)
                following = self._waiting.pop(schedule.id, None)
        except LapwingError as error:
            _log.error("%s: %s", schedule.name, error)
        finally:
            self._waiting.pop(schedule.id, None)
            del self._tasks[schedule.id]
            self._tell()

    async def _do(self, schedule: Schedule, run: ScheduleRun) -> None:
        """Raises:
        RunsUnusable, StoredNewer: What came of it cannot be kept.
        """
        if run.state is RunState.WAITING:
            if not await asyncio.to_thread(self._store.take_up, run.id, RunState.RUNNING, self._clocks.now()):
                return
            self._tell()
        _log.info("%s: %s is told.", schedule.name, schedule.event_type)
        event, answers = await self._hub.publish_and_ask(
            schedule.event_type, copy.deepcopy(schedule.data), subject=schedule.name, source=f"schedule/{schedule.id}"
        )
        failed = [each for each in answers if each.error]
        for each in failed:
            _log.warning("%s: %s: %s", schedule.name, each.subscriber, each.error)
        state = RunState.FAILED if failed else RunState.DONE
        ended = replace(run, state=state, ended=self._clocks.now(), event_id=event.id, answers=answers)
        await asyncio.to_thread(self._store.end, ended)

    async def settled(self, within_s: float | None) -> None:
        """Wait until nothing is under way, but for no longer than that; None: however long it takes."""
        if self._tasks:
            await asyncio.wait(set(self._tasks.values()), timeout=within_s)

    async def stop(self) -> None:
        """Wait a moment for what is under way; what has not ended then is interrupted."""
        await self.settled(self._clocks.end_s)
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.gather(*tasks, return_exceptions=True)
            await asyncio.to_thread(self._store.interrupt, self._clocks.now())
