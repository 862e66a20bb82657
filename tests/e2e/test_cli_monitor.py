"""`lapwing monitor` as people start it: figures that stay in place in a terminal, and an object a line elsewhere."""

import json
import os
import pty
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from helpers.command_line import lapwing, started
from helpers.server_places import KINDS, server_place
from helpers.servers.postgresql import PostgreSQL
from helpers.waiting import PATIENCE_S

OTHER = "SHOP_PASSWORD"


@pytest.fixture(params=KINDS)
def monitored(request: pytest.FixtureRequest) -> Any:
    yield from server_place(request)


def test_one_sample_of_a_server_is_an_object_on_a_line(monitored: Any) -> None:
    arguments = ("monitor", "--url", monitored.url(), "--password-env", OTHER, "--once", "--format", "ndjson")
    done = lapwing(*arguments, "--interval", "0.5", variables={OTHER: monitored.password.reveal()})
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.decode().splitlines()
    found = json.loads(line)
    assert found["product"].startswith(("PostgreSQL", "MariaDB"))
    assert found["gap"] == ""
    assert found["values"]["uptime"] >= 0
    assert found["values"]["transactions{outcome=commit}"] >= 0, "there are rates, and of both lanes"
    assert found["denied"] == {} or all(found["denied"].values())
    assert 0 <= found["cost"] < 0.2
    assert monitored.password.reveal() not in line


def test_samples_follow_each_other_until_the_reader_has_had_enough(monitored: Any) -> None:
    arguments = (
        "monitor",
        "--url",
        monitored.url(),
        "--password-env",
        OTHER,
        "--format",
        "ndjson",
        "--interval",
        "0.5",
    )
    with started(*arguments, variables={OTHER: monitored.password.reveal()}) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        seen = [json.loads(process.stdout.readline()) for _ in range(4)]
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE_S) == 130
    times = [each["at"] for each in seen]
    assert times == sorted(times)
    assert {each["lane"] for each in seen} == {"fast", "slow"}


def test_a_file_has_figures_too_and_a_table_names_them(tmp_path: Path, make_shop: Callable[[Path], Path]) -> None:
    done = lapwing("monitor", "--url", make_shop(tmp_path / "shop.sqlite"), "--once", "--interval", "0.5")
    assert done.returncode == 0, done.stderr
    heading, empty, *lines = done.stdout.decode().splitlines()
    assert "SQLite" in heading
    assert empty == ""
    assert any("kB" in line or " B" in line for line in lines), lines


@pytest.fixture
def make_shop() -> Callable[[Path], Path]:
    from helpers.engines import make_database

    return lambda path: make_database(path, "CREATE TABLE item (id INTEGER PRIMARY KEY)", "INSERT INTO item VALUES (1)")


def test_in_a_terminal_the_figures_stay_in_their_place(tmp_path: Path, make_shop: Callable[[Path], Path]) -> None:
    shop = make_shop(tmp_path / "shop.sqlite")
    master, slave = pty.openpty()
    with started("monitor", "--url", shop, "--interval", "0.5", stdout=slave) as process:
        os.close(slave)
        shown = bytearray()
        while shown.count(b"F\x1b[J") < 2:  # pytest ends a test that waits too long
            shown.extend(os.read(master, 65536))
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE_S) == 130
    os.close(master)
    assert shown.count(b"SQLite") >= 2


def test_what_cannot_be_looked_at_is_said_in_a_sentence(tmp_path: Path) -> None:
    nothing = lapwing("monitor", "--url", "postgresql://me@127.0.0.1:1/none", "--once")
    assert nothing.returncode != 0
    assert nothing.stdout == b""
    assert b"127.0.0.1" in nothing.stderr
    often = lapwing("monitor", "--url", tmp_path / "none.sqlite", "--interval", "0.01")
    assert often.returncode == 2
    assert b"0.5" in often.stderr


def test_a_log_in_that_is_refused_later_ends_it_with_a_sentence(
    postgresql: PostgreSQL, postgresql_database: str
) -> None:
    role = f"watcher_{postgresql_database}"[:60]
    postgresql.ask(f"CREATE ROLE {role} LOGIN PASSWORD 'sesame'")
    url = f"postgresql://{role}@{postgresql.host}:{postgresql.port}/{postgresql_database}"
    arguments = ("monitor", "--url", url, "--password-env", OTHER, "--format", "ndjson", "--interval", "0.5")
    try:
        with started(*arguments, variables={OTHER: "sesame"}) as process:
            assert process.stdout is not None
            process.stdout.readline()
            postgresql.ask(f"ALTER ROLE {role} NOLOGIN")
            postgresql.ask(f"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = '{role}'")
            try:
                _rest, told = process.communicate(timeout=PATIENCE_S)
            finally:
                process.kill()
            assert process.returncode not in (0, -signal.SIGKILL)
            assert role.encode() in told
            assert b"sesame" not in told
    finally:
        postgresql.ask(f"DROP ROLE {role}")
