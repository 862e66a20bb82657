"""Services of the engine: begun, kept alive, stopped, and once in a profile."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from helpers.services import MadeService, Pauses, Unwell
from helpers.waiting import eventually_async
from lapwing.domain.cloud_events import CloudEvent
from lapwing.domain.services import (
    ServiceFacts,
    ServiceRequest,
    ServicesChanged,
    ServiceState,
)
from lapwing.engine.bus import Bus
from lapwing.engine.hub import EventHub
from lapwing.engine.services.back_off import BackOff
from lapwing.engine.services.host import ServiceHost
from lapwing.engine.services.service import ServicesService


class Person:
    """Somebody with a host of services, and what the hub told of it."""

    def __init__(self, chance: float = 1.0) -> None:
        bus = Bus(asyncio.get_running_loop())
        self.hub = EventHub(bus)
        self.pauses = Pauses()
        self.host = ServiceHost(bus, self.hub, pause=self.pauses.wait, make_back_off=lambda: BackOff(lambda: chance))
        self.asks = ServicesService(self.host)
        self.told: list[CloudEvent] = []
        self.changes: list[str] = []
        self.hub.subscribe("test", ("service.*",), self._hear)
        bus.listen((ServicesChanged.name,), lambda event: self.changes.append(event.key))

    async def _hear(self, event: CloudEvent) -> None:
        self.told.append(event)

    async def facts(self, service_id: str = "made") -> ServiceFacts:
        found = await self.asks.list_services()
        return next(each for each in found.services if each.id == service_id)

    async def comes_into(self, state: ServiceState, service_id: str = "made") -> ServiceFacts:
        while (found := await self.facts(service_id)).state is not state:
            await asyncio.sleep(0.005)
        return found

    async def log(self, service_id: str = "made") -> list[tuple[str, str]]:
        found = await self.asks.log(ServiceRequest(service_id))
        return [(line.level, line.text) for line in found.lines]

    async def close(self) -> None:
        await self.host.close()
        await self.hub.close()


@pytest.fixture
async def me() -> AsyncIterator[Person]:
    made = Person()
    yield made
    await made.close()


async def test_what_is_wanted_begins_after_what_comes_before_it_and_ends_before_what_comes_after(me: Person) -> None:
    order: list[str] = []

    async def note(what: str) -> None:
        order.append(f"{what} {service.did}")

    async def breaks() -> None:
        raise RuntimeError("a plugin's fault")

    service, other = MadeService(), MadeService("other", wanted=False)
    for each in (service, other):
        me.host.register(each)
    me.host.before(breaks)
    me.host.before(lambda: note("before"))
    me.host.after(breaks)
    me.host.after(lambda: note("after"))
    assert (await me.facts()).state is ServiceState.STOPPED
    me.host.begin()
    facts = await me.comes_into(ServiceState.RUNNING)
    assert (facts.title, facts.health.note, facts.error, facts.is_wanted) == ("Made", "Well.", None, True)
    assert (await me.facts("other")).state is ServiceState.STOPPED
    await me.host.close()
    assert order == ["before []", "after ['start', 'stop']"]
    await eventually_async(lambda: len(me.told) == 2)
    assert [(each.type, each.subject, each.data) for each in me.told] == [
        ("service.started", "made", {"service": "made", "title": "Made"}),
        ("service.stopped", "made", {"service": "made", "title": "Made"}),
    ]


async def test_one_that_fails_is_started_again_later_and_later_until_it_does_its_work(me: Person) -> None:
    service = MadeService(starts_with=[Unwell(how="ill"), KeyError("x"), Unwell(how="tired")])
    me.host.register(service)
    me.host.begin()
    for count, code in enumerate(("test.unwell", "defect", "test.unwell"), 1):
        await eventually_async(lambda: len(me.pauses.asked) == count)
        facts = await me.facts()
        assert (facts.state, facts.restarts, facts.error and facts.error.code) == (
            ServiceState.WAITING,
            count - 1,
            code,
        )
        assert facts.next_at
        me.pauses.end()
    facts = await me.comes_into(ServiceState.RUNNING)
    assert (facts.restarts, facts.error, facts.next_at) == (3, None, None)
    assert me.pauses.asked == [1, 2, 4]
    assert service.did == ["start", "stop"] * 3 + ["start"]
    service.fail(Unwell(how="hurt"))
    await eventually_async(lambda: len(me.pauses.asked) == 4)
    assert me.pauses.asked[-1] == 8, "it had not done its work for long"
    failed = [each.data for each in me.told if each.type == "service.error"]
    assert [each["code"] for each in failed] == ["test.unwell", "defect", "test.unwell", "test.unwell"]
    assert failed[-1]["error"] == "It is hurt."
    assert ("error", "It is ill. It is started again in 1.0 s.") in await me.log()
