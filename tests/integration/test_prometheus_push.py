"""Figures pushed to a real Pushgateway, and to a real Prometheus by remote write."""

from pathlib import Path
from typing import Any

import pytest

from helpers.json_servers import Answer, json_server
from helpers.plugin_contexts import CONNECTION, TestContext, outcome_of, query_of
from helpers.prometheus_servers import asked, fetched, prometheus, pushgateway
from helpers.waiting import eventually
from lapwing.plugins.api import CloudEvent, ServiceInfo
from lapwing.plugins.bundled.prometheus_push.plugin import PrometheusPush


def begun(folder: Path, endpoint: str, **more: Any) -> PrometheusPush:
    plugin = PrometheusPush()
    config = {"metricsEndpoint": endpoint, "collectionInterval": 3600, "enableDetailedMetrics": True, "instance": "a/b"}
    plugin.context = TestContext(folder, config | more, {"password": "s3cret"})
    plugin.initialize()
    return plugin


def lived(plugin: PrometheusPush) -> None:
    """What a morning brings."""
    plugin.pre_startup()
    plugin.on_service_start(ServiceInfo("webhooks", "Webhook listener"))
    plugin.on_service_error(ServiceInfo("webhooks", "Webhook listener", "port taken"))
    plugin.on_database_connect(CONNECTION)
    query = query_of("SELECT 1")
    plugin.on_query_complete(outcome_of(query, elapsed_s=0.25, rows=7))
    plugin.on_query_complete(outcome_of(query, elapsed_s=2.0, rows=3))
    plugin.on_query_fail(outcome_of(query, elapsed_s=0.002, error="no"))
    values = [
        {"name": "cache.hit", "labels": {"database": 'ü"\\\n', "__x": "y"}, "value": 0.5},
        {"name": "9lives", "labels": {}, "value": float("nan")},
        {"name": "odd", "labels": {}, "value": None},
    ]
    plugin.handle_event(CloudEvent("1", "metrics.sampled", 1.0, {"values": values}, "c1"))


def test_a_pushgateway_takes_the_figures_as_one_group(tmp_path: Path) -> None:
    with pushgateway() as url:
        plugin = begun(tmp_path, url, labels=["team=data"])
        lived(plugin)
        plugin.shutdown()
        assert plugin.on_health_check().is_well, plugin.on_health_check().note
        text = fetched(f"{url}/metrics")
    common = 'instance="a/b",job="lapwing"'
    shop = f'connection="shop",dialect="postgresql",{common}'
    for line in (
        f'lapwing_queries_total{{{shop},kind="read",status="success",team="data"}} 2',
        f'lapwing_query_duration_seconds_bucket{{{shop},team="data",le="0.5"}} 2',
        f'lapwing_query_duration_seconds_sum{{{shop},team="data"}} 2.252',
        f'lapwing_query_rows_total{{{shop},team="data"}} 10',
        f'lapwing_service_failures_total{{{common},service="webhooks",team="data"}} 1',
        f'lapwing_service_up{{{common},service="engine",team="data"}} 1',
    ):
        assert f"{line}\n" in text
    assert "# TYPE lapwing_query_duration_seconds histogram\n" in text
    assert 'lapwing_server_cache_hit{connection="shop",database="ü\\"\\\\\\n",' in text


def test_prometheus_takes_the_figures_by_remote_write(tmp_path: Path) -> None:
    with prometheus() as url:
        plugin = begun(tmp_path, f"{url}/api/v1/write", protocol="remote write", labels=["team=data"])
        lived(plugin)
        for number in range(2_000):  # more than one piece of the block
            labels = {"table": f"orders_{number:04d}"}
            value = {"name": "table.size", "labels": labels, "value": number}
            plugin.handle_event(CloudEvent("1", "metrics.sampled", 1.0, {"values": [value]}, "c1"))
        plugin.shutdown()
        assert plugin.on_health_check().is_well, plugin.on_health_check().note
        (counted,) = asked(url, 'lapwing_queries_total{status="success"}')
        (odd,) = asked(url, "lapwing_server_cache_hit")
        (total,) = asked(url, "sum(lapwing_server_table_size)")
    assert counted["metric"].items() >= {"instance": "a/b", "job": "lapwing", "team": "data", "kind": "read"}.items()
    assert counted["value"][1] == "2"
    assert odd["metric"]["database"] == 'ü"\\\n'
    assert total["value"][1] == str(sum(range(2_000)))


def test_it_pushes_at_its_interval_and_says_when_it_is_refused_and_taken_again(tmp_path: Path) -> None:
    answers = [Answer({"error": "full"}, 507), Answer({"error": "full"}, 507), Answer()]
    with json_server(lambda _asked: answers.pop(0) if len(answers) > 1 else answers[0]) as server:
        plugin = begun(tmp_path, server.url, collectionInterval=0.01, user="anna")
        eventually(lambda: len(server.asked) >= 3)
        plugin.shutdown()
        assert isinstance(plugin.context, TestContext)
        assert plugin.context.lines == [
            ("warning", 'The figures were not taken: HTTP 507: {"error": "full"}'),
            ("info", "The figures are taken again."),
        ]
    assert server.asked[0].method == "PUT"
    assert server.asked[0].path == "/metrics/job/lapwing/instance@base64/YS9i"
    assert server.asked[0].headers["authorization"] == "Basic YW5uYTpzM2NyZXQ="


def test_a_label_that_is_none_is_told(tmp_path: Path) -> None:
    for wrong in ("team", "te am=x", "__name__=x"):
        with pytest.raises(ValueError, match="is no label"):
            begun(tmp_path, "http://localhost:9091", labels=[wrong])
