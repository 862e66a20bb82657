"""Figures of statements."""

from pathlib import Path

import pytest

from helpers.plugin_contexts import TestContext
from lapwing.plugins.api import MetricValue, Rows
from lapwing.plugins.bundled.sql_metrics.plugin import SqlMetrics

RESULTS = {
    "SELECT count(*) FROM orders": Rows(("count",), ("bigint",), (("42",),)),
    "SELECT state, n, s FROM x": Rows(
        ("state", "n", "s"), ("text", "integer", "numeric(10,2)"), (("open", "3", "1.50"), (None, None, "NaN"))
    ),
    "SELECT total(x)": Rows(("total(x)",), ("",), (("1.5",),)),
    "SELECT name": Rows(("name",), ("text",), (("12",),)),
    "SELECT span": Rows(("d", "n"), ("interval", "BIGINT UNSIGNED"), (("1 day", "7"),)),
    "SELECT endless": Rows(("n",), ("int",), (), is_complete=False),
}


def answered(connection_id: str, sql: str) -> Rows:
    assert connection_id == "c1"
    if sql not in RESULTS:
        raise RuntimeError(f"syntax error at {sql}")
    return RESULTS[sql]


def collecting(folder: Path, *lines: str) -> SqlMetrics:
    plugin = SqlMetrics()
    plugin.context = TestContext(folder, {"metrics": list(lines), "within": "5s"}, answering=answered)
    assert plugin.on_config_load(plugin.context.config) is plugin.context.config
    return plugin


def test_numbers_become_values_and_texts_labels(tmp_path: Path) -> None:
    plugin = collecting(
        tmp_path,
        "orders @ shop: SELECT count(*) FROM orders",
        "states@shop:SELECT state, n, s FROM x",
        "total @ shop: SELECT total(x)",
        "span @ shop: SELECT span",
    )
    shop = {"connection": "shop"}
    assert list(plugin.on_metrics_collect()) == [
        MetricValue("orders", 42.0, shop),
        MetricValue("states.n", 3.0, {"state": "open", **shop}),
        MetricValue("states.s", 1.5, {"state": "open", **shop}),
        MetricValue("total", 1.5, shop),
        MetricValue("span", 7.0, {"d": "1 day", **shop}),
    ]
    assert plugin.on_health_check().is_well


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("bad @ shop: SELEKT", "bad: syntax error at SELEKT"),
        ("bad @ shop: SELECT name", "bad: The result has no column of numbers."),
        ("bad @ shop: SELECT endless", "bad: The result has more than 200 rows: group it, or give it a LIMIT."),
        ("bad @ other: SELECT 1", "bad: There is no saved connection “other”."),
    ],
)
def test_a_statement_that_gives_no_figures_is_told_once_and_the_others_are_asked(
    tmp_path: Path, line: str, words: str
) -> None:
    plugin = collecting(tmp_path, line, "orders @ shop: SELECT count(*) FROM orders")
    for _ in range(2):
        assert [each.name for each in plugin.on_metrics_collect()] == ["orders"]
    assert isinstance(plugin.context, TestContext)
    assert plugin.context.lines == [("warning", words)]
    assert plugin.on_health_check().note == words


def test_a_line_that_is_no_metric_is_told_when_it_is_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="“SELECT 1” is no metric"):
        collecting(tmp_path, "SELECT 1")
