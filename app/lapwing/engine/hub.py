"""The hub of cloud events: each subscriber hears them in their order, in its own time, and harms nobody.

Several engines may run on one profile. What one of them tells, others that stay hear a moment later (`hear`): each
event once, and those of one engine in the order in which it told them. A subscriber says by its `Scope` what it wants
of that. What must be done once for an event, whichever engine told it, is done by a subscriber of scope `ONCE`: it is
there in every engine, and hears an event only in the one that holds the profile's service lock.
"""

import asyncio
import logging
import os
import secrets
import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from enum import Enum
from typing import Any, Final, Protocol

from lapwing.domain.cloud_events import ENGINE, CloudEvent, EventIds, EventPublished, HandlerAnswer
from lapwing.domain.errors import LapwingError
from lapwing.engine.bus import Bus

Handler = Callable[[CloudEvent], Awaitable[object]]
Filter = Callable[[CloudEvent], bool]
_WITHIN_S: Final = 30.0
_MOST_WAITING: Final = 10_000
_GONE: Final = "It does not listen any more."
_log: Final = logging.getLogger(__name__)


class Scope(Enum):
    """Whose events a subscriber hears."""

    HERE = "here"
    """What this engine tells."""
    EVERYWHERE = "everywhere"
    """What all engines of the profile tell."""
    ONCE = "once"
    """What all engines of the profile tell, in the one engine that holds the service lock: each event is heard in one
    engine. When that one ends, another one goes on behind the last event that it heard. Events that are not kept
    (`metrics.sampled`) are heard only where they are told."""


class Subscription:
    """One subscriber. Event loop's thread.

    Attributes:
        scope: Whose events it hears.
        missed: Events that were left out, because so many waited already.
        failed: How often the handler raised, or did not end in time.
    """

    def __init__(
        self,
        name: str,
        patterns: tuple[str, ...],
        handler: Handler,
        accepts: Filter | None,
        within_s: float,
        scope: Scope = Scope.HERE,
    ) -> None:
        self.name = name
        self.patterns = patterns
        self.scope = scope
        self.missed = 0
        self.failed = 0
        self._handler = handler
        self._accepts = accepts
        self._within_s = within_s
        self._waiting: deque[tuple[CloudEvent, asyncio.Future[HandlerAnswer] | None]] = deque()
        self._news = asyncio.Event()
        self._task = asyncio.create_task(self._run(), name=f"subscriber {name}")

    def wants(self, event: CloudEvent) -> bool:
        """Whether it is to hear of that. A filter that raises wants nothing."""
        try:
            return event.is_of(self.patterns) and (self._accepts is None or self._accepts(event))
        except Exception:  # the border to subscribers: a broken filter is reported and harms nobody
            _log.exception("the filter of %s failed for %s", self.name, event.type)
            self.failed += 1
            return False

    def take(self, event: CloudEvent, answer: "asyncio.Future[HandlerAnswer] | None" = None) -> None:
        """Queue an event behind those that wait; the oldest is left out where there are too many."""
        if len(self._waiting) >= _MOST_WAITING:
            _, lost = self._waiting.popleft()
            self.missed += 1
            _settle(lost, HandlerAnswer(self.name, error="It is too slow: the event was left out."))
        self._waiting.append((event, answer))
        self._news.set()

    async def _run(self) -> None:
        while True:
            await self._news.wait()
            while self._waiting:
                event, answer = self._waiting.popleft()
                try:
                    _settle(answer, await self._handle(event))
                finally:  # it may be ended in the middle, and who asked must not wait for ever
                    _settle(answer, HandlerAnswer(self.name, error=_GONE))
            self._news.clear()

    async def _handle(self, event: CloudEvent) -> HandlerAnswer:
        try:
            async with asyncio.timeout(self._within_s):
                return HandlerAnswer(self.name, await self._handler(event))
        except TimeoutError:
            error = f"It did not answer within {self._within_s:g} s."
            _log.warning("%s did not end with %s within %g s", self.name, event.type, self._within_s)
        except LapwingError as wrong:
            error = str(wrong)
            _log.warning("%s failed with %s: %s", self.name, event.type, wrong)
        except Exception as wrong:  # the border to subscribers: a broken one is reported and harms nobody
            error = f"It failed: {type(wrong).__name__}."
            _log.exception("%s failed with %s", self.name, event.type)
        self.failed += 1
        return HandlerAnswer(self.name, error=error)

    async def end(self) -> None:
        """Hear no more; what waits is left out."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        while self._waiting:
            _settle(self._waiting.popleft()[1], HandlerAnswer(self.name, error=_GONE))


def _settle(future: "asyncio.Future[HandlerAnswer] | None", answer: HandlerAnswer) -> None:
    if future is not None and not future.done():
        future.set_result(answer)


class Keeper(Protocol):
    """Who keeps events (`store.events`). It is told at once, before any subscriber. Event loop's thread."""

    def keeps(self, event_type: str) -> bool:
        """Whether it keeps events of that type."""
        ...

    def put(self, event: CloudEvent, *, is_asked: bool = False) -> None:
        """Keep one; returns at once, never raises.

        Args:
            is_asked: Whether somebody waits for what subscribers of other engines make of it.
        """
        ...


