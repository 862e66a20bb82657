"""Schedules are loaded when there is one, or when somebody asks: most people have none."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from lapwing import paths
from lapwing.domain.services import ServiceHealth, ServiceNote
from lapwing.engine.bus import Bus
from lapwing.engine.hub import EventHub
from lapwing.engine.schedules.clocks import LOGGER, SERVICE_ID, Clocks
from lapwing.engine.schedules.own_workflows import Ask, OwnWorkflows

if TYPE_CHECKING:
    from lapwing.engine.schedules.whole import WholeSchedules


class Schedules:
    """Event loop's thread.

    Attributes:
        service: What runs them (`engine.hosting.HostedService`).
        clocks: What it goes by; a test may change them before anything begins.
    """

    def __init__(self, bus: Bus, hub: EventHub, is_elsewhere: Callable[[], bool], ask: Ask) -> None:
        """Args:
        is_elsewhere: Whether another engine of the profile does schedules.
        ask: Asks the engine.
        """
        self._made_of = (bus, hub)
        self._is_elsewhere = is_elsewhere
        self._own = OwnWorkflows(hub, ask)
        self._runs_here = False
        self._whole: WholeSchedules | None = None
        self._loaded = asyncio.Event()
        self.clocks = Clocks()
        self.service = SchedulerService(self)

    def whole(self) -> "WholeSchedules":
        """All of it."""
        if self._whole is None:
            from lapwing.engine.schedules.whole import WholeSchedules

            self._whole = WholeSchedules(*self._made_of, self.clocks, self._is_done)
            self._loaded.set()
        return self._whole

    @property
    def loaded(self) -> "WholeSchedules | None":
        """All of it, where it was needed already."""
        return self._whole

    def _is_done(self) -> bool:
        """Whether any engine of the profile does schedules."""
        return self._runs_here or self._is_elsewhere()

    async def run(self) -> None:
        """Do schedules, from when there is one, and Lapwing's own workflows."""
        self._runs_here = True
        self._own.begin()
        try:
            await self._run_once_there_are_some()
        finally:
            self._runs_here = False
            await self._own.end()

    async def _run_once_there_are_some(self) -> None:
        path = paths.config() / "schedules.json"
        while self._whole is None and not path.exists():
            try:
                async with asyncio.timeout(self.clocks.look_s):
                    await self._loaded.wait()
            except TimeoutError:
                continue
        await self.whole().run()

    async def close(self) -> None:
        """Let what a person asked for end, or interrupt it."""
        if self._whole is not None:
            await self._whole.stop()


class SchedulerService:
    """Doing schedules, as a service of the engine (`engine.hosting.HostedService`)."""

    id = SERVICE_ID
    title = "Scheduler"
    logger = LOGGER
    once_in_a_profile = True

    def __init__(self, schedules: Schedules) -> None:
        self._schedules = schedules

    def is_wanted(self) -> bool:
        """Always: without schedules it does nothing."""
        return True

    async def start(self) -> None:
        """What is heavy is loaded with the first schedule."""

    async def run(self) -> None:
        """Do schedules until cancelled."""
        await self._schedules.run()

    async def stop(self) -> None:
        """Run no more; what is under way gets a moment to end."""
        await self._schedules.close()

    def health(self) -> ServiceHealth:
        """How it is now."""
        loaded = self._schedules.loaded
        return loaded.health() if loaded is not None else ServiceHealth(note=ServiceNote("schedules.none"))
