"""`lapwing doctor`, `operations`, `help`: what a person asks when something is wrong, or new."""

import json
from pathlib import Path

import pytest

from helpers.command_line import database, lapwing, said
from lapwing import __version__, paths
from lapwing.domain.connections import Connection
from lapwing.engine.connections.store import SavedConnections, connections_document
from lapwing.plugins.installing import places
from lapwing.plugins.runner.confinement import expected
from lapwing.settings.store import settings_document


def test_all_is_well_on_a_new_profile() -> None:
    result = lapwing("doctor")
    assert (result.returncode, result.stderr) == (0, b"")
    text = result.stdout.decode()
    assert text.endswith("\nAll is well.\n")
    for word in (
        f"Lapwing            {__version__}, line protocol 1",
        "PySide6-Essentials",
        "SQLite 3.",
        "apsw",
        "journal",
    ):
        assert word in text


def test_what_holds_plugins_back_and_which_cannot_run_is_told() -> None:
    assert lapwing("plugin", "enable", "geojson").returncode == 0
    text = lapwing("doctor").stdout.decode()
    assert "  ok       geojson            1.0.0, enabled" in text
    held = "The kernel keeps plugins to what they were granted." if expected().files else "trust is required"
    assert held in text
    kept = places.root() / "plugins.json"
    content = json.loads(kept.read_text())
    (record,) = content["plugins"]
    content["plugins"].append({**record, "id": "gone", "trust": "unsigned", "folder": "gone/1.0"})
    kept.write_text(json.dumps(content))
    assert "problem  gone" in lapwing("doctor").stdout.decode()
    kept.write_text("{not json")
    assert "problem  plugins" in lapwing("doctor").stdout.decode()


def test_nothing_of_the_persons_is_changed(home: Path) -> None:
    paths.config().mkdir(parents=True)
    connections_document().path.write_text("{not json", "utf-8")
    settings_document().path.write_text('{"version": 99}', "utf-8")
    before = {path: path.read_bytes() for path in paths.config().iterdir()}
    assert lapwing("doctor").returncode == 1
    assert {path: path.read_bytes() for path in paths.config().iterdir()} == before
    assert {path.name for path in (home / "state").iterdir()} == {"logs"}


def test_files_that_cannot_be_used_are_told_with_the_reason() -> None:
    paths.config().mkdir(parents=True)
    connections_document().path.write_text("{not json", "utf-8")
    settings_document().path.write_text('{"version": 99}', "utf-8")
    text = lapwing("doctor").stdout.decode()
    assert f"problem  settings           {settings_document().path} was written by a newer Lapwing" in text
    assert f"problem  connections        {connections_document().path} cannot be read" in text
    assert text.endswith("\n2 problems found.\n")


def test_a_setting_out_of_bounds_is_told() -> None:
    paths.config().mkdir(parents=True)
    settings_document().path.write_text('{"version": 1, "pause_s": 0}', "utf-8")
    result = lapwing("doctor")
    assert result.returncode == 1
    assert (
        "problem  settings           pause_s is out of its bounds; its default is in force." in result.stdout.decode()
    )


def test_each_saved_connection_is_tried_and_no_secret_printed(tmp_path: Path) -> None:
    shop = database(tmp_path / "shop.sqlite", "CREATE TABLE t (a)")
    connections = (
        Connection("1", "shop", str(shop)),
        Connection("2", "gone", str(tmp_path / "gone.sqlite")),
        Connection("3", "edited by hand", "postgresql://me:canary42@db/shop"),
    )
    connections_document().write(SavedConnections(connections))
    result = lapwing("doctor")
    text = result.stdout.decode()
    assert result.returncode == 1
    assert "ok       shop               SQLite 3." in text
    assert "opened read-only in" in text
    assert f"problem  gone               {tmp_path / 'gone.sqlite'} does not exist." in text
    assert "problem  edited by hand     The URL holds a password" in text
    assert "canary42" not in text + result.stderr.decode()


def test_folders_that_cannot_be_written_and_crashes_are_problems(home: Path) -> None:
    (home / "data").write_bytes(b"")
    (home / "state/logs").mkdir(parents=True)
    (home / "state/logs/window-1.crashed").write_text("Fatal Python error", "utf-8")
    result = lapwing("doctor")
    text = result.stdout.decode()
    assert result.returncode == 1
    assert f"problem  data               {home / 'data'} cannot be written: not a directory." in text
    assert "problem  crash              " in text
    assert "problem  plugins" in text
    assert text.endswith("\n3 problems found.\n")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a place where not even root can write")
def test_a_home_that_cannot_be_written_costs_the_log_and_not_the_work() -> None:
    nowhere = {"LAPWING_HOME": "/proc/nowhere"}
    result = lapwing("query", "--url", "sqlite://", "--format", "csv", "SELECT 1 AS a", variables=nowhere)
    assert (result.returncode, result.stdout) == (0, b"a\r\n1\r\n")
    assert said(result).startswith("lapwing: no log can be written")
    told = lapwing("doctor", variables=nowhere)
    assert told.returncode == 1
    assert "problem  config             /proc/nowhere/config cannot be made in /proc:" in told.stdout.decode()


def test_operations_are_listed_with_what_they_need() -> None:
    listed = json.loads(lapwing("operations", "--format", "json").stdout)
    by_id = {row["operation"]: row for row in listed}
    assert by_id["query.run"] | {"help": ""} == {
        "operation": "query.run",
        "permission": "query:write",
        "request": "RunQuery",
        "answer": "RunOutcome",
        "help": "",
    }
    assert all(row["help"] for row in listed)
    assert [row["operation"] for row in listed] == sorted(by_id)
    assert lapwing("operations").stdout.decode().startswith("operation ")


def test_help_and_version_answer() -> None:
    assert lapwing("--version").stdout == f"Lapwing {__version__}\n".encode()
    for arguments in (["--help"], ["-h"], ["help"]):
        assert lapwing(*arguments).stdout.startswith(b"Usage: lapwing [OPTIONS] COMMAND")
    for arguments in (["help", "query"], ["query", "--help"]):
        text = lapwing(*arguments).stdout.decode()
        assert text.startswith("Usage: lapwing query [OPTIONS] [SQL]")
        assert "130  Ctrl+C" in text
