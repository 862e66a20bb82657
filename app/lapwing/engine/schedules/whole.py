"""All that does and keeps schedules."""

from collections.abc import Callable

from lapwing.domain.schedules.schedules import SchedulesChanged
from lapwing.domain.services import ServiceHealth, ServiceNote
from lapwing.engine.bus import Bus
from lapwing.engine.hub import EventHub
from lapwing.engine.schedules.book import ScheduleBook
from lapwing.engine.schedules.clocks import Clocks
from lapwing.engine.schedules.clockwork import Clockwork
from lapwing.engine.schedules.running import Runs
from lapwing.engine.schedules.service import SchedulesService
from lapwing.store.schedules.keeping import RunStore
from lapwing.store.schedules.schema import runs_path


class WholeSchedules:
    """Event loop's thread.

    Attributes:
        clockwork: What looks at the clock.
        operations: What can be asked of it.
    """

    def __init__(self, bus: Bus, hub: EventHub, clocks: Clocks, is_done: Callable[[], bool]) -> None:
        def tell() -> None:
            bus.publish(SchedulesChanged())

        self._book = ScheduleBook()
        store = RunStore(runs_path())
        self._runs = Runs(hub, store, clocks, tell)
        self.clockwork = Clockwork(self._book, store, self._runs, clocks, tell)
        self.operations = SchedulesService(self._book, store, self._runs, self.clockwork, clocks, tell, is_done=is_done)

    async def run(self) -> None:
        """Do schedules until cancelled. Raises as `Clockwork.run`."""
        await self.clockwork.run()

    async def stop(self) -> None:
        """Let what is under way end, or interrupt it."""
        await self._runs.stop()

    def health(self) -> ServiceHealth:
        """How it is now."""
        schedules = self._book.all()
        if self._book.problem is not None:
            return ServiceHealth(is_well=False, problem=self._book.problem.to_wire())
        on = sum(each.enabled for each in schedules)
        return ServiceHealth(note=ServiceNote("schedules.some", on), figures=(("Schedules", str(on)),))
