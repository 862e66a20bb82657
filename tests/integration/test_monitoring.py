"""Samplers on real servers: who is looked at, how often, by whom, and what becomes of it when a server goes away."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator

import pytest

from helpers.engines import Asker, asker
from helpers.passages import Conduct
from helpers.proxy import Proxy
from helpers.server_places import KINDS, ServerPlace, server_place
from helpers.servers.postgresql import PostgreSQL
from helpers.servers.server import Server
from helpers.waiting import PATIENCE_S, eventually_async
from lapwing import paths
from lapwing.domain.connections import (
    MONITOR_NAME,
    Connection,
    DisconnectConnection,
    RemoveConnection,
    SaveConnection,
)
from lapwing.domain.errors import ConnectionUnknown, LoginRefused, PasswordNeeded
from lapwing.domain.monitoring.errors import IntervalInvalid, MonitorUnknown
from lapwing.domain.monitoring.metrics import Lane
from lapwing.domain.monitoring.samples import (
    KeepMonitor,
    MetricsSampled,
    MonitorChanged,
    MonitorEnded,
    MonitorList,
    MonitorRequest,
    MonitorState,
    WatchMonitor,
)
from lapwing.domain.operations import Subscribe
from lapwing.domain.secrets import Secret, SecretKind, SecretPlace
from lapwing.domain.services import ServiceList, ServiceState
from lapwing.engine.engine import Engine
from lapwing.engine.monitoring.kept import KeptMonitors, kept_monitors

ID = "shop"


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest) -> Iterator[ServerPlace]:
    yield from server_place(request)


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        await made.ask("events.subscribe", Subscribe(("monitor.*",)))
        yield made


async def save(me: Asker, place: ServerPlace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Save the place as the connection of `ID`, whose password comes from a variable."""
    monkeypatch.setenv("SHOP_PASSWORD", place.password.reveal())
    secret = SecretPlace(SecretKind.ENV, "SHOP_PASSWORD")
    await me.ask("connection.save", SaveConnection(Connection(ID, "Shop", place.url(), secret=secret)))


def samples(me: Asker, lane: Lane = Lane.FAST) -> list[MetricsSampled]:
    """Those that brought values."""
    return [each for each in me.heard(MetricsSampled) if each.lane is lane and not each.gap]


def gaps(me: Asker) -> list[str]:
    return [each.gap for each in me.heard(MetricsSampled) if each.gap]


def state(me: Asker) -> MonitorState:
    return me.heard(MonitorChanged)[-1].monitor.state


def values(sample: MetricsSampled) -> dict[str, float | None]:
    return {each.key.text: each.value for each in sample.values}


def monitors_of(place: ServerPlace) -> int:
    """How many sessions of samplers the server has."""
    if place.is_postgresql:
        return len(place.ask(f"SELECT pid FROM pg_stat_activity WHERE application_name = '{MONITOR_NAME}'"))
    return len(place.pids())


