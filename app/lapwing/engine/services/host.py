"""The host of the engine's services: registers, starts, watches and stops them."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from typing import Any, Final

from lapwing import paths
from lapwing.domain.errors import LapwingError, from_wire
from lapwing.domain.services import (
    ServiceFacts,
    ServiceList,
    ServiceLockFailed,
    ServicesChanged,
    ServiceState,
    ServiceUnknown,
)
from lapwing.engine.bus import Bus
from lapwing.engine.hosting import HostedService
from lapwing.engine.hub import EventHub
from lapwing.engine.services.back_off import BackOff
from lapwing.engine.services.choices import Choice, ChoicesFile, Wish
from lapwing.engine.services.life import ServiceLife, Surroundings
from lapwing.engine.services.lock import ServiceLock
from lapwing.engine.services.notice_board import Notice, NoticeBoard

Work = Callable[[], Awaitable[object]]
_PATIENCE_S: Final = 10.0
"""A person who starts something is answered by then, though it may not have begun."""
_log: Final = logging.getLogger(__name__)


class ServiceHost:
    """All services of an engine. Event loop's thread.

    Nothing runs before `begin`: an engine that does one thing and ends never does. Whoever wants a service to run keeps
    that for the whole profile, and the engine that does it follows within a second.

    Attributes:
        when_acting: Called when this engine does from now on what is done once in a profile.
    """

    def __init__(
        self,
        bus: Bus,
        hub: EventHub,
        *,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        make_back_off: Callable[[], BackOff] = BackOff,
        stop_within_s: float = 10.0,
        look_every_s: float = 1.0,
    ) -> None:
        self._bus = bus
        self._hub = hub
        self._make_back_off = make_back_off
        self._look_every_s = look_every_s
        self._lives: dict[str, ServiceLife] = {}
        self.when_acting: list[Callable[[], None]] = []
        self._before: list[Work] = []
        self._after: list[Work] = []
        self._lock = ServiceLock()
        self._may_run = asyncio.Event()
        self._lock_error: ServiceLockFailed | None = None
        self._choices = ChoicesFile()
        self._board = NoticeBoard()
        self._taken: dict[str, str] = {}
        self._followed: dict[str, str] = {}
        self._around = Surroundings(
            self._admitted, lambda: self._lock.is_held, self._changed, self._tell, pause, stop_within_s
        )
        self._watching: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._begun = asyncio.Event()
        self._is_beginning = False
        """Or has begun: what is done before the first service is under way, or over."""
        self._closed = False

    # by who makes the engine

    def register(self, service: HostedService) -> None:
        """Enter a service; where the engine has begun already, it begins at once if it is wanted."""
        assert service.id not in self._lives, f"two services are named {service.id}"
        life = ServiceLife(service, self._around, self._make_back_off())
        self._lives[service.id] = life
        if self._begun.is_set():
            self._remember(_logged(self._follow(life)))
        self._bus.publish(ServicesChanged(service.id))

    async def unregister(self, service_id: str) -> None:
        """Stop a service and forget it."""
        life = self._lives.pop(service_id, None)
        if life is not None:
            await self._ended(life)
            self._bus.publish(ServicesChanged(service_id))

    def before(self, work: Work) -> None:
        """Have something done before the first service starts. It may raise, which is logged."""
        self._before.append(work)

    def after(self, work: Work) -> None:
        """Have something done after the last service has ended, where what comes before the first one was begun. It may
        raise, which is logged."""
        self._after.append(work)

    def begin(self) -> None:
        """Start what is wanted, in a moment, and whatever is wanted later."""
        assert self._watching is None, "services begin once"
        self._watching = asyncio.create_task(self._watch(), name="services")

    @property
    def acts(self) -> bool:
        """Whether this engine does what is done once in a profile."""
        return self._lock.is_held

    def acts_elsewhere(self) -> bool:
        """Whether another engine does that; False also where it cannot be known."""
        try:
            return self._lock.is_elsewhere()
        except OSError:
            return False

    async def end(self) -> None:
        """Stop everything. No other engine goes on with it before `close`."""
        if self._closed:
            return
        self._closed = True
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.wait({self._watching})
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(
            *self._tasks, *(self._ended(life) for life in self._lives.values()), return_exceptions=True
        )
        if self._is_beginning:
            await _all_done(self._after)

    async def close(self) -> None:
        """Stop everything, and leave it to another engine."""
        await self.end()
        self._board.take_down()
        self._lock.let_go()
        for life in self._lives.values():
            life.close()

    # what the operations ask

    def facts(self) -> ServiceList:
        """All services, as they are, here or in another engine of the profile."""
        self._choices.look()
        notice = self._notice()
        for life in self._lives.values():
            life.look()
        problem = self._choices.problem
        return ServiceList(
            tuple(self._seen(life, notice) for life in self._lives.values()),
            notice.process_id,
            None if problem is None else problem.to_wire(),
        )

    def life(self, service_id: str) -> ServiceLife:
        """One service.

        Raises:
            ServiceUnknown
        """
        life = self._lives.get(service_id)
        if life is None:
            raise ServiceUnknown(service=service_id)
        return life

    def does(self, life: ServiceLife) -> bool:
        """Whether it is this engine that runs it, or would."""
        return self._begun.is_set() and (self._lock.is_held or not life.service.once_in_a_profile)

    def fact(self, service_id: str) -> ServiceFacts:
        """How one is.

        Raises:
            ServiceUnknown
        """
        life = self.life(service_id)
        life.look()
        return self._seen(life, self._notice())

    def runs_elsewhere(self, service_id: str) -> bool:
        """Whether another engine runs it now.

        Raises:
            ServiceUnknown
        """
        return self.fact(service_id).there is ServiceState.RUNNING

    async def choose(self, service_id: str, wish: Wish) -> Choice:
        """Keep what a person wants of a service, and do it where that is this engine's to do.

        Raises:
            ServiceUnknown
            ServiceStuck: It does not end.
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: It is not kept, and nothing was done.
        """
        life = self.life(service_id)
        choice = self._choices.choose(service_id, wish)
        if self._watching is not None:
            following = self._remember(self._follow_once_begun(life))
            await asyncio.wait({following}, timeout=_PATIENCE_S)
            if following.done():
                following.result()
        self._bus.publish(ServicesChanged(service_id))
        return choice

    def is_followed(self, service_id: str, choice_id: str) -> bool:
        """Whether another engine has acted on a choice, or none does services any more."""
        notice = self._notice()
        return not notice.process_id or notice.followed.get(service_id) == choice_id

    # watching

    async def _watch(self) -> None:
        self._is_beginning = True
        await _all_done(self._before)
        self._take_lock()
        self._choices.look()
        self._begun.set()
        self._follow_all()
        while True:
            self._post()
            await asyncio.sleep(self._look_every_s)
            self._take_lock()
            if self._choices.look():
                self._follow_all()
            for life in self._lives.values():
                life.look()

    async def _follow_once_begun(self, life: ServiceLife) -> None:
        await self._begun.wait()
        await self._follow(life)
        self._follow_all()  # what another process chose may have been read just now, too

    def _follow_all(self) -> None:
        for life in self._lives.values():
            self._remember(_logged(self._follow(life)))

    async def _follow(self, life: ServiceLife) -> None:
        """Have a service do what is wanted of it; nothing where that was done already.

        Raises:
            ServiceStuck: It does not end.
        """
        service = life.service
        choice = self._choices.of(service.id)
        wanted_id = "" if choice is None else choice.id
        is_first = service.id not in self._taken
        if self._taken.get(service.id) == wanted_id:
            return
        self._taken[service.id] = wanted_id
        if not (service.is_wanted() if choice is None else choice.is_wanted):
            await life.end()
        else:
            if choice is not None and choice.wish is Wish.RESTART and not is_first:
                await life.end()
            await life.begin()
            await life.settled()
        self._followed[service.id] = wanted_id
        self._post()

    def _take_lock(self) -> None:
        if self._lock.is_held:
            return
        try:
            if self._lock.take():
                self._may_run.set()
                for tell in self.when_acting:
                    tell()
            error = None
        except OSError as wrong:
            error = ServiceLockFailed(folder=str(paths.state()), reason=f"{wrong.strerror or wrong}.")
        if (error is None) != (self._lock_error is None):
            self._lock_error = error
            if error is not None:
                _log.error("%s", error)
                self._may_run.set()

    async def _admitted(self) -> None:
        """Wait until this engine holds the lock.

        Raises:
            ServiceLockFailed: Nobody can.
        """
        while not self._lock.is_held:
            if self._lock_error is not None:
                raise self._lock_error
            self._may_run.clear()
            await self._may_run.wait()

    # telling

    def _notice(self) -> Notice:
        """What the engine says that does the services, where it is another one that lives."""
        return self._board.read() if self.acts_elsewhere() else Notice()

    def _seen(self, life: ServiceLife, notice: Notice) -> ServiceFacts:
        choice = self._choices.of(life.service.id)
        wanted = life.service.is_wanted() if choice is None else choice.is_wanted
        facts = replace(life.facts, is_wanted=wanted)
        there = notice.services.get(facts.id)
        if there is None or not life.service.once_in_a_profile:
            return facts
        return replace(
            there, state=ServiceState.ELSEWHERE, there=there.state, is_wanted=wanted, process_id=notice.process_id
        )

    def _changed(self, service_id: str) -> None:
        if not self._closed:
            self._bus.publish(ServicesChanged(service_id))
            self._post()

    def _post(self) -> None:
        if self._lock.is_held and not self._closed:
            told = {each.service.id: each.facts for each in self._lives.values() if each.service.once_in_a_profile}
            self._board.post(told, dict(self._followed))

    def _tell(self, what: str, facts: ServiceFacts) -> None:
        error = {} if facts.error is None else {"code": facts.error.code, "error": str(from_wire(facts.error))}
        again = {} if facts.next_at is None else {"next_at": facts.next_at}
        self._hub.publish(
            f"service.{what}", {"service": facts.id, "title": facts.title, **error, **again}, subject=facts.id
        )

    # beside

    async def _ended(self, life: ServiceLife) -> None:
        try:
            await life.end()
        except LapwingError as error:
            _log.error("%s", error)

    def _remember(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]":
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


async def _logged(work: Awaitable[None]) -> None:
    try:
        await work
    except LapwingError as error:
        _log.error("%s", error)


async def _all_done(works: list[Work]) -> None:
    """Do each, one after the other; what one raises is logged, and keeps no other back."""
    for work in works:
        try:
            await work()
        except Exception:  # the border to plugins and others: none may keep the engine from beginning or ending
            _log.exception("what belongs before or after the services failed")
