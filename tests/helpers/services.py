"""Services of tests: they do what they are told, and a clock that stands still."""

import asyncio
from dataclasses import dataclass, field

from lapwing.domain.errors import LapwingError
from lapwing.domain.services import ServiceHealth


@dataclass
class MadeService:
    """`engine.hosting.HostedService`.

    Attributes:
        starts_with: Raised by the next starts, one after the other.
        did: `start` and `stop`, as they were asked for.
        broken: Set to have it fail with that.
        is_over: Set to have it end by itself.
    """

    id: str = "made"
    title: str = "Made"
    logger: str = "lapwing.tests.made"
    once_in_a_profile: bool = False
    wanted: bool = True
    starts_with: list[Exception] = field(default_factory=list)
    did: list[str] = field(default_factory=list)
    broken: Exception | None = None
    note: str = "Well."
    is_stubborn: bool = False

    def __post_init__(self) -> None:
        self._news = asyncio.Event()
        self.is_over = False

    def is_wanted(self) -> bool:
        return self.wanted

    async def start(self) -> None:
        self.did.append("start")
        self._news.clear()
        self.broken = None
        if self.starts_with:
            raise self.starts_with.pop(0)

    async def run(self) -> None:
        while True:
            await self._news.wait()
            if self.broken is not None:
                raise self.broken
            if self.is_over:
                return
            self._news.clear()

    async def stop(self) -> None:
        self.did.append("stop")
        if self.is_stubborn:
            raise RuntimeError("no")

    def health(self) -> ServiceHealth:
        return ServiceHealth(note=self.note)

    def fail(self, error: Exception) -> None:
        self.broken = error
        self._news.set()

    def end(self) -> None:
        self.is_over = True
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

    def end(self) -> None:
        self._over.set()


class Unwell(LapwingError):
    code = "test.unwell"
    message = "It is {how}."