async def test_who_looks_is_told_samples_and_nobody_is_troubled_when_nobody_looks(
    me: Asker, place: ServerPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    await save(me, place, monkeypatch)
    answer = await me.ask("monitor.watch", WatchMonitor(ID, 0.5))
    assert answer.state is MonitorState.OPENING
    await eventually_async(lambda: len(samples(me)) >= 3 and samples(me, Lane.SLOW))
    assert monitors_of(place) == 1
    first, *_, last = samples(me)
    assert {"connections", "uptime"} <= values(first).keys()
    assert "transactions{outcome=commit}" not in values(first), "there is no rate after one look"
    rate = values(last)["transactions{outcome=commit}"]
    assert rate is not None
    assert rate >= 0
    slow = {key.partition("{")[0] for key in values(samples(me, Lane.SLOW)[0])}
    assert slow or not place.is_postgresql  # MariaDB tells an account without PROCESS nothing of this lane
    assert not slow & {key.partition("{")[0] for key in values(last)}
    assert "database_size" in slow or not place.is_postgresql
    facts = me.heard(MonitorChanged)[-1].monitor
    assert facts.state is MonitorState.RUNNING
    assert facts.server.product.startswith(("PostgreSQL", "MariaDB"))
    assert facts.server.started is not None
    await me.ask("monitor.unwatch", MonitorRequest(ID))
    await me.hears(MonitorEnded)
    await eventually_async(lambda: monitors_of(place) == 0)  # the server ends a session after that has left
    with pytest.raises(MonitorUnknown):
        await me.ask("monitor.retry", MonitorRequest(ID))


async def test_several_who_look_share_one_sampler_at_the_shortest_interval(
    me: Asker, place: ServerPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    await save(me, place, monkeypatch)
    await me.ask("monitor.watch", WatchMonitor(ID, 30))
    await eventually_async(lambda: samples(me))
    other = Asker(me.engine)
    answer = await other.ask("monitor.watch", WatchMonitor(ID, 0.5))
    assert samples(other), "the newest sample comes at once"
    assert answer.interval_s == 0.5
    await eventually_async(lambda: len(samples(me)) >= 3)
    assert monitors_of(place) == 1
    await me.engine.leave(other)
    assert (await me.ask("monitor.list")).monitors[0].interval_s == 30
    await me.engine.leave(me)
    await eventually_async(lambda: monitors_of(place) == 0)


async def test_what_cannot_be_looked_at_is_said_at_once(me: Asker, place: ServerPlace) -> None:
    with pytest.raises(IntervalInvalid):
        await me.ask("monitor.watch", WatchMonitor(ID, 0.1))
    with pytest.raises(ConnectionUnknown):
        await me.ask("monitor.watch", WatchMonitor(ID))
    await me.ask("monitor.watch", WatchMonitor(place.url()))  # a URL that needs a password
    with pytest.raises(PasswordNeeded):
        await me.ask("monitor.retry", MonitorRequest(place.url()))
    assert state(me) is MonitorState.REFUSED
    await me.ask("monitor.watch", WatchMonitor(place.url(), password=place.password))
    found = await me.ask("monitor.retry", MonitorRequest(place.url()))
    assert found.state is MonitorState.RUNNING


async def test_a_log_in_that_was_refused_is_not_tried_again_by_itself(me: Asker, place: ServerPlace) -> None:
    await me.ask("monitor.watch", WatchMonitor(place.url(), 0.5, Secret("wrong")))
    with pytest.raises(LoginRefused):
        await me.ask("monitor.retry", MonitorRequest(place.url()))
    tries = place.server.log().count("password authentication failed") + place.server.log().count("Access denied")
    await asyncio.sleep(2.5)  # the first repetition of what is tried again comes after one second
    log = place.server.log()
    assert log.count("password authentication failed") + log.count("Access denied") == tries
    assert state(me) is MonitorState.REFUSED


async def test_a_person_who_disconnects_is_not_connected_again_unasked(
    me: Asker, place: ServerPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    await save(me, place, monkeypatch)
    await me.ask("monitor.watch", WatchMonitor(ID, 0.5))
    await eventually_async(lambda: samples(me))
    await me.ask("connection.disconnect", DisconnectConnection(ID))
    await eventually_async(lambda: state(me) is MonitorState.REFUSED and monitors_of(place) == 0)
    assert (await me.ask("monitor.retry", MonitorRequest(ID))).state is MonitorState.RUNNING
    assert monitors_of(place) == 1


async def test_a_connection_that_is_removed_is_monitored_no_longer(
    me: Asker, place: ServerPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    await save(me, place, monkeypatch)
    await me.ask("monitor.watch", WatchMonitor(ID, 0.5))
    await eventually_async(lambda: samples(me))
    await me.ask("connection.remove", RemoveConnection(ID))
    await me.hears(MonitorEnded)
    await eventually_async(lambda: monitors_of(place) == 0)


async def test_while_a_server_says_nothing_there_are_gaps_and_then_it_goes_on(
    me: Asker, place: ServerPlace, proxy_to: Callable[[Server], Proxy]
) -> None:
    proxy = proxy_to(place.server)
    place.port = proxy.port
    await me.ask("monitor.watch", WatchMonitor(place.url(), 0.5, place.password))
    await eventually_async(lambda: len(samples(me)) >= 2)
    proxy.steer(to_client=Conduct(stall="unread"))
    await eventually_async(lambda: gaps(me).count("timeout") >= 2)
    before = len(samples(me))
    assert proxy.connections == 1, "nothing is asked beside the look that waits"
    proxy.heal()
    await eventually_async(lambda: len(samples(me)) >= before + 2)
    assert state(me) is MonitorState.RUNNING


async def test_a_server_that_is_started_again_is_found_and_told(me: Asker, own_postgresql: PostgreSQL) -> None:
    server = own_postgresql
    url = f"postgresql://{server.owner.user}@{server.host}:{server.port}/postgres"
    await me.ask("monitor.watch", WatchMonitor(url, 0.5, Secret(server.owner.password or "")))
    await eventually_async(lambda: len(samples(me)) >= 2)
    await asyncio.to_thread(server.stop, immediately=True)
    await eventually_async(lambda: state(me) is MonitorState.LOST and "lost" in gaps(me))
    before = len(samples(me))
    await asyncio.sleep(2)  # a server that began within two seconds of the other is not told from it
    await asyncio.to_thread(server.start)
    await eventually_async(lambda: len(samples(me)) >= before + 3)
    first, *later = samples(me)[before:]
    assert first.restarted
    assert not any(each.restarted for each in later)
    assert all(value is None or value >= 0 for each in [first, *later] for value in values(each).values())


async def test_a_kept_connection_is_monitored_by_one_engine_of_a_profile_though_nobody_looks(
    me: Asker, place: ServerPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    await save(me, place, monkeypatch)
    kept = await me.ask("monitor.keep", KeepMonitor(ID, True, 0.5))
    assert kept == MonitorList(), "an engine that was not started for it does not"
    me.engine.start_services()
    await me.ask("events.subscribe", Subscribe((MetricsSampled.name,)))
    await eventually_async(lambda: samples(me))
    assert samples(me)[0].is_stored
    other = Engine()
    try:
        other.start_services()
        they = Asker(other)
        await they.ask("monitor.watch", WatchMonitor(ID, 0.5))
        await eventually_async(lambda: samples(they))
        assert not samples(they)[0].is_stored
    finally:
        await other.close()
    await me.ask("monitor.keep", KeepMonitor(ID, False))
    await me.hears(MonitorEnded)


async def test_what_is_kept_is_kept_for_the_next_start(
    me: Asker, place: ServerPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    await save(me, place, monkeypatch)
    await me.ask("monitor.keep", KeepMonitor(ID, True, 2))
    later = Engine()
    try:
        later.start_services()
        they = Asker(later)
        async with asyncio.timeout(PATIENCE_S):
            while not (monitors := (await they.ask("monitor.list")).monitors):
                await asyncio.sleep(0.01)
        (found,) = monitors
        await eventually_async(lambda: monitors_of(place) == 1)
        assert (found.connection_id, found.interval_s, found.is_kept) == (ID, 2, True)
        await they.ask("connection.remove", RemoveConnection(ID))
        await eventually_async(lambda: kept_monitors().read().connections == {})
    finally:
        await later.close()


async def test_what_is_kept_stays_so_while_the_connections_cannot_be_read(me: Asker) -> None:
    kept_monitors().write(KeptMonitors({"shop": 2.0}))
    connections = paths.config() / "connections.json"
    connections.write_text("{")
    me.engine.start_services()

    async def state() -> ServiceState:
        services: ServiceList = await me.ask("service.list")
        return next(each.state for each in services.services if each.id == "monitoring")

    async with asyncio.timeout(PATIENCE_S):
        while await state() is not ServiceState.RUNNING:
            await asyncio.sleep(0.01)
    assert kept_monitors().read().connections == {"shop": 2.0}
