"""Schedules of the engine: told at their times, at most once, whatever happens to clocks and engines."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from helpers.counts import times
from helpers.engine_processes import engine_process
from helpers.engines import asker
from helpers.http_receivers import http_receiver
from helpers.installed_plugins import installed
from helpers.processes import APP
from helpers.waiting import PATIENCE_S, eventually_async
from helpers.webhooks import came, endpoint_at, teller
from lapwing import paths
from lapwing.domain.cloud_events import CloudEvent
from lapwing.domain.errors import LapwingError, StoredNewer
from lapwing.domain.plugins.installing_errors import FetchFailed
from lapwing.domain.plugins.sources import IndexEntry, IndexFacts, IndexRequest, PluginIndex
from lapwing.domain.schedules.errors import RunsUnusable, ScheduleBusy, ScheduleInvalid, ScheduleUnknown
from lapwing.domain.schedules.schedules import (
    AskTimes,
    Missed,
    Overlap,
    ReadScheduleRuns,
    RunCause,
    RunSchedule,
    RunState,
    SaveSchedule,
    Schedule,
    ScheduleFacts,
    ScheduleRequest,
    ScheduleRun,
    SwitchSchedule,
)
from lapwing.engine.bus import Bus
from lapwing.engine.hub import EventHub
from lapwing.engine.schedules.clocks import Clocks
from lapwing.engine.schedules.late import Schedules
from lapwing.engine.schedules.whole import WholeSchedules

_CHILD = """
import asyncio
from lapwing.engine.engine import Engine
async def main():
    async def hang(event):
        print(event.subject, flush=True)
        await asyncio.sleep(1000)
    engine = Engine()
    engine.hub.subscribe("hangs", ("workflow.*",), hang)
    engine.start_services()
    await asyncio.sleep(1000)
