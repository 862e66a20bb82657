"""Kept samples and annotations, as an engine's operations give them."""

import csv
import time
from array import array
from collections.abc import AsyncIterator, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import apsw
import pytest

from helpers.canaries import contents
from helpers.engines import Asker, asker, make_database
from helpers.server_places import ServerPlace, server_place
from helpers.waiting import eventually_async
from lapwing.domain.alerts.instances import AlertChange, AlertChanged, AlertState
from lapwing.domain.alerts.rules import Severity
from lapwing.domain.connections import Connection, OpenSession, RemoveConnection, SaveConnection
from lapwing.domain.errors import RequestInvalid
from lapwing.domain.monitoring.annotations import (
    AddAnnotation,
    Annotation,
    AnnotationKind,
    AnnotationsChanged,
    ChangeAnnotation,
    ReadAnnotations,
    RemoveAnnotation,
)
from lapwing.domain.monitoring.kept_errors import AnnotationGone, MetricsNotExported
from lapwing.domain.monitoring.metrics import Lane, SeriesKey, SeriesValue
from lapwing.domain.monitoring.samples import MetricsSampled, WatchMonitor
from lapwing.domain.monitoring.series import (
    ExportSeries,
    ForgetSeries,
    KeepingTrouble,
    ListSeries,
    ReadSeries,
    SeriesAnswer,
)
from lapwing.domain.operations import Subscribe
from lapwing.domain.secrets import SecretKind, SecretPlace
from lapwing.domain.urls import sqlite_url
from lapwing.store.annotations.keeping import annotations_path
from lapwing.store.series.schema import series_path

CACHE = SeriesKey("cache_hit")
ACTIVE = SeriesKey("sessions", (("state", "active"),))
IDLE = SeriesKey("sessions", (("state", 'idle, "truly"'),))
ALWAYS = ReadAnnotations("shop", 0, 1e12)


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        await made.ask("events.subscribe", Subscribe(("annotations.*", "series.*")))
        yield made


def told(me: Asker, at: float, values: Mapping[SeriesKey, float | None], **more: object) -> None:
    """What a sampler tells."""
    found = tuple(SeriesValue(key, value) for key, value in values.items())
    facts: dict[str, object] = {"connection_id": "shop", "lane": Lane.FAST, "is_stored": True, **more}
    me.engine.bus.publish(MetricsSampled(at=at, interval_s=1.0, values=found, **facts))  # type: ignore[arg-type]


def averages(answer: SeriesAnswer) -> dict[SeriesKey, list[float | None]]:
    """Values by series; None is a gap."""
    found = {series.key: array("d", series.average).tolist() for series in answer.series}
    return {key: [None if value != value else value for value in values] for key, values in found.items()}


async def read(me: Asker, *metrics: str, connection: str = "shop") -> SeriesAnswer:
    now = time.time()
    answer = await me.ask("series.read", ReadSeries(connection, metrics, now - 300, now + 1))
    assert isinstance(answer, SeriesAnswer)
    return answer


async def test_what_is_sampled_can_be_read_at_once_and_after_the_engines_end(me: Asker) -> None:
    now = time.time() // 1
    told(me, now - 5, {CACHE: 0.5, ACTIVE: 3, IDLE: 7})
    told(me, now - 4, {CACHE: None, ACTIVE: 4, IDLE: 7})
    told(me, now - 3, {}, gap="timeout")
    told(me, now - 2, {CACHE: 0.75, ACTIVE: 5, IDLE: 7})
    told(me, now - 1, {CACHE: 9.0}, is_stored=False)  # another engine keeps it
    told(me, now - 1, {CACHE: 8.0}, connection_id="other")
    expected = {CACHE: [0.5, None, None, 0.75], ACTIVE: [3, 4, None, 5], IDLE: [7, 7, None, 7]}
    answer = await read(me, "cache_hit", "sessions")
    assert (averages(answer), answer.step_s, answer.trouble) == (expected, 0, None)
    await me.engine.close()
    async with asker() as other:
        assert averages(await read(other, "cache_hit", "sessions")) == expected
        listed = await other.ask("series.list", ListSeries("shop"))
        assert [span.key for span in listed.series] == [CACHE, ACTIVE, IDLE]
        assert {span.first for span in listed.series} == {now - 5}
        assert listed.used_bytes > 0


async def test_an_answer_has_no_more_series_than_fit_into_a_message(me: Asker) -> None:
    now = time.time()
    told(me, now - 5, {SeriesKey("calls", (("query", str(number)),)): 1.0 for number in range(30)})
    answer = await me.ask("series.read", ReadSeries("shop", ("calls",), now - 100, now, points=100_000))
    assert len(answer.series) == 10


