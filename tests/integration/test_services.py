"""Services of the engine: begun, kept alive, stopped, and once in a profile."""

import asyncio
import logging
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from helpers.engines import Asker, asker, make_database
from helpers.services import MadeService, Pauses, Unwell
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.domain.cloud_events import CloudEvent
from lapwing.domain.connections import Connection, SaveConnection
from lapwing.domain.errors import StoredNewer
from lapwing.domain.monitoring.samples import KeepMonitor, MetricsSampled, WatchMonitor
from lapwing.domain.services import (
    ServiceFacts,
    ServiceRequest,
    ServicesChanged,
    ServiceState,
    ServiceStuck,
    ServiceUnknown,
)
from lapwing.domain.urls import sqlite_url
from lapwing.engine.bus import Bus
from lapwing.engine.hub import EventHub
from lapwing.engine.services.back_off import BackOff
from lapwing.engine.services.host import ServiceHost
from lapwing.engine.services.service import ServicesService


class Person:
    """Somebody with a host of services, and what the hub told of it."""

    def __init__(self, chance: float = 1.0) -> None:
        bus = self.bus = Bus(asyncio.get_running_loop())
        self.hub = EventHub(bus)
        self.pauses = Pauses()
        self.host = ServiceHost(
            bus,
            self.hub,
            pause=self.pauses.wait,
            make_back_off=lambda: BackOff(lambda: chance),
            look_every_s=0.02,
        )
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


MADE = ServiceRequest("made")


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
    assert (facts.title, str(facts.health.note), facts.error, facts.is_wanted) == ("Made", "Well.", None, True)
    assert (await me.facts("other")).state is ServiceState.STOPPED
    await me.host.close()
    assert order == ["before []", "after ['start', 'stop']"]
    await eventually_async(lambda: len(me.told) == 2)
    assert [(each.type, each.subject, each.data) for each in me.told] == [
        ("service.started", "made", {"service": "made", "title": "Made"}),
        ("service.stopped", "made", {"service": "made", "title": "Made"}),
    ]


async def test_what_comes_after_is_done_also_where_the_end_comes_while_something_comes_before(me: Person) -> None:
    order: list[str] = []
    is_under_way = asyncio.Event()

    async def before() -> None:
        order.append("before")
        is_under_way.set()
        await asyncio.Event().wait()

    async def after() -> None:
        order.append("after")

    me.host.before(before)
    me.host.after(after)
    me.host.begin()
    await is_under_way.wait()
    await me.host.close()
    assert order == ["before", "after"]


async def test_one_that_fails_is_started_again_later_and_later_until_it_does_its_work(me: Person) -> None:
    service = MadeService(starts_with=[Unwell(how="ill"), KeyError("x"), Unwell(how="tired")])
    me.host.register(service)
    me.host.begin()
    for count, code in enumerate(("test.unwell", "defect", "test.unwell"), 1):
        await me.pauses.begun(count)
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
    await me.pauses.begun(4)
    assert me.pauses.asked[-1] == 8, "it had not done its work for long"
    failed = [each.data for each in me.told if each.type == "service.error"]
    assert [each["code"] for each in failed] == ["test.unwell", "defect", "test.unwell", "test.unwell"]
    assert failed[-1]["error"] == "It is hurt."
    assert ("error", "It is ill. It is started again in 1.0 s.") in await me.log()


async def test_the_part_of_a_wait_that_is_left_to_chance_is_half_of_it_and_all_has_a_limit() -> None:
    least, most = BackOff(lambda: 0.0), BackOff(lambda: 1.0)
    assert [(least.wait_s(0), most.wait_s(0)) for _ in range(3)] == [(0.5, 1), (1, 2), (2, 4)]
    assert [most.wait_s(0) for _ in range(9)][-1] == 300
    assert (most.wait_s(60), most.wait_s(59)) == (1, 2)


async def test_a_person_stops_and_starts_and_the_next_engine_knows(me: Person) -> None:
    service = MadeService(starts_with=[Unwell(how="ill")])
    me.host.register(service)
    me.host.begin()
    await me.comes_into(ServiceState.WAITING)
    facts = await me.asks.start(MADE)
    assert (facts.state, facts.next_at, facts.error) == (ServiceState.RUNNING, None, None), "it is not waited for"
    facts = await me.asks.stop(MADE)
    assert (facts.state, facts.is_wanted) == (ServiceState.STOPPED, False)
    assert service.did[-1] == "stop"
    await me.host.close()
    other = Person()
    again = MadeService()
    other.host.register(again)
    other.host.begin()
    facts = await other.asks.start(ServiceRequest("made"))
    assert (facts.state, again.did) == (ServiceState.RUNNING, ["start"]), "it waited for a person"
    assert (await other.asks.restart(MADE)).state is ServiceState.RUNNING
    assert again.did == ["start", "stop", "start"]
    again.end()
    await other.comes_into(ServiceState.STOPPED)
    assert await other.log() == [
        ("info", "Started."),
        ("info", "Stopped."),
        ("info", "Started."),
        ("info", "Ended by itself."),
    ]
    with pytest.raises(ServiceUnknown):
        await other.asks.stop(ServiceRequest("nobody"))
    await other.close()


