"""The figures of this machine, and when a server is on it."""

import os
from pathlib import Path

import pytest

from lapwing.domain.connections import Target
from lapwing.domain.monitoring.host import METRICS
from lapwing.domain.monitoring.metrics import Lane
from lapwing.domain.ssh import SshTunnel
from lapwing.engine.monitoring.deriving import Deriver
from lapwing.engine.monitoring.host import HostReader, is_local


@pytest.mark.parametrize(
    ("target", "is_here"),
    [
        (Target("sqlite", "/tmp/a.db"), True),
        (Target("postgresql", "a", "localhost"), True),
        (Target("postgresql", "a", "127.0.0.1", 5432), True),
        (Target("mysql", "a", "::1"), True),
        (Target("mysql", "a", "/run/mysqld/mysqld.sock"), True),
        (Target("postgresql", "a"), True),
        (Target("postgresql", "a", options={"service": "far"}), False),
        (Target("mysql", "a", options={"defaults_file": "/etc/far.cnf"}), False),
        (Target("postgresql", "a", "db.example.com"), False),
        (Target("postgresql", "a", "localhost,db.example.com"), False),
        (Target("postgresql", "a", "localhost", options={"hostaddr": "10.0.0.1"}), False),
        (Target("postgresql", "a", "127.0.0.1.example.com"), False),
        (Target("duckdb", "a"), False),
    ],
)
def test_a_server_is_here_when_nothing_else_can_be_meant(target: Target, is_here: bool) -> None:
    assert is_local(target, None, {}) is is_here
    assert not is_local(target, SshTunnel("gate.example.com"), {})


def test_a_variable_may_name_another_host() -> None:
    assert not is_local(Target("postgresql", "a"), None, {"PGHOST": "db.example.com"})
    assert not is_local(Target("mysql", "a"), None, {"MYSQL_HOST": "db.example.com"})


def test_shares_are_from_nothing_to_one_and_a_busy_process_is_seen(tmp_path: Path) -> None:
    reader, deriver = HostReader(), Deriver()
    first, denied = reader.readings(os.getpid(), str(tmp_path))
    assert denied == ()
    began_s = os.times()
    deriver.take(METRICS, Lane.FAST, first, "", began_s.elapsed)
    while (now := os.times()).user - began_s.user < 0.1:
        pass
    second, _denied = reader.readings(os.getpid(), str(tmp_path))
    values = {
        each.key.text: each.value
        for each in deriver.take(METRICS, Lane.FAST, second, "", max(now.elapsed, began_s.elapsed + 0.1))
    }
    assert {metric.id for metric in METRICS} == {name.partition("{")[0] for name in values}
    for metric in METRICS:
        shares = [value for name, value in values.items() if metric.unit == "share" and name.startswith(metric.id)]
        assert all(value is None or 0 <= value <= 1.01 for value in shares), (metric.id, shares)
    assert (values["server_cpu"] or 0) > 0
    assert (values["server_memory"] or 0) > 1 << 20
    assert (values["host_processors"] or 0) >= 1


def test_what_is_not_known_is_said_and_the_rest_is_read() -> None:
    readings, denied = HostReader().readings(None, "")
    assert {metric for each in denied for metric in each.metrics} == {
        "server_cpu", "server_memory", "host_disk_use", "host_disk_free",
    }  # fmt: skip
    assert not any(each.is_permission for each in denied)
    assert "host_cpu" in {reading.name for reading in readings}
    gone, refused = HostReader().readings(2**22 + 1, "/nowhere")
    assert {reading.name for reading in gone} == {reading.name for reading in readings}
    assert refused == denied