async def test_kept_samples_become_a_table_in_a_file(me: Asker, tmp_path: Path) -> None:
    start = time.time() // 1 - 10
    told(me, start + 0.25, {CACHE: 0.1, ACTIVE: 12_345_678_901, IDLE: 1})
    told(me, start + 1.25, {CACHE: None, ACTIVE: 2, IDLE: 1})
    path = tmp_path / "metrics.csv"
    path.write_text("replaced")
    wanted = ExportSeries("shop", ("sessions", "cache_hit"), start, start + 60, str(path))
    exported = await me.ask("series.export", wanted)
    assert (exported.rows, exported.step_s) == (2, 0)
    with path.open(newline="") as file:
        title, *rows = csv.reader(file)
    assert sorted(title) == sorted(["time", CACHE.text, ACTIVE.text, IDLE.text])
    moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(start))
    assert dict(zip(title, rows[0], strict=True)) == {
        "time": f"{moment}.250Z",
        CACHE.text: "0.1",
        ACTIVE.text: "12345678901",
        IDLE.text: "1",
    }
    assert rows[1][title.index(CACHE.text)] == ""
    for nowhere in (str(path / "in a file.csv"), "relative.csv"):
        with pytest.raises(MetricsNotExported):
            await me.ask("series.export", ExportSeries("shop", ("sessions",), start, start + 1, nowhere))


async def test_samples_and_annotations_go_with_their_connection_or_when_a_person_asks(
    me: Asker, tmp_path: Path
) -> None:
    url = sqlite_url(make_database(tmp_path / "shop.sqlite", "CREATE TABLE log(note)"))
    await me.ask("connection.save", SaveConnection(Connection("shop", "Shop", url)))
    for connection in ("shop", "other"):
        told(me, time.time() - 5, {CACHE: 1.0}, connection_id=connection)
        await me.ask("annotation.add", AddAnnotation("deployed", connection, at=5.0))
    await eventually_async(series_path().exists)
    await me.ask("connection.save", SaveConnection(Connection("shop", "Shop, renamed", url)))
    assert averages(await read(me, "cache_hit"))
    await me.ask("connection.remove", RemoveConnection("shop"))
    assert not averages(await read(me, "cache_hit"))
    assert not (await me.ask("annotation.list", ALWAYS)).annotations
    assert averages(await read(me, "cache_hit", connection="other"))
    await me.ask("series.forget", ForgetSeries("other"))
    assert not averages(await read(me, "cache_hit", connection="other"))
    assert (await me.ask("annotation.list", ReadAnnotations("other", 0, 10))).annotations


async def test_monitoring_goes_on_without_a_store_and_that_is_told_once(me: Asker) -> None:
    series_path().parent.mkdir(parents=True)
    newer = apsw.Connection(str(series_path()))
    newer.execute("CREATE TABLE later(x); PRAGMA user_version=99")
    newer.close()
    now = time.time() // 1
    told(me, now - 2, {CACHE: 1.0})
    trouble = await me.hears(KeepingTrouble)
    assert trouble.error.code == "stored.newer"
    told(me, now - 1, {CACHE: 2.0})
    answer = await read(me, "cache_hit")
    assert averages(answer) == {CACHE: [1.0, 2.0]}
    assert answer.trouble == trouble.error
    assert len(me.heard(KeepingTrouble)) == 1


@pytest.fixture(params=["postgresql"])
def place(request: pytest.FixtureRequest) -> Iterator[ServerPlace]:
    yield from server_place(request)


