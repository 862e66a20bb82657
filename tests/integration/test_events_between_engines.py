"""Several engines on one profile: what one of them tells, all hear, and what is done once is done by one of them."""

import json
from collections import Counter
from pathlib import Path

from helpers.command_line import started
from helpers.engine_processes import EngineProcess, engine_process
from helpers.waiting import eventually_async
from lapwing.domain.cloud_events import CloudEvent, EventPublished
from lapwing.domain.event_log import EventTold, PublishEvent
from lapwing.domain.operations import Subscribe
from lapwing.domain.services import ServiceList

ACTS = """
import asyncio, os, pathlib, time
from lapwing.engine import engine
from lapwing.engine.hub import Scope
made = engine.Engine.__init__
def make(self):
    made(self)
    async def acts(event):
        with open({path!r}, "a") as file:
            file.write(f"{{os.getpid()}} {{event.data['n']}}\\n")
        while event.data.get("hangs") == os.getpid():
            await asyncio.sleep(0.01)
        return os.getpid()
    self.hub.subscribe("acts", ("workflow.*",), acts, scope=Scope.ONCE)
engine.Engine.__init__ = make
"""
"""A subscriber in an engine that acts once in a profile, and notes when."""


class Doings:
    """What subscribers did, in all engines."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "doings"
        self.path.touch()
        self.patch = ACTS.format(path=str(self.path))

    def by(self, engine: EngineProcess) -> list[int]:
        """What one of them did, in its order."""
        lines = [line.split() for line in self.path.read_text().splitlines()]
        return [int(number) for process, number in lines if int(process) == engine.process.pid]

    def all(self) -> Counter[int]:
        return Counter(int(line.split()[1]) for line in self.path.read_text().splitlines())


def folder(tmp_path: Path, name: str) -> Path:
    made = tmp_path / name
    made.mkdir()
    return made


async def acting(engine: EngineProcess) -> None:
    """Wait until that engine does what is done once."""

    async def one() -> int:
        found = await engine.ask("service.list")
        assert isinstance(found, ServiceList)
        return sum(each.state == "running" for each in found.services if each.id == "monitoring")

    while not await one():
        await engine.ask("engine.status")


async def tell(engine: EngineProcess, *numbers: int, wait: bool = False, **more: int) -> list[EventTold]:
    wanted = [PublishEvent("workflow.n", {"n": number, **more}, wait=wait) for number in numbers]
    return [await engine.ask("event.publish", each) for each in wanted]


def heard(engine: EngineProcess) -> list[int]:
    """The numbers of the workflows that an engine told its window."""
    events: list[CloudEvent] = [each.event for each in engine.heard(EventPublished)]
    return [each.data["n"] for each in events if each.type == "workflow.n"]


async def all_heard_once(*engines: EngineProcess) -> None:
    """Each of two engines tells ten numbers, and both tell all twenty, those of one engine in their order."""
    for each in engines:
        await each.ask("events.subscribe", Subscribe(("event.*",)))
    for each, first in zip(engines, (0, 10), strict=True):
        await tell(each, *range(first, first + 10))
    await eventually_async(lambda: all(len(heard(each)) == 20 for each in engines))
    for each in engines:
        assert [n for n in heard(each) if n < 10] == list(range(10))
        assert [n for n in heard(each) if n >= 10] == list(range(10, 20))


async def test_what_one_engine_tells_all_hear_once_and_one_acts_and_answers_also_after_a_kill(tmp_path: Path) -> None:
    doings = Doings(tmp_path)
    async with (
        engine_process(folder(tmp_path, "a"), patch=doings.patch) as first,
        engine_process(folder(tmp_path, "b"), patch=doings.patch) as second,
    ):
        await acting(first)
        await all_heard_once(first, second)
        (told,) = await tell(second, 20, wait=True)
        (answer,) = told.answers
        assert (answer.subscriber, answer.answer, answer.error) == ("acts", first.process.pid, "")
        await eventually_async(lambda: doings.by(first) == heard(first))
        hangs = json.dumps({"n": 21, "hangs": first.process.pid})
        with started("events", "publish", "workflow.n", "--data", hangs, "--wait") as asking:
            await eventually_async(lambda: 21 in doings.by(first))
            first.process.kill()
            await tell(second, *range(22, 30))
            await first.ends()
            await tell(second, *range(30, 40))
            await eventually_async(lambda: asking.poll() is not None)
            assert asking.stdout is not None
            _event, answered = (json.loads(line) for line in asking.stdout.read().splitlines())
        assert (answered["answer"], answered["error"]) == (second.process.pid, "")
        await eventually_async(lambda: len(doings.all()) == 40)
        assert doings.all() == Counter({21: 2}) | Counter(range(40)), "what nobody had answered is begun again"
        assert [n for n in heard(second) if n > 21] == list(range(22, 40))
