"""What other engines of the profile tell, passed on here; and what is done once in a profile, done by one of them.

All engines write into one file of events, and each that stays reads on in it when a bell rings. So an event is on the
disk before anybody else hears of it, each is heard once, and those of one engine are heard in its order.
"""

import asyncio
import contextlib
import logging
import threading
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final, TypeVar

from lapwing.domain.cloud_events import CloudEvent, HandlerAnswer
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.engine.events.bells import Bell
from lapwing.engine.events.keeping import Keeping
from lapwing.engine.hub import EventHub

if TYPE_CHECKING:
    from lapwing.store.events.following import EventFollower

Answer = TypeVar("Answer")
_THERE: Final = "another engine"
_log: Final = logging.getLogger(__name__)


@dataclass(slots=True)
class Patience:
    """Seconds.

    Attributes:
        first: Until the file is first looked at, where no bell rings before.
        look: Between two looks where no bell rings.
        look_without_bell: The same where there is no bell.
        ask: How long an answer is waited for: longer than any subscriber may take.
        gone: How long nobody may do what is done once before whoever asked is told so: longer than it takes another
            engine to go on with it.
        missed: How far back an engine goes that goes on with it.
    """

    first: float = 1.0
    look: float = 5.0
    look_without_bell: float = 0.5
    ask: float = 65.0
    gone: float = 5.0
    missed: float = 60.0


class Relay:
    """The other engines of the profile (`engine.hub.Elsewhere`). Event loop's thread.

    Args:
        acts: Whether this engine does what is done once.
        acts_elsewhere: Whether another one does.
    """

    def __init__(
        self,
        hub: EventHub,
        keeping: Keeping,
        acts: Callable[[], bool],
        acts_elsewhere: Callable[[], bool],
        patience: Patience | None = None,
    ) -> None:
        self._hub = hub
        self._keeping = keeping
        self._acts = acts
        self._acts_elsewhere = acts_elsewhere
        self._patience = patience or Patience()
        self._began = time.time()
        self._did_act = False
        self._news = asyncio.Event()
        self._asking: set[asyncio.Event] = set()
        self._bell = Bell(hub.engine, self.look_soon)
        self._file = threading.Lock()
        self._follower: EventFollower | None = None
        self._following: asyncio.Task[None] | None = None
        self._answering: set[asyncio.Task[None]] = set()
        self._said = ""
        keeping.when_written = self._bell.ring_others

    @property
    def acts_here(self) -> bool:
        """Whether this engine does what is done once."""
        return self._acts()

    def follow(self) -> None:
        """Pass on what other engines tell from now on. May be called twice."""
        if self._following is None:
            self._following = asyncio.create_task(self._follow(), name="events of other engines")

    def look_soon(self) -> None:
        """There may be something to read, or to be done here from now on."""
        self._news.set()
        for each in self._asking:
            each.set()

    async def _follow(self) -> None:
        look_s = self._patience.look if self._bell.hang_up() else self._patience.look_without_bell
        await _within(self._news.wait(), self._patience.first)
        while True:
            self._news.clear()
            try:
                while await self._look():
                    pass
                self._said = ""
            except LapwingError as error:
                if str(error) != self._said:
                    _log.warning("events of other engines are not heard: %s", error)
                self._said = str(error)
            await _within(self._news.wait(), look_s)

    async def _look(self) -> bool:
        """Pass on what is new; whether there may be more."""
        acts = self._acts()
        begins = acts and not self._did_act
        if begins:
            await asyncio.to_thread(self._keeping.writer().settle)
        news, is_more = await self._with_file(lambda it: it.news())
        for event, is_asked in news:
            self._answer(event, self._hub.hear(event, once=self._did_act), is_asked=is_asked and self._did_act)
        if begins and not is_more:
            await self._begin_to_act()
        elif self._did_act and news:
            await self._with_file(lambda it: it.acted())
        return is_more

    async def _begin_to_act(self) -> None:
        """Act on what was told while the engine that did that was gone: everybody else here has heard of it."""
        after = time.time() - self._patience.missed
        for event, is_asked in await self._with_file(lambda it: it.missed(after)):
            self._answer(event, self._hub.act_on(event), is_asked=is_asked)
        self._did_act = True
        await self._with_file(lambda it: it.acted())

    def _answer(self, event: CloudEvent, answers: "list[asyncio.Future[HandlerAnswer]]", *, is_asked: bool) -> None:
        if is_asked:
            task = asyncio.create_task(self._keep_answers(event, answers), name=f"answers to {event.id}")
            self._answering.add(task)
            task.add_done_callback(self._answering.discard)

    async def _keep_answers(self, event: CloudEvent, answers: "list[asyncio.Future[HandlerAnswer]]") -> None:
        found = tuple(await asyncio.gather(*answers))
        try:
            await self._with_file(lambda it: it.answer(event.id, found))
        except LapwingError as error:
            _log.warning("who asked about %s is not answered: %s", event.type, error)
        else:
            self._bell.ring_others()
            self.look_soon()

    # asking others

    async def answers(self, event: CloudEvent) -> tuple[HandlerAnswer, ...]:
        """What the engine that does what is done once made of an event that was told here."""
        if self._acts() or not self._keeping.keeps(event.type) or not self._acts_elsewhere():
            return ()
        self._bell.hang_up()
        rung = asyncio.Event()
        self._asking.add(rung)
        try:
            return await self._answered(event, rung)
        except LapwingError as error:
            return (HandlerAnswer(_THERE, error=f"What it answered cannot be read: {error}"),)
        finally:
            self._asking.discard(rung)

    async def _answered(self, event: CloudEvent, rung: asyncio.Event) -> tuple[HandlerAnswer, ...]:
        await asyncio.to_thread(self._keeping.writer().settle)
        until = seen = time.monotonic()
        until += self._patience.ask
        while time.monotonic() < until:
            rung.clear()
            found = await self._with_file(lambda it: it.answers(event.id))
            if found is not None:
                return found
            if self._acts() or self._acts_elsewhere():
                seen = time.monotonic()
            elif time.monotonic() - seen > self._patience.gone:
                return (HandlerAnswer(_THERE, error="It has ended, and no other engine went on."),)
            await _within(rung.wait(), self._patience.look_without_bell)
        return (HandlerAnswer(_THERE, error=f"It did not answer within {self._patience.ask:g} s."),)

    # the file

    async def _with_file(self, act: "Callable[[EventFollower], Answer]") -> Answer:
        """Do something with the file, aside.

        Raises:
            EventsUnusable, StoredNewer
        """

        def do() -> Answer:
            with self._file:
                return act(self._opened())

        return await asyncio.to_thread(do)

    def _opened(self) -> "EventFollower":
        if self._follower is None:
            from lapwing.store.events.following import EventFollower  # SQLite is not loaded before it is needed
            from lapwing.store.events.writer import events_path

            self._follower = EventFollower(events_path(), self._hub.engine, self._began)
        return self._follower

    def take_down_bell(self) -> None:
        """Leave no socket behind. Any thread."""
        self._bell.take_down()

    async def close(self) -> None:
        """Hear and answer no more."""
        self._bell.close()
        for task in (*self._answering, *([self._following] if self._following is not None else [])):
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        if self._follower is not None:
            await self._with_file(lambda it: it.close())


async def _within(work: Awaitable[object], seconds: float) -> None:
    """Wait for something, but for no longer than that."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await work
