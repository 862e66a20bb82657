"""A person's own SQL as metrics, on real servers."""

import json
from collections.abc import AsyncIterator, Iterator
from typing import Final

import pytest

from helpers.engines import Asker, asker
from helpers.server_places import KINDS, ServerPlace, server_place
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.domain.connections import Connection, SaveConnection
from lapwing.domain.monitoring.custom import (
    CustomMetric,
    CustomMetricsChanged,
    CustomMetricTried,
    RemoveCustomMetric,
    SaveCustomMetric,
    TryCustomMetric,
)
from lapwing.domain.monitoring.errors import MetricInvalid, MetricMissing
from lapwing.domain.monitoring.metrics import Derivation, Lane, Unit
from lapwing.domain.monitoring.samples import MetricsSampled, MonitorChanged, MonitorRequest, WatchMonitor
from lapwing.domain.operations import Subscribe
from lapwing.domain.secrets import SecretKind, SecretPlace

ID = "shop"


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest) -> Iterator[ServerPlace]:
    yield from server_place(request)


@pytest.fixture
async def me(place: ServerPlace, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Asker]:
    monkeypatch.setenv("SHOP_PASSWORD", place.password.reveal())
    secret = SecretPlace(SecretKind.ENV, "SHOP_PASSWORD")
    async with asker() as made:
        await made.ask("events.subscribe", Subscribe(("monitor.*", "metrics.*")))
        await made.ask("connection.save", SaveConnection(Connection(ID, "Shop", place.url(), secret=secret)))
        yield made


def metric(sql: str, **more: object) -> CustomMetric:
    return CustomMetric("orders", "Orders", sql, **{"lane": Lane.FAST, **more})  # type: ignore[arg-type]


async def tried(me: Asker, sql: str, **more: object) -> CustomMetricTried:
    answer = await me.ask("metric.test", TryCustomMetric(metric(sql, **more), ID))
    assert isinstance(answer, CustomMetricTried)
    assert bool(answer.values) != bool(answer.denied)
    return answer


def newest(me: Asker) -> dict[str, float | None]:
    """The values of the last sample of the fast lane."""
    fast = [each for each in me.heard(MetricsSampled) if each.lane is Lane.FAST and not each.gap]
    return {each.key.text: each.value for each in fast[-1].values} if fast else {}


def make(place: ServerPlace, name: str, columns: str) -> None:
    """A table of the superuser's that the connection's account may read."""
    place.ask(f"CREATE TABLE {name}({columns})")
    if place.is_postgresql:
        place.ask(f"GRANT SELECT ON {name} TO {place.user}")


def told(me: Asker, metric_id: str) -> list[float | None]:
    """All values of a metric so far: growth is seen in one sample only."""
    samples = me.heard(MetricsSampled)
    return [each.value for sample in samples for each in sample.values if each.key.metric == metric_id]


async def test_a_statement_that_is_tried_tells_its_rows_as_series(me: Asker) -> None:
    sql = "SELECT 'paid' AS state, 3 AS amount, 1.5 AS weight UNION ALL SELECT 'open', 4, NULL"
    one = await tried(me, sql, values=("amount",), labels=("state",))
    assert {each.key.text: each.value for each in one.values} == {"orders{state=paid}": 3, "orders{state=open}": 4}
    several = await tried(me, sql, labels=("STATE",))
    assert {each.key.text: each.value for each in several.values} == {
        "orders{STATE=paid, column=amount}": 3,
        "orders{STATE=paid, column=weight}": 1.5,
        "orders{STATE=open, column=amount}": 4,
    }


TWENTY = " UNION ALL ".join(f"SELECT {number} AS i" for number in range(20))
NO_METRICS: Final[tuple[tuple[str, dict[str, object], str], ...]] = (
    ("CREATE TABLE pwned(id int)", {}, "only statements that are certain to read"),
    ("SELECT 1 AS a; SELECT 2 AS a", {}, "only statements that are certain to read"),
    ("SELECT 'many' AS a", {}, "holds no number but 'many'"),
    ("SELECT 1 AS a UNION ALL SELECT 2", {}, "Two of its rows have the same labels"),
    ("SELECT 1 AS a", {"values": ("b",)}, "It has no column b; there are a"),
    ("SELECT nothing FROM nowhere", {}, "nowhere"),
    ("SELECT 1 AS a", {"derivation": Derivation.SHARE}, "needs two value columns"),
    (
        f"SELECT a.i * 20 + b.i AS n, 1 AS v FROM ({TWENTY}) a, ({TWENTY}) b",
        {"labels": ("n",)},
        "more than 200 rows",
    ),
)