async def test_one_that_lets_go_badly_is_started_again_and_one_that_does_not_end_is_said(me: Person) -> None:
    service = MadeService(is_stubborn=True)
    me.host.register(service)
    me.host.begin()
    await me.comes_into(ServiceState.RUNNING)
    assert (await me.asks.restart(MADE)).state is ServiceState.RUNNING
    me.host = ServiceHost(me.bus, me.hub, stop_within_s=0.01)
    deaf = MadeService("deaf", "Deaf", is_deaf=True)
    me.host.register(deaf)
    me.host.begin()
    me.asks = ServicesService(me.host)
    await me.comes_into(ServiceState.RUNNING, "deaf")
    for ask in (me.asks.stop, me.asks.start):
        with pytest.raises(ServiceStuck, match="Deaf does not stop"):
            await ask(ServiceRequest("deaf"))
    facts = await me.facts("deaf")
    assert (facts.state, facts.error and facts.error.code) == (ServiceState.STOPPING, "service.stuck")
    deaf.end()
    await me.comes_into(ServiceState.STOPPED, "deaf")
    assert (await me.asks.start(ServiceRequest("deaf"))).state is ServiceState.RUNNING
    deaf.is_deaf = False


async def test_what_is_done_once_in_a_profile_waits_for_the_engine_that_does_it(me: Person) -> None:
    service, other_service = MadeService(once_in_a_profile=True), MadeService(once_in_a_profile=True)
    me.host.register(service)
    me.host.begin()
    await me.comes_into(ServiceState.RUNNING)
    other, third = Person(), Person()
    other.host.register(other_service)
    other.host.begin()
    facts = await other.comes_into(ServiceState.ELSEWHERE)
    assert (facts.there, facts.process_id, str(facts.health.note)) == (ServiceState.RUNNING, os.getpid(), "Well.")
    assert other_service.did == []
    third.host.register(MadeService(once_in_a_profile=True))  # a command line, which runs no services
    facts = await third.asks.stop(MADE)
    assert (facts.state, facts.there, facts.is_wanted) == (ServiceState.ELSEWHERE, ServiceState.STOPPED, False)
    assert service.did == ["start", "stop"]
    assert (await me.facts()).state is ServiceState.STOPPED
    assert (await third.asks.restart(MADE)).there is ServiceState.RUNNING
    assert (await me.facts()).state is ServiceState.RUNNING
    await me.host.close()
    await other.comes_into(ServiceState.RUNNING)
    await other.close()
    facts = await third.asks.start(MADE)
    assert (facts.state, facts.process_id, facts.is_wanted) == (ServiceState.STOPPED, 0, True)
    await third.close()


async def test_where_no_lock_can_be_made_it_is_said_and_tried_again(
    me: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "in the way"
    in_the_way.touch()
    monkeypatch.setenv("LAPWING_HOME", str(in_the_way))
    me.host.register(MadeService(once_in_a_profile=True))
    me.host.begin()
    facts = await me.comes_into(ServiceState.WAITING)
    assert facts.error
    assert facts.error.code == "service.lock"
    in_the_way.unlink()
    while (await me.facts()).state is not ServiceState.RUNNING:
        me.pauses.end()
        await asyncio.sleep(0.005)


async def test_what_persons_chose_is_not_lost_when_its_file_is_damaged_or_newer(me: Person) -> None:
    service = MadeService()
    me.host.register(service)
    me.host.begin()
    await me.comes_into(ServiceState.RUNNING)
    path = paths.config() / "services.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('{"version": 99}')
    with pytest.raises(StoredNewer):
        await me.asks.stop(MADE)
    assert path.read_text() == '{"version": 99}'
    found = await me.asks.list_services()
    assert found.problem is not None
    assert found.problem.code == "stored.newer"
    assert found.services[0].state is ServiceState.RUNNING
    path.write_text("{")
    assert (await me.asks.list_services()).problem is not None
    assert (await me.asks.stop(MADE)).state is ServiceState.STOPPED
    assert (await me.asks.list_services()).problem is None


async def test_changes_of_health_and_lines_of_the_log_are_told(me: Person) -> None:
    service = MadeService()
    me.host.register(service)
    me.host.begin()
    await me.comes_into(ServiceState.RUNNING)
    me.changes.clear()
    service.note = "Tired."
    await eventually_async(lambda: "made" in me.changes)
    me.changes.clear()
    try:
        raise ValueError("hunter2")
    except ValueError:
        logging.getLogger("lapwing.tests.made.below").exception("something broke")
    await eventually_async(lambda: "made" in me.changes)
    assert (await me.log())[-1] == ("error", "something broke (ValueError)")


# monitoring, which is one of them


@pytest.fixture
async def person(tmp_path: Path) -> AsyncIterator[Asker]:
    async with asker() as made:
        url = sqlite_url(make_database(tmp_path / "shop.sqlite", "CREATE TABLE goods(name)"))
        await made.ask("connection.save", SaveConnection(Connection("shop", "Shop", url)))
        await made.ask("monitor.keep", KeepMonitor("shop", True, 0.5))
        made.engine.start_services()
        yield made


async def test_monitoring_that_is_stopped_looks_only_where_a_page_does_and_keeps_nothing(person: Asker) -> None:
    async def kept() -> list[bool]:
        return [each.is_kept for each in (await person.ask("monitor.list")).monitors]

    while await kept() != [True]:
        await asyncio.sleep(0.005)
    monitoring = ServiceRequest("monitoring")
    facts = await person.ask("service.stop", monitoring)
    assert facts.state is ServiceState.STOPPED
    assert await kept() == []
    await person.ask("monitor.watch", WatchMonitor("shop", 0.5))
    assert not (await person.hears(MetricsSampled)).is_stored
    assert await kept() == [True], "a person's choice is still known"
    facts = await person.ask("service.start", monitoring)
    assert (facts.state, str(facts.health.note)) == (ServiceState.RUNNING, "1 connection is monitored.")
    await eventually_async(lambda: person.heard(MetricsSampled)[-1].is_stored)
    await person.ask("service.stop", monitoring)
    count = len(person.heard(MetricsSampled))
    assert not (await person.hears(MetricsSampled, count + 2)).is_stored, "who looks goes on seeing"
