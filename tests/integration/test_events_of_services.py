"""What services of the engine tell windows becomes events that other programs know; samples only where wanted."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.engines import Asker, asker, make_database
from helpers.waiting import eventually_async
from lapwing.domain.alerts.instances import AlertChange, AlertChanged, AlertState
from lapwing.domain.alerts.rules import Severity
from lapwing.domain.cloud_events import CloudEvent, EventPublished
from lapwing.domain.connections import Connection, SaveConnection, SqlInEvents
from lapwing.domain.errors import ErrorFacts
from lapwing.domain.event_log import SearchEvents
from lapwing.domain.event_types import EVENT_TYPES
from lapwing.domain.events import DefinitionsChanged
from lapwing.domain.jobs import JobEnded, JobFacts, JobStarted, JobState
from lapwing.domain.monitoring.metrics import Lane, SeriesKey, SeriesValue
from lapwing.domain.monitoring.samples import MetricsSampled
from lapwing.domain.operations import Subscribe
from lapwing.domain.urls import sqlite_url

FIELDS = {each.type: {name for name, _ in each.fields} for each in EVENT_TYPES}
FIRING = AlertChange(
    5.0, "r", "Blocked", Severity.CRITICAL, "c", "Shop", (("db", "x"),), AlertState.PENDING, AlertState.FIRING, 7.0
)


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        await made.ask("events.subscribe", Subscribe(("event.published",)))
        yield made


def told(me: Asker) -> list[CloudEvent]:
    return [each.event for each in me.heard(EventPublished)]


def types(me: Asker) -> list[str]:
    found = told(me)
    for each in found:
        assert set(each.data) == FIELDS[each.type], each.type
    return [each.type for each in found]


async def test_an_alert_is_told_when_it_fires_is_seen_and_is_over_and_not_in_between(me: Asker) -> None:
    firing, seen, unknown = AlertState.FIRING, AlertState.ACKNOWLEDGED, AlertState.UNKNOWN
    steps = [
        FIRING,
        replace(FIRING, before=firing, after=unknown),
        replace(FIRING, before=unknown, after=firing),
        replace(FIRING, before=firing, after=seen, by="Ada: looking"),
        replace(FIRING, before=seen, after=firing),
        replace(FIRING, before=seen, after=AlertState.RESOLVED, reason="gone"),
    ]
    for step in steps:
        me.engine.bus.publish(AlertChanged(step))
    assert types(me) == ["alert.fired", "alert.acknowledged", "alert.resolved"]
    fired, acknowledged, resolved = told(me)
    assert (fired.data["labels"], fired.data["value"], fired.connection_id, fired.at) == ({"db": "x"}, 7.0, "c", 5.0)
    assert (acknowledged.data["by"], resolved.data["reason"]) == ("Ada: looking", "gone")


async def test_a_job_is_told_at_its_start_and_its_end_without_what_the_server_said_of_rows(me: Asker) -> None:
    job = JobFacts("j", "export", "orders.csv", JobState.RUNNING, connection_id="c")
    error = ErrorFacts("statement.failed", {"server": "duplicate key (name)=(canary)", "code": "23505"})
    me.engine.bus.publish(JobStarted(job))
    me.engine.bus.publish(JobEnded(replace(job, state=JobState.DONE, done=7)))
    me.engine.bus.publish(JobEnded(replace(job, state=JobState.FAILED, error=error)))
    assert types(me) == ["job.started", "job.ended", "job.failed"]
    assert (told(me)[1].data["done"], told(me)[2].data["errorCode"]) == (7, "23505")
    assert "canary" not in str(told(me))


async def test_definitions_that_changed_are_told_as_the_policy_says(me: Asker, tmp_path: Path) -> None:
    url = sqlite_url(make_database(tmp_path / "shop.sqlite", "CREATE TABLE log(note)"))
    saved = Connection("c", "Shop", url, sql_in_events=SqlInEvents.MASKED)
    await me.ask("connection.save", SaveConnection(saved))
    me.engine.bus.publish(DefinitionsChanged("c", "CREATE TABLE t(a DEFAULT 'canary')", 3))
    me.engine.bus.publish(DefinitionsChanged("gone", "CREATE TABLE t(a DEFAULT 'canary')"))
    assert types(me) == ["schema.changed", "schema.changed"]
    first, second = (each.data for each in told(me))
    assert (first["sql"], first["statements"], second["sql"]) == ("CREATE TABLE t(a DEFAULT ?)", 3, "")


async def test_samples_are_told_only_while_somebody_subscribed_to_them_and_never_kept(me: Asker) -> None:
    heard: list[CloudEvent] = []

    async def hear(event: CloudEvent) -> None:
        heard.append(event)

    values = (SeriesValue(SeriesKey("sessions", (("state", "active"),)), 3.0),)
    sampled = MetricsSampled("c", 5.0, 1.0, Lane.FAST, values)
    me.engine.bus.publish(sampled)
    assert told(me) == []
    subscription = me.engine.hub.subscribe("pusher", ("metrics.*",), hear)
    me.engine.bus.publish(sampled)
    await eventually_async(lambda: len(heard) == 1)
    assert types(me) == ["metrics.sampled"]
    assert heard[0].data["values"] == [{"name": "sessions", "labels": {"state": "active"}, "value": 3.0}]
    await me.engine.hub.unsubscribe(subscription)
    me.engine.bus.publish(sampled)
    assert len(told(me)) == 1
    assert (await me.ask("event.search", SearchEvents())).events == ()