async def test_what_is_no_metric_is_said(me: Asker) -> None:
    for sql, more, words in NO_METRICS:
        denied = (await tried(me, sql, **more)).denied
        assert words.lower() in denied.lower()
        assert denied.endswith(".")


async def test_a_metric_is_read_as_soon_as_it_is_saved_until_it_is_removed(me: Asker, place: ServerPlace) -> None:
    make(place, "orders", "id int, state varchar(20)")
    place.ask("INSERT INTO orders VALUES (1, 'paid'), (2, 'open'), (3, 'open')")
    await me.ask("monitor.watch", WatchMonitor(ID, 0.5))
    await eventually_async(lambda: "connections" in newest(me))
    assert not any(name.startswith("orders") for name in newest(me))
    sql = "SELECT state, count(*) AS n FROM orders GROUP BY state"
    kept = await me.ask("metric.save", SaveCustomMetric(metric(sql, labels=("state",), values=("n",))))
    assert [each.id for each in kept.metrics] == ["orders"]
    await me.hears(CustomMetricsChanged)
    await eventually_async(lambda: newest(me).get("orders{state=open}") == 2)
    place.ask("INSERT INTO orders VALUES (4, 'open')")
    await eventually_async(lambda: newest(me).get("orders{state=open}") == 3)
    declared = await me.ask("monitor.metrics", MonitorRequest(ID))
    assert [each.title for each in declared.metrics if each.id == "orders"] == ["Orders"]
    place.ask("DROP TABLE orders")
    await eventually_async(
        lambda: any("orders" in denied.metrics for denied in me.heard(MonitorChanged)[-1].monitor.denied)
    )
    assert "connections" in newest(me), "the rest is read all the same"
    await me.ask("metric.remove", RemoveCustomMetric("orders"))
    await eventually_async(
        lambda: not any("orders" in denied.metrics for denied in me.heard(MonitorChanged)[-1].monitor.denied)
    )
    with pytest.raises(MetricMissing):
        await me.ask("metric.remove", RemoveCustomMetric("orders"))


async def test_rates_and_shares_come_of_what_grew(me: Asker, place: ServerPlace) -> None:
    make(place, "counted", "done int, failed int")
    place.ask("INSERT INTO counted VALUES (100, 10)")
    share = CustomMetric(
        "failures", "Failures", "SELECT failed, done FROM counted", ("failed", "done"),
        derivation=Derivation.SHARE_OF_GROWTH, unit=Unit.SHARE, lane=Lane.FAST,
    )  # fmt: skip
    rate = CustomMetric("work", "Work", "SELECT done FROM counted", derivation=Derivation.RATE, lane=Lane.FAST)
    for each in (share, rate):
        await me.ask("metric.save", SaveCustomMetric(each))
    await me.ask("monitor.watch", WatchMonitor(ID, 0.5))
    await eventually_async(lambda: newest(me).get("work{column=done}") == 0)

    def is_told_while_both_grow() -> bool:
        place.ask("UPDATE counted SET done = done + 100, failed = failed + 25")
        return 0.25 in told(me, "failures") and any((value or 0) > 0 for value in told(me, "work"))

    await eventually_async(is_told_while_both_grow)


async def test_what_cannot_be_kept_is_refused_and_a_file_changed_by_hand_is_told_of(me: Asker) -> None:
    for fault, words in (
        (CustomMetric("connections", "Mine", "SELECT 1 AS a"), "Lapwing's own"),
        (CustomMetric("Mine", "Mine", "SELECT 1 AS a"), "small letter"),
        (CustomMetric("mine", "Mine", "DELETE FROM t"), "certain to only read"),
        (CustomMetric("mine", "Mine", "SELECT 1 AS a", dialect="oracle"), "no dialect oracle"),
    ):
        with pytest.raises(MetricInvalid, match=words):
            await me.ask("metric.save", SaveCustomMetric(fault))
    await me.ask("metric.save", SaveCustomMetric(CustomMetric("mine", "Mine", "SELECT 1 AS a")))
    file = paths.config() / "metrics.json"
    stored = json.loads(file.read_text("utf-8"))
    stored["metrics"][0]["id"] = "uptime"
    file.write_text(json.dumps(stored), "utf-8")
    listed = await me.ask("metric.list")
    assert "uptime: uptime is a metric of Lapwing's own." in listed.trouble
    file.write_text("{", "utf-8")
    assert (await me.ask("metric.list")).trouble
