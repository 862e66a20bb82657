"""The life of one service: begun, kept alive, ended."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final

from lapwing import paths
from lapwing.domain.errors import DefectFound, LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.services import ServiceFacts, ServiceHealth, ServiceNote, ServiceState, ServiceStuck
from lapwing.engine.hosting import HostedService
from lapwing.engine.services.back_off import BackOff
from lapwing.engine.services.log import ServiceLogHandler

_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a life needs of its host.

    Attributes:
        admitted: Returns when a service that runs once in a profile may run here; raises why that cannot be known.
        is_admitted: Whether it may already.
        changed: Told after each change of facts.
        told: Told `started`, `stopped` or `error`, for the hub.
        pause: Waits for some seconds (`asyncio.sleep`).
        stop_within_s: How long a service may take to end.
    """

    admitted: Callable[[], Awaitable[None]]
    is_admitted: Callable[[], bool]
    changed: Callable[[str], None]
    told: Callable[[str, ServiceFacts], None]
    pause: Callable[[float], Awaitable[None]]
    stop_within_s: float


class ServiceLife:
    """One service. Event loop's thread.

    Attributes:
        facts: How it is; `is_wanted` and what another engine says are the host's to fill in.
        log: Its last lines.
    """

    def __init__(self, service: HostedService, around: Surroundings, back_off: BackOff) -> None:
        self.service = service
        self.facts = ServiceFacts(service.id, service.title, ServiceState.STOPPED, since=time.time())
        self.log = ServiceLogHandler(service.logger, lambda: around.changed(service.id))
        self._around = around
        self._back_off = back_off
        self._task: asyncio.Task[None] | None = None
        self._began: float | None = None
        self._settled = asyncio.Event()
        self._changing = asyncio.Lock()
        self._settled.set()

    # from outside

    async def begin(self) -> None:
        """Have it run from now on; one that waits after a failure is started at once.

        Raises:
            ServiceStuck: It was stopped before, and has not ended.
        """
        async with self._changing:
            if self.facts.state in (ServiceState.WAITING, ServiceState.STOPPING):
                await self._end()
            if self._task is not None and not self._task.done():
                return
            self._back_off.forget()
            self._settled.clear()
            self._task = asyncio.create_task(self._live(), name=f"service {self.service.id}")

    async def end(self) -> None:
        """Have it run no longer; returns when it has ended.

        Raises:
            ServiceStuck: It does not end.
        """
        async with self._changing:
            await self._end()

    async def settled(self) -> None:
        """Wait until it runs, waits, or has ended: it is not just being started."""
        await self._settled.wait()

    def look(self) -> None:
        """Ask it for its health."""
        if self.facts.state is ServiceState.RUNNING:
            try:
                health = self.service.health()
            except Exception:  # the border to services: it promised not to, and must not end the host
                _log.exception("the health of %s cannot be told", self.service.id)
                health = ServiceHealth(is_well=False, note=ServiceNote("unknown"))
            self._change(health=health)

    def close(self) -> None:
        self.log.close()

    async def _end(self) -> None:
        task = self._task
        if task is None:
            return
        was_running = self.facts.state is ServiceState.RUNNING
        if not task.done():
            self._change(state=ServiceState.STOPPING, next_at=None)
            task.cancel()
            await asyncio.wait({task}, timeout=self._around.stop_within_s)
        if not task.done():
            error = ServiceStuck(service=self.service.title)
            self.log.write(logging.ERROR, "It does not stop.")
            self._change(error=error.to_wire())
            raise error
        self._task = None
        self._settled.set()
        self._change(state=ServiceState.STOPPED, next_at=None, health=ServiceHealth(), error=None)
        if was_running:
            self.log.write(logging.INFO, "Stopped.")
            self._around.told("stopped", self.facts)

    # its life

    async def _live(self) -> None:
        try:
            while (error := await self._once()) is not None:
                await self._stay_away(error)
        finally:
            self._settled.set()
        self.log.write(logging.INFO, "Ended by itself.")
        self._change(state=ServiceState.STOPPED, health=ServiceHealth(), error=None)
        self._around.told("stopped", self.facts)

    async def _once(self) -> LapwingError | None:
        """From its start to its end; why it failed."""
        self._began = None
        try:
            await self._admitted()
            try:
                await self._run_through()
            finally:
                await self._let_go()
        except LapwingError as error:
            return error
        except Exception as error:  # the border to services: one that fails is told and started again
            _log.exception("the service %s failed", self.service.id)
            return DefectFound(kind=f"{type(error).__name__} in {self.service.id}", log=str(paths.logs()))
        return None

    async def _run_through(self) -> None:
        self._change(state=ServiceState.STARTING, next_at=None)
        await self.service.start()
        self._began = time.monotonic()
        self._change(state=ServiceState.RUNNING, error=None)
        self.log.write(logging.INFO, "Started.")
        self._settled.set()
        self._around.told("started", self.facts)
        self.look()
        await self.service.run()

    async def _admitted(self) -> None:
        if self.service.once_in_a_profile and not self._around.is_admitted():
            self._change(state=ServiceState.ELSEWHERE, next_at=None)
            self._settled.set()
            await self._around.admitted()

    async def _stay_away(self, error: LapwingError) -> None:
        lived_s = 0.0 if self._began is None else time.monotonic() - self._began
        wait_s = self._back_off.wait_s(lived_s)
        self._change(
            state=ServiceState.WAITING, error=error.to_wire(), next_at=time.time() + wait_s, health=ServiceHealth()
        )
        self.log.write(logging.ERROR, f"{error} It is started again in {wait_s:.1f} s.")
        self._settled.set()
        self._around.told("error", self.facts)
        await self._around.pause(wait_s)
        self._change(restarts=self.facts.restarts + 1)

    async def _let_go(self) -> None:
        try:
            async with asyncio.timeout(self._around.stop_within_s):
                await self.service.stop()
        except TimeoutError:
            _log.error("the service %s did not let go of everything in time", self.service.id)
        except Exception:  # the border to services: what it leaves behind must not keep it from being started again
            _log.exception("the service %s did not end well", self.service.id)

    def _change(self, **facts: object) -> None:
        now: ServiceFacts = replace(self.facts, **facts)  # type: ignore[arg-type]
        if now.state is not self.facts.state:
            now = replace(now, since=time.time())
        if now != self.facts:
            self.facts = now
            self._around.changed(self.service.id)