async def test_what_a_real_server_tells_is_what_the_next_engine_reads(
    me: Asker, place: ServerPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHOP_PASSWORD", place.password.reveal())
    secret = SecretPlace(SecretKind.ENV, "SHOP_PASSWORD")
    await me.ask("connection.save", SaveConnection(Connection("shop", "Shop", place.url(), secret=secret)))
    me.engine.start_services()
    await me.ask("monitor.watch", WatchMonitor("shop", 0.5))
    await eventually_async(lambda: len([each for each in me.heard(MetricsSampled) if each.is_stored]) >= 4)
    await me.engine.close()
    samples = [each for each in me.heard(MetricsSampled) if each.is_stored]
    sampled: dict[SeriesKey, list[float]] = {}
    for one in (one for sample in samples for one in sample.values):
        sampled.setdefault(one.key, []).extend([] if one.value is None else [one.value])
    async with asker() as other:
        answer = await read(other, *{key.metric for key in sampled})
    kept = averages(answer)
    assert kept.keys() == sampled.keys()
    for key, values in sampled.items():  # where the sampler was late there are gaps; one more may have come at the end
        found = [value for value in kept[key] if value is not None]
        assert found[: len(values)] == [pytest.approx(value, rel=1e-6) for value in values]


# annotations


async def annotations(me: Asker, wanted: ReadAnnotations = ALWAYS) -> list[Annotation]:
    return list((await me.ask("annotation.list", wanted)).annotations)


async def test_annotations_are_written_changed_and_removed_and_everybody_hears_of_it(me: Asker) -> None:
    first = await me.ask("annotation.add", AddAnnotation("Version\n2 \x1b[31m<b>", "shop", at=100.0, until=200.0))
    await me.ask("annotation.add", AddAnnotation("x" * 600, at=300.0, kind=AnnotationKind.NOTE, source="webhook"))
    await me.ask("annotation.add", AddAnnotation("elsewhere", "other", at=150.0))
    assert first.text == "Version 2 [31m<b>"
    long = (await annotations(me))[1]
    assert (long.connection_id, long.source, long.text) == ("", "webhook", "x" * 499 + "…")
    assert await annotations(me, ReadAnnotations("shop", 150.0, 300.0)) == [first]
    assert await annotations(me, ReadAnnotations("shop", 200.5, 300.0)) == []
    changed = await me.ask("annotation.change", ChangeAnnotation(first.id, "Version 3"))
    assert await annotations(me, ReadAnnotations("shop", 0.0, 300.0)) == [changed]
    await me.ask("annotation.remove", RemoveAnnotation(first.id))
    assert [event.connection_id for event in me.heard(AnnotationsChanged)] == ["shop", "", "other", "shop", "shop"]
    for request in (ChangeAnnotation(first.id, "gone"), RemoveAnnotation(first.id)):
        with pytest.raises(AnnotationGone):
            await me.ask("annotation.change" if isinstance(request, ChangeAnnotation) else "annotation.remove", request)
    for wrong in (AddAnnotation(" \n\x00"), AddAnnotation("x", at=2.0, until=1.0), AddAnnotation("x", at=float("nan"))):
        with pytest.raises(RequestInvalid):
            await me.ask("annotation.add", wrong)


async def test_ddl_run_here_is_annotated_once_a_run_and_without_secrets(me: Asker, tmp_path: Path) -> None:
    url = sqlite_url(make_database(tmp_path / "shop.sqlite", "CREATE TABLE log(note)"))
    await me.ask("connection.save", SaveConnection(Connection("shop", "Shop", url)))
    session = (await me.ask("session.open", OpenSession(connection_id="shop"))).session_id
    await me.run(session, "INSERT INTO log VALUES (1); SELECT * FROM log; ATTACH ':memory:' AS beside")
    secret = "CREATE TABLE\n accounts AS SELECT 'postgresql://me:hunter2@db' AS url; CREATE INDEX i ON log(note)"
    await me.run(session, f"{secret}; DELETE FROM log")
    await me.run(session, "DROP INDEX i; SELECT nope")
    await me.hears(AnnotationsChanged, 2)
    created, dropped = await annotations(me)
    assert created.text.startswith("CREATE TABLE accounts AS SELECT 'postgresql://me:")
    assert created.text.endswith("(and 1 more)")
    kept = contents(annotations_path().parent).items()
    assert not [path for path, data in kept if path.match("annotations*") and b"hunter2" in data]
    assert (dropped.text, dropped.kind, dropped.source) == ("DROP INDEX i", AnnotationKind.DDL, "lapwing")


async def test_each_restart_is_annotated_by_the_engine_that_keeps_samples(me: Asker) -> None:
    now = time.time()
    told(me, now - 3, {CACHE: 1.0}, restarted=True)
    told(me, now - 2, {CACHE: 1.0}, lane=Lane.SLOW)
    told(me, now - 1, {CACHE: 1.0}, restarted=True, is_stored=False, connection_id="other")
    await me.hears(AnnotationsChanged)
    (found,) = await annotations(me)
    assert (found.kind, found.at) == (AnnotationKind.RESTART, now - 3)
    assert await annotations(me, ReadAnnotations("other", 0, 1e12)) == []


def change(before: AlertState, after: AlertState, at: float, table: str = "orders") -> AlertChanged:
    labels = (("table", table),)
    return AlertChanged(AlertChange(at, "bloat", "Bloat", Severity.WARNING, "shop", "Shop", labels, before, after))


async def test_an_alert_is_annotated_from_when_it_fires_until_it_is_over(me: Asker) -> None:
    start = time.time() - 100
    states = [AlertState.OK, AlertState.PENDING, AlertState.FIRING, AlertState.ACKNOWLEDGED, AlertState.UNKNOWN]
    states += [AlertState.FIRING, AlertState.RESOLVED]
    for number, (before, after) in enumerate(pairwise(states)):
        me.engine.bus.publish(change(before, after, start + number))
        if after is AlertState.UNKNOWN:
            me.engine.bus.publish(change(AlertState.PENDING, AlertState.FIRING, start + number, "lines"))
    await eventually_async(lambda: len(me.heard(AnnotationsChanged)) >= 3)
    orders, lines = await annotations(me)
    assert (orders.text, orders.at, orders.until) == ("Bloat (table=orders)", start + 1, start + 5)
    assert (lines.text, lines.until, lines.kind) == ("Bloat (table=lines)", None, AnnotationKind.ALERT)
