"""Services of tests: they do what they are told, and a clock that stands still."""

import asyncio
from dataclasses import dataclass, field

from helpers.waiting import eventually_async
from lapwing.domain.errors import LapwingError
from lapwing.domain.services import ServiceHealth, ServiceNote


@dataclass
class MadeService:
    """`engine.hosting.HostedService`.

    Attributes:
        starts_with: Raised by the next starts, one after the other.
        did: `start` and `stop`, as they were asked for.
        is_stubborn: Whether letting go fails.
        is_deaf: Whether it goes on though it is cancelled.
    """

    id: str = "made"
    title: str = "Made"
    logger: str = "lapwing.tests.made"
    once_in_a_profile: bool = False
    wanted: bool = True
    starts_with: list[Exception] = field(default_factory=list)
    did: list[str] = field(default_factory=list)
    note: str = "Well."
    is_stubborn: bool = False
    is_deaf: bool = False

    def __post_init__(self) -> None:
        self._news = asyncio.Event()
        self._broken: Exception | None = None
        self._is_over = False

    def is_wanted(self) -> bool:
        return self.wanted

    async def start(self) -> None:
        self.did.append("start")
        self._news.clear()
        self._broken, self._is_over = None, False
        if self.starts_with:
            raise self.starts_with.pop(0)

    async def run(self) -> None:
        while True:
            try:
                await self._news.wait()
            except asyncio.CancelledError:
                if not self.is_deaf:
                    raise
                continue
            if self._broken is not None:
                raise self._broken
            if self._is_over:
                return
            self._news.clear()

    async def stop(self) -> None:
        self.did.append("stop")
        if self.is_stubborn:
            raise RuntimeError("no")

    def health(self) -> ServiceHealth:
        return ServiceHealth(note=ServiceNote(self.note))

    def fail(self, error: Exception) -> None:
        """Have it fail with that."""
        self._broken = error
        self._news.set()

    def end(self) -> None:
        """Have it end by itself."""
        self._is_over = True
        self._news.set()


class Pauses:
    """Waiting that lasts until a test says so.

    Attributes:
        asked: How long was to be waited, in their order.
    """

    def __init__(self) -> None:
        self.asked: list[float] = []
        self._over = asyncio.Event()

    async def wait(self, seconds: float) -> None:
        self.asked.append(seconds)
        self._over.clear()
        await self._over.wait()

    async def begun(self, count: int) -> None:
        """Wait until something is waited for, that many times."""
        await eventually_async(lambda: len(self.asked) >= count)

    def end(self) -> None:
        """What is waited for is over."""
        self._over.set()


class Unwell(LapwingError):
    code = "test.unwell"
    message = "It is {how}."