class Elsewhere(Protocol):
    """The other engines of the profile. Event loop's thread."""

    @property
    def acts_here(self) -> bool:
        """Whether this engine does what is done once. Quick."""
        ...

    async def answers(self, event: CloudEvent) -> tuple[HandlerAnswer, ...]:
        """What subscribers of the engine that does what is done once made of a kept event that was told here; none
        where that is this engine, or where there is none. Never raises."""
        ...


class EventHub:
    """Tells cloud events to who keeps them, to subscribers, and to faces over the bus.

    Attributes:
        engine: What events that are told here are marked with: another one for each engine.
        keeper: None: nobody keeps them.
        elsewhere: None: there are no other engines, and what is done once is done here.
    """

    def __init__(self, bus: Bus) -> None:
        self.engine = f"{os.getpid()}-{secrets.token_hex(4)}"
        self.keeper: Keeper | None = None
        self.elsewhere: Elsewhere | None = None
        self._bus = bus
        self._loop = asyncio.get_running_loop()
        self._subscriptions: list[Subscription] = []
        self._ids = EventIds()
        self._acted_from = ""

    # subscribing

    def subscribe(
        self,
        name: str,
        patterns: Sequence[str],
        handler: Handler,
        *,
        accepts: Filter | None = None,
        within_s: float = _WITHIN_S,
        scope: Scope = Scope.HERE,
    ) -> Subscription:
        """Have a handler called with each event that matches, one after the other, each in that many seconds."""
        made = Subscription(name, tuple(patterns), handler, accepts, within_s, scope)
        self._subscriptions.append(made)
        return made

    async def unsubscribe(self, subscription: Subscription) -> None:
        """Let a subscriber hear no more."""
        if subscription in self._subscriptions:
            self._subscriptions.remove(subscription)
        await subscription.end()

    def is_heard(self, event_type: str) -> bool:
        """Whether any subscriber may want such events, or they are kept: costly ones are made only then."""
        if self.keeper is not None and self.keeper.keeps(event_type):
            return True
        probe = CloudEvent("", event_type, 0.0)
        return any(probe.is_of(each.patterns) for each in self._subscriptions)

    # publishing

    def publish(
        self,
        event_type: str,
        data: dict[str, Any] | None = None,
        *,
        connection_id: str = "",
        subject: str = "",
        source: str = ENGINE,
        at: float | None = None,
    ) -> CloudEvent:
        """Tell something that happened. Event loop's thread."""
        event = self._tell(event_type, data, connection_id, subject, source, at)
        for each in self._hearing(event, here=True, once=self._acts(event)):
            each.take(event)
        return event

    def publish_from_thread(
        self,
        event_type: str,
        data: dict[str, Any] | None = None,
        *,
        connection_id: str = "",
        subject: str = "",
        source: str = ENGINE,
    ) -> None:
        """The same, from any thread; when it happened is now."""
        if not self._loop.is_closed():
            at = time.time()
            self._loop.call_soon_threadsafe(
                lambda: self.publish(
                    event_type, data, connection_id=connection_id, subject=subject, source=source, at=at
                )
            )

    async def publish_and_ask(
        self,
        event_type: str,
        data: dict[str, Any] | None = None,
        *,
        connection_id: str = "",
        subject: str = "",
        source: str = ENGINE,
    ) -> tuple[CloudEvent, tuple[HandlerAnswer, ...]]:
        """Tell something, and wait for what each subscriber makes of it: those of this engine, and where another one
        does what is done once, those of that one behind them."""
        event = self._tell(event_type, data, connection_id, subject, source, None, is_asked=True)
        asked = self._ask(event, self._hearing(event, here=True, once=self._acts(event)))
        there = self.elsewhere.answers(event) if self.elsewhere is not None else _nobody()
        here, others = await asyncio.gather(asyncio.gather(*asked), there)
        return event, (*here, *others)

    def _tell(
        self,
        event_type: str,
        data: dict[str, Any] | None,
        connection_id: str,
        subject: str,
        source: str,
        at: float | None,
        *,
        is_asked: bool = False,
    ) -> CloudEvent:
        when = time.time() if at is None else at
        event = CloudEvent(
            self._ids.following(when), event_type, when, data or {}, connection_id, subject, source, self.engine
        )
        if self.keeper is not None and self.keeper.keeps(event_type):
            self.keeper.put(event, is_asked=is_asked)
        self._bus.publish(EventPublished(event))
        return event

    def _acts(self, event: CloudEvent) -> bool:
        """Whether subscribers that act once are to hear of what was told here just now."""
        acts = self.elsewhere is None or self.elsewhere.acts_here
        if acts and not self._acted_from:
            self._acted_from = event.id
        return acts

    def _hearing(self, event: CloudEvent, *, here: bool, once: bool) -> list[Subscription]:
        scopes = {Scope.HERE: here, Scope.EVERYWHERE: True, Scope.ONCE: once}
        return [each for each in self._subscriptions if scopes[each.scope] and each.wants(event)]

    def _ask(self, event: CloudEvent, subscriptions: list[Subscription]) -> "list[asyncio.Future[HandlerAnswer]]":
        asked = []
        for each in subscriptions:
            asked.append(self._loop.create_future())
            each.take(event, asked[-1])
        return asked

    # what other engines tell

    def hear(self, event: CloudEvent, *, once: bool) -> "list[asyncio.Future[HandlerAnswer]]":
        """Pass on what another engine told; each event once, in their order. It is kept already.

        Args:
            once: Whether this engine does what is done once.

        Returns:
            What each subscriber makes of it.
        """
        self._bus.publish(EventPublished(event))
        return self._ask(event, self._hearing(event, here=False, once=once))

    def act_on(self, event: CloudEvent) -> "list[asyncio.Future[HandlerAnswer]]":
        """Have what is done once done for an event of any engine that everybody else has heard of: the engine that did
        such things has gone. Of this engine's events those are left out that were acted on when they were told."""
        if event.engine == self.engine and self._acted_from and event.id >= self._acted_from:
            return []
        return self._ask(
            event, [each for each in self._subscriptions if each.scope is Scope.ONCE and each.wants(event)]
        )

    async def close(self) -> None:
        """Let everybody hear no more."""
        for each in self._subscriptions:
            await each.end()
        self._subscriptions.clear()


async def _nobody() -> tuple[HandlerAnswer, ...]:
    return ()