asyncio.run(main())
"""
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC).timestamp()
NIGHTLY = Schedule("", "Nightly", "0 3 * * *", "nightly", {"keep": 7}, "UTC")


class Person:
    """Somebody with schedules, a subscriber, and a clock that only goes when it is told to.

    Attributes:
        told: Events that the subscriber heard.
        answers: What it does with the next ones; nothing left: it says so.
    """

    def __init__(self, now: float = NOON) -> None:
        self.now = now
        bus = Bus(asyncio.get_running_loop())
        self.hub = EventHub(bus)
        self.whole = WholeSchedules(
            bus, self.hub, Clocks(lambda: self.now, look_s=0.005, end_s=0.0), lambda: self.is_going
        )
        self.ask = self.whole.operations
        self.told: list[CloudEvent] = []
        self.may_end = asyncio.Event()
        self.may_end.set()
        self.fails = ""
        self.hub.subscribe("billing", ("workflow.*",), self._hear)
        self.is_going = False
        self._going: asyncio.Task[None] | None = None

    async def _hear(self, event: CloudEvent) -> object:
        self.told.append(event)
        await self.may_end.wait()
        if self.fails:
            raise RunsUnusable(path="x", reason=self.fails)
        return {"invoices": 3}

    async def begin(self) -> None:
        self._going = asyncio.create_task(self.whole.run())
        self.is_going = True

    async def end(self) -> None:
        self.is_going = False
        if self._going is not None:
            self._going.cancel()
            await asyncio.gather(self._going, return_exceptions=True)
        await self.whole.stop()

    async def save(self, schedule: Schedule, **changes: Any) -> ScheduleFacts:
        return await self.ask.save(SaveSchedule(replace(schedule, **changes)))

    async def facts(self, name: str = "nightly") -> ScheduleFacts:
        found = await self.ask.list_schedules()
        return next(each for each in found.schedules if each.schedule.id == name)

    async def runs(self, name: str = "nightly") -> list[ScheduleRun]:
        return list((await self.ask.runs(ReadScheduleRuns(name, limit=500))).runs)

    async def until(self, *states: RunState, name: str = "nightly") -> list[ScheduleRun]:
        """Wait until the runs are these, the latest first."""
        async with asyncio.timeout(PATIENCE_S):
            while [run.state for run in await self.runs(name)] != list(states):
                await asyncio.sleep(0.005)
        return await self.runs(name)


@asynccontextmanager
async def somebody(now: float = NOON, *, begins: bool = True) -> AsyncIterator[Person]:
    made = Person(now)
    if begins:
        await made.begin()
    try:
        yield made
    finally:
        await made.end()
        await made.hub.close()


@pytest.fixture
async def me() -> AsyncIterator[Person]:
    async with somebody() as made:
        yield made


DONE, FAILED, MISSED = RunState.DONE, RunState.FAILED, RunState.MISSED
RUNNING, WAITING, REFUSED = RunState.RUNNING, RunState.WAITING, RunState.REFUSED
DAY_S = 86400.0
THREE = NOON + 15 * 3600


async def test_a_schedule_tells_its_event_when_its_time_comes_and_keeps_what_subscribers_answered(me: Person) -> None:
    saved = await me.save(NIGHTLY)
    assert (saved.schedule.id, saved.next_at) == ("nightly", THREE)
    me.now = THREE + 2
    (run,) = await me.until(DONE)
    assert (run.due, run.cause, run.missed, run.started) == (THREE, RunCause.TIME, 0, THREE + 2)
    assert [(each.subscriber, each.answer, each.error) for each in run.answers] == [("billing", {"invoices": 3}, "")]
    (event,) = me.told
    assert (event.type, event.data, event.subject, event.source) == (
        "workflow.nightly",
        {"keep": 7},
        "Nightly",
        "schedule/nightly",
    )
    assert run.event_id == event.id
    facts = await me.facts()
    assert (facts.next_at, facts.last) == (THREE + DAY_S, run)
    me.fails = "no room"
    me.now = THREE + DAY_S
    failed, _ = await me.until(FAILED, DONE)
    assert "no room" in failed.answers[0].error


async def test_times_that_were_missed_are_skipped_or_made_up_for_once_and_never_in_a_burst() -> None:
    async with somebody() as before:
        await before.save(NIGHTLY)
        await before.save(NIGHTLY, name="Weekly", missed=Missed.ONCE)
    async with somebody(NOON + 30 * DAY_S) as me:
        (missed,) = await me.until(MISSED)
        assert (missed.due, missed.missed) == (THREE + 29 * DAY_S, 29)
        (late,) = await me.until(DONE, name="weekly")
        assert (late.cause, late.due, late.missed) == (RunCause.LATE, THREE + 29 * DAY_S, 29)
        assert len(me.told) == 1
        assert (await me.facts()).next_at == THREE + 30 * DAY_S
        me.now += 10 * DAY_S  # the computer slept
        await me.until(MISSED, MISSED)
        again, _ = await me.until(DONE, DONE, name="weekly")
        assert (again.missed, again.cause, len(me.told)) == (9, RunCause.LATE, 2)


async def test_a_clock_that_is_put_back_repeats_no_named_hour_and_one_that_was_wrong_is_followed(me: Person) -> None:
    await me.save(NIGHTLY)
    await me.save(NIGHTLY, name="Often", when="*/10 * * * *")
    me.now = THREE
    await me.until(DONE)
    await me.until(DONE, name="often")
    me.now = THREE - 1800  # by a person, within what clocks are put back
    assert (await me.facts()).next_at == THREE + DAY_S
    await eventually_async(lambda: me.whole.clockwork.next_at.get("often") == THREE - 1200)
    me.now = THREE - 1200
    await me.until(DONE, DONE, name="often")
    me.now = NOON - 300 * DAY_S  # it had been far off
    await eventually_async(lambda: me.whole.clockwork.next_at.get("nightly") == THREE - 300 * DAY_S)
    assert len(await me.runs()) == 1


async def test_while_a_run_is_under_way_the_next_one_is_refused_or_waits_and_no_more_than_one_does(me: Person) -> None:
    await me.save(NIGHTLY, when="every 10 min")
    await me.save(NIGHTLY, name="Queue", when="every 10 min", overlap=Overlap.QUEUE)
    me.may_end.clear()
    for minutes in (10, 20, 30):
        me.now = NOON + minutes * 60
        await eventually_async(lambda: me.whole.clockwork.next_at.get("nightly", 0) > me.now)
        await eventually_async(lambda: me.whole.clockwork.next_at.get("queue", 0) > me.now)
    await me.until(REFUSED, REFUSED, RUNNING)
    await me.until(REFUSED, WAITING, RUNNING, name="queue")
    with pytest.raises(ScheduleBusy):
        await me.ask.run(RunSchedule("Nightly"))
    me.may_end.set()
    await me.until(REFUSED, REFUSED, REFUSED, DONE)
    await me.until(REFUSED, DONE, DONE, name="queue")


async def test_a_person_runs_a_schedule_beside_its_times_where_one_does_schedules_and_where_none_does(
    me: Person,
) -> None:
    await me.save(NIGHTLY, enabled=False)
    run = await me.ask.run(RunSchedule("Nightly", wait_s=30))
    assert (run.state, run.cause, run.due) == (DONE, RunCause.PERSON, NOON)
    await me.end()
    again = await me.ask.run(RunSchedule("nightly", wait_s=30))
    assert (again.state, len(me.told)) == (DONE, 2)
    assert not (await me.ask.list_schedules()).is_done


async def test_what_was_asked_of_an_engine_that_has_gone_is_not_done_long_after(me: Person) -> None:
    await me.save(NIGHTLY)
    await me.end()
    me.is_going = True  # as it looks from another process until the lock is let go
    asking = asyncio.create_task(me.ask.run(RunSchedule("Nightly")))
    await me.until(RunState.ASKED)
    asking.cancel()
    async with somebody(NOON + 3600) as later:
        await later.until(RunState.INTERRUPTED)
        assert later.told == []


async def test_what_was_off_is_not_made_up_for_and_what_is_removed_is_forgotten(me: Person) -> None:
    await me.save(NIGHTLY, missed=Missed.ONCE)
    await me.ask.switch(SwitchSchedule("Nightly", False))
    await eventually_async(lambda: "nightly" not in me.whole.clockwork.next_at)
    assert (await me.facts()).next_at is None
    me.now = NOON + 5 * DAY_S
    facts = await me.ask.switch(SwitchSchedule("Nightly", True))
    assert facts.next_at == THREE + 5 * DAY_S
    await eventually_async(lambda: me.whole.clockwork.next_at.get("nightly") == THREE + 5 * DAY_S)
    assert await me.runs() == []
    await me.ask.run(RunSchedule("nightly", wait_s=30))
    assert (await me.ask.remove(ScheduleRequest("Nightly"))).schedules == ()
    await me.save(NIGHTLY)
    assert await me.runs() == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"workflow": "two words"}, "workflow"),
        ({"data": {"n": float("nan")}}, "data"),
        ({"when": "at 2026-11-21 12:00"}, "when"),
        ({"name": "Other"}, "name"),
    ],
)
async def test_what_cannot_be_kept_is_refused_with_the_field_that_is_wrong(
    me: Person, changes: dict[str, Any], field: str
) -> None:
    await me.save(NIGHTLY, name="Other")
    with pytest.raises(ScheduleInvalid) as refused:
        await me.save(NIGHTLY, **changes)
    assert refused.value.facts["field"] == field
    assert len((await me.ask.list_schedules()).schedules) == 1
    with pytest.raises(ScheduleUnknown):
        await me.ask.runs(ReadScheduleRuns("nobody"))


async def test_the_file_can_be_written_by_hand_and_what_is_wrong_in_it_stands_in_the_list(me: Person) -> None:
    path = paths.config() / "schedules.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    entry = {"id": "", "name": "By hand", "when": "every 10 min", "workflow": "hand", "since": -1e300}
    wrong: list[dict[str, object]] = [
        {"when": "0 25 * * *"},
        {"workflow": "two words"},
        {"since": 1e300},
        {"name": "x\u0000"},
    ]
    path.write_text(json.dumps({"version": 1, "schedules": [entry, *({**entry, **each} for each in wrong)]}))
    await eventually_async(lambda: "by-hand" in me.whole.clockwork.next_at)
    found = await me.ask.list_schedules()
    assert [each.schedule.id for each in found.schedules] == ["by-hand", "by-hand-2", "by-hand-3", "by-hand-4", "x"]
    assert [each.problem and each.problem.code for each in found.schedules] == [
        None,
        "schedule.cron_hour",
        "schedule.workflow_name",
        None,
        "schedule.name",
    ]
    me.now = NOON + 600
    await me.until(DONE, name="by-hand")
    newer = json.dumps({"version": 99, "schedules": []})
    path.write_text(newer)
    assert [each.code for each in (await me.ask.list_schedules()).problems] == ["stored.newer"]
    with pytest.raises((StoredNewer, LapwingError)):
        await me.save(NIGHTLY)
    assert path.read_text() == newer


async def test_a_damaged_file_of_runs_is_put_aside_and_nothing_is_run_again_for_it() -> None:
    async with somebody() as before:
        await before.save(NIGHTLY, missed=Missed.ONCE)
        before.now = THREE
        await before.until(DONE)
    path = paths.data() / "store" / "schedules.sqlite"
    path.write_bytes(b"no database" * 1000)
    async with somebody(THREE + 3600) as me:
        await eventually_async(lambda: me.whole.clockwork.next_at.get("nightly") == THREE + DAY_S)
        assert await me.runs() == []
        assert len(list(path.parent.glob("schedules.sqlite.damaged-*"))) == 1


async def test_nothing_is_run_while_it_cannot_be_recorded(me: Person) -> None:
    await me.save(NIGHTLY, when="every 10 min", missed=Missed.ONCE)
    await me.end()
    path = paths.data() / "store" / "schedules.sqlite"
    path.unlink()
    path.mkdir()
    me.now = NOON + 700
    with pytest.raises(RunsUnusable):
        await me.whole.run()
    listed = await me.ask.list_schedules()
    assert [each.code for each in listed.problems] == ["schedule.runs_unusable"]
    assert (await me.ask.runs(ReadScheduleRuns("nightly"))).problem == listed.problems[0]
    with pytest.raises(RunsUnusable):
        await me.ask.run(RunSchedule("Nightly"))
    assert me.told == []


async def test_what_may_become_a_schedule_says_its_times_and_what_is_wrong_with_them(me: Person) -> None:
    told = await me.ask.times(AskTimes("0 3 * * *", "UTC", 2))
    assert told.times == (THREE, THREE + DAY_S)
    with pytest.raises(LapwingError, match="no hour"):
        await me.ask.times(AskTimes("0 99 * * *"))


async def test_two_engines_never_run_one_time_twice() -> None:
    """Both are told that they are the one: what is claimed in the file decides."""
    async with somebody() as one, somebody() as other:
        await one.save(NIGHTLY, when="every 5 s", missed=Missed.ONCE)
        rounds = times(20, 500)
        for step in range(1, rounds + 1):
            one.now = other.now = NOON + 5 * step
            await eventually_async(
                lambda: all(each.whole.clockwork.next_at.get("nightly", 0) > one.now for each in (one, other))
            )
        async with asyncio.timeout(PATIENCE_S):
            while not all(run.state.is_over for run in await one.runs()):
                await asyncio.sleep(0.005)
        runs = await one.runs()
        assert len({run.due for run in runs}) == len(runs) == rounds
        assert len(one.told) + len(other.told) == sum(run.started is not None for run in runs) > 0


async def test_a_run_whose_engine_was_killed_is_told_as_interrupted_and_not_run_again() -> None:
    now = datetime.now(UTC).timestamp()
    for number in range(times(1, 20)):
        async with somebody(now - 10.5 * DAY_S, begins=False) as me:
            await me.save(NIGHTLY, name=f"N{number}", when="every 1 d", missed=Missed.ONCE)
        child = subprocess.Popen(
            [sys.executable, "-c", _CHILD],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(APP)},
        )
        assert child.stdout is not None
        try:
            assert await asyncio.to_thread(child.stdout.readline) == f"N{number}\n"
        finally:
            child.kill()
            child.wait()
            child.stdout.close()
        async with somebody(now + 60) as later:
            (run,) = await later.until(RunState.INTERRUPTED, name=f"n{number}")
            assert (run.missed, run.cause) == (9, RunCause.LATE)
            await eventually_async(lambda: later.whole.clockwork.next_at)
            assert later.told == []
            await later.ask.remove(ScheduleRequest(f"N{number}"))


async def test_what_another_process_asks_for_is_done_by_the_engine_that_does_schedules(tmp_path: Path) -> None:
    async with engine_process(tmp_path) as engine:
        facts = await engine.ask("schedule.save", SaveSchedule(NIGHTLY))
        async with asker() as beside:
            async with asyncio.timeout(PATIENCE_S):
                while not (await beside.ask("schedule.list")).is_done:
                    await asyncio.sleep(0.02)
            run = await beside.ask("schedule.run", RunSchedule("Nightly", wait_s=30))
            assert (run.state, run.cause) == (DONE, RunCause.PERSON)
            await beside.ask("schedule.remove", ScheduleRequest("Nightly"))
        listed = await engine.ask("schedule.list")
        assert (facts.schedule.id, listed.schedules, listed.is_done) == ("nightly", (), True)


async def test_a_schedule_checks_for_updates_of_plugins_and_says_what_it_found() -> None:
    asked: list[object] = []

    async def index(_operation: str, request: object) -> PluginIndex:
        asked.append(request)
        later = IndexEntry("greeter", "Greeter", "2.0", installed="1.0", is_later=True)
        away = IndexFacts(
            "https://away.example/index.json", "Away", error=FetchFailed(url="zz", reason="gone").to_wire()
        )
        return PluginIndex((later, IndexEntry("other", "Other", "1.0")), (away,))

    bus = Bus(asyncio.get_running_loop())
    hub = EventHub(bus)
    told: list[CloudEvent] = []
    bus.listen(("event.published",), lambda event: told.append(event.event))  # type: ignore[attr-defined]
    schedules = Schedules(bus, hub, lambda: False, index)
    running = asyncio.create_task(schedules.run())
    operations = schedules.whole().operations
    weekly = Schedule("", "Updates", "@weekly", "lapwing.check-plugin-updates")
    await operations.save(SaveSchedule(weekly))
    run = await operations.run(RunSchedule("Updates", wait_s=PATIENCE_S))
    assert [type(each) for each in asked] == [IndexRequest]
    (answer,) = run.answers
    assert answer.answer["updates"] == {"greeter": "2.0"}
    assert list(answer.answer["unread"]) == ["Away"]
    assert [(each.type, each.data) for each in told if each.type.startswith("plugin.")] == [
        ("plugin.outdated", {"plugin": "greeter", "version": "2.0"})
    ]
    await operations.save(SaveSchedule(replace(weekly, name="Wrong", workflow="lapwing.tidy-up")))
    wrong = await operations.run(RunSchedule("Wrong", wait_s=PATIENCE_S))
    assert (wrong.state, "no workflow lapwing.tidy-up" in wrong.answers[0].error) == (FAILED, True)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await schedules.close()
    await hub.close()


async def test_a_real_engine_asks_its_own_indexes(tmp_path: Path) -> None:
    async with engine_process(tmp_path) as engine:
        checks = Schedule("", "Updates", "@weekly", "lapwing.check-plugin-updates")
        await engine.ask("schedule.save", SaveSchedule(checks))
        run = await engine.ask("schedule.run", RunSchedule("Updates", wait_s=PATIENCE_S))
        assert [each.answer for each in run.answers] == [{"updates": {}}]


async def test_what_a_schedule_tells_at_its_time_is_answered_by_a_plugin_and_delivered_to_a_webhook(
    tmp_path: Path,
) -> None:
    hears = """
        class Made(Plugin):
            def handle_event(self, event):
                return {"kept": event.data["keep"], "of": event.subject}
    """
    with http_receiver() as receiver:
        async with teller() as some:
            await installed(some, tmp_path, hears, 'permissions = ["events:workflow.*"]\n')
            await some.save(endpoint_at(receiver))
            async with somebody(datetime.now(UTC).timestamp() - 10.5 * DAY_S, begins=False) as before:
                await before.save(NIGHTLY, when="every 1 d", missed=Missed.ONCE)
            await came(receiver, 1)
            async with asyncio.timeout(PATIENCE_S):
                while not (found := (await some.ask("schedule.list")).schedules[0].last) or not found.state.is_over:
                    await asyncio.sleep(0.02)
    assert (found.state, found.cause, found.missed) == (DONE, RunCause.LATE, 9)
    assert [(each.subscriber, each.answer) for each in found.answers] == [("plugin made", {"kept": 7, "of": "Nightly"})]
    assert b'"workflow.nightly"' in receiver.received[0].body
