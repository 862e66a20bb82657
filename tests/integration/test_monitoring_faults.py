"""Samplers on real servers when something goes wrong: nothing ends silently, and nothing is left behind."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator

import pytest

from helpers.counts import times
from helpers.engines import Asker, asker
from helpers.server_places import KINDS, ServerPlace, server_place
from helpers.waiting import eventually_async
from lapwing.domain.connections import MONITOR_NAME, Connection, DisconnectConnection, SaveConnection
from lapwing.domain.errors import LoginRefused
from lapwing.domain.monitoring.errors import MonitorUnknown
from lapwing.domain.monitoring.metrics import Lane
from lapwing.domain.monitoring.samples import (
    MetricsSampled,
    MonitorChanged,
    MonitorRequest,
    MonitorState,
    WatchMonitor,
)
from lapwing.domain.operations import Subscribe
from lapwing.domain.secrets import Secret, SecretKind, SecretPlace
from lapwing.engine.monitoring.deriving import Deriver

ID = "shop"


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest) -> Iterator[ServerPlace]:
    yield from server_place(request)


@pytest.fixture
async def me(place: ServerPlace, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Asker]:
    monkeypatch.setenv("SHOP_PASSWORD", place.password.reveal())
    secret = SecretPlace(SecretKind.ENV, "SHOP_PASSWORD")
    async with asker() as made:
        await made.ask("events.subscribe", Subscribe(("monitor.*",)))
        await made.ask("connection.save", SaveConnection(Connection(ID, "Shop", place.url(), secret=secret)))
        yield made


def samples(me: Asker, lane: Lane = Lane.FAST) -> list[MetricsSampled]:
    return [each for each in me.heard(MetricsSampled) if each.lane is lane and not each.gap]


def states(me: Asker) -> list[MonitorState]:
    return [each.monitor.state for each in me.heard(MonitorChanged)]


def monitors_of(place: ServerPlace) -> list[int]:
    """The server's numbers of the sessions of samplers."""
    if place.is_postgresql:
        rows = place.ask(f"SELECT pid FROM pg_stat_activity WHERE application_name = '{MONITOR_NAME}'")
        return [int(row[0]) for row in rows]
    return place.pids()


def refused(place: ServerPlace) -> int:
    log = place.server.log()
    return log.count("password authentication failed") + log.count("Access denied")


async def test_a_defect_is_told_and_logged_and_looking_goes_on(
    me: Asker, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await me.ask("monitor.watch", WatchMonitor(ID, 0.5))
    await eventually_async(lambda: samples(me))
    with monkeypatch.context() as patched, caplog.at_level(logging.ERROR):
        patched.setattr(Deriver, "take", lambda *_arguments: 1 / 0)
        await eventually_async(lambda: states(me)[-1] is MonitorState.LOST)
    error = me.heard(MonitorChanged)[-1].monitor.error
    assert error is not None
    assert error.code == "defect"
    assert "ZeroDivisionError" in caplog.text
    before = len(samples(me))
    await eventually_async(lambda: len(samples(me)) >= before + 2)


async def test_another_interval_is_no_reason_to_try_a_refused_log_in_again(me: Asker, place: ServerPlace) -> None:
    url = place.url()
    await me.ask("monitor.watch", WatchMonitor(url, 5, Secret("wrong")))
    with pytest.raises(LoginRefused):
        await me.ask("monitor.retry", MonitorRequest(url))
    before = refused(place)
    other = Asker(me.engine)
    for interval in (4, 3, 2):
        await other.ask("monitor.watch", WatchMonitor(url, interval))
    await asyncio.sleep(0.5)  # a log-in takes a few milliseconds
    assert refused(place) == before
    assert states(me)[-1] is MonitorState.REFUSED


async def test_another_interval_is_no_reason_to_open_what_was_disconnected(me: Asker, place: ServerPlace) -> None:
    await me.ask("monitor.watch", WatchMonitor(ID, 5))
    await eventually_async(lambda: samples(me))
    await me.ask("connection.disconnect", DisconnectConnection(ID))
    await eventually_async(lambda: not monitors_of(place))
    await me.ask("monitor.watch", WatchMonitor(ID, 1))
    await asyncio.sleep(0.5)  # opening takes a few milliseconds
    assert not monitors_of(place)
    assert states(me)[-1] is MonitorState.REFUSED


async def test_who_waits_for_a_session_hears_when_the_monitor_is_left_meanwhile(me: Asker, place: ServerPlace) -> None:
    await me.ask("monitor.watch", WatchMonitor(ID))
    waiting = asyncio.create_task(me.ask("monitor.retry", MonitorRequest(ID)))
    await asyncio.sleep(0)
    await me.ask("connection.disconnect", DisconnectConnection(ID))
    with pytest.raises(MonitorUnknown):
        await asyncio.wait_for(waiting, 20)
    await eventually_async(lambda: not monitors_of(place))


async def test_a_session_that_is_ended_at_any_moment_is_opened_again(me: Asker, place: ServerPlace) -> None:
    await me.ask("monitor.watch", WatchMonitor(ID, 0.5))
    for _time in range(times(3, 50)):
        before = len(samples(me))
        await eventually_async(lambda before=before: len(samples(me)) > before and monitors_of(place))  # type: ignore[misc]
        for pid in monitors_of(place):
            place.kill(pid)
    before = len(samples(me))
    await eventually_async(lambda: len(samples(me)) > before)
    assert MonitorState.REFUSED not in states(me)


async def test_looking_and_leaving_fifty_times_leaves_no_session_and_no_task(me: Asker, place: ServerPlace) -> None:
    tasks = asyncio.all_tasks()
    for number in range(50):
        other = Asker(me.engine)
        await other.ask("monitor.watch", WatchMonitor(ID, 0.5))
        if number % 5 == 4:
            await me.ask("connection.disconnect", DisconnectConnection(ID))
        if number % 7 == 6:
            await asyncio.sleep(0.05)
        await me.engine.leave(other)
    await eventually_async(lambda: not monitors_of(place))
    await eventually_async(lambda: not {task for task in asyncio.all_tasks() - tasks if "sampler" in task.get_name()})


async def test_an_engine_that_ends_while_a_monitor_is_let_go_leaves_no_session(place: ServerPlace) -> None:
    for pause in (0.0, 0.02, 0.1):
        async with asker() as me:
            await me.ask("monitor.watch", WatchMonitor(place.url(), 0.5, place.password))
            if pause:
                await asyncio.sleep(pause)
            await me.engine.leave(me)
            await asyncio.sleep(0)
        assert not [task for task in asyncio.all_tasks() if "sampler" in task.get_name()]
        await eventually_async(lambda: not monitors_of(place))
