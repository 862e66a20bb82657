"""`lapwing alerts` as a pipeline uses it: rules checked, and judged by values or by a real database."""

import json
from pathlib import Path

from helpers.command_line import lapwing
from helpers.databases import make_database

RULES = {
    "rules": [
        {"title": "Large", "expression": "file_size > 1 kB", "severity": "critical"},
        {"title": "Down", "expression": "connection_status == 'failed'"},
        {"title": "Cold", "expression": "avg(cache_hit, 15m) < 99%", "duration": "5m", "dialects": ["postgresql"]},
    ]
}


def rules(folder: Path, content: object = RULES) -> str:
    path = folder / "rules.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return str(path)


def states(output: bytes) -> dict[str, str]:
    return {row["rule"]: row["state"] for row in json.loads(output)}


def test_right_rules_are_said_to_be_right_and_wrong_ones_with_their_place(tmp_path: Path) -> None:
    done = lapwing("alerts", "check", rules(tmp_path))
    assert (done.returncode, done.stderr) == (0, b"lapwing: 3 rules checked: all can be judged.\n")
    wrong = {"alerts": [{"name": "A", "condition": "cach_hit < 1"}, {"name": "B", "condition": "uptime <"}]}
    done = lapwing("alerts", "check", rules(tmp_path, wrong))
    assert done.returncode == 2
    assert b"A: expression, character 1: There is no metric cach_hit." in done.stderr
    assert b"Did you mean cache_hit" in done.stderr
    assert b"B: expression, character 9:" in done.stderr
    assert lapwing("alerts", "check", str(tmp_path / "none.json")).returncode == 2


def test_rules_are_judged_by_samples_of_a_database(tmp_path: Path) -> None:
    database = make_database(tmp_path / "shop.sqlite", "CREATE TABLE t (a)")
    done = lapwing("alerts", "check", rules(tmp_path), "--url", str(database), "--format", "json")
    assert done.returncode == 1, done.stderr
    assert states(done.stdout) == {"Large": "fires", "Down": "ok", "Cold": "other server"}
    quiet = {"rules": [RULES["rules"][1], {"title": "Huge", "expression": "file_size > 1 TB"}]}
    done = lapwing("alerts", "check", rules(tmp_path, quiet), "--url", str(database), "--format", "json")
    assert done.returncode == 0, done.stderr
    assert states(done.stdout) == {"Down": "ok", "Huge": "ok"}


def test_rules_are_judged_by_values_of_a_file(tmp_path: Path) -> None:
    values = tmp_path / "values.json"
    values.write_text(json.dumps({"cache_hit": 0.97, "sessions{state=active}": 9, "own": 5, "file_size": None}))
    extra = {"rules": [*RULES["rules"], {"title": "Own", "expression": "own < 5 and sessions{state='active'} > 5"}]}
    done = lapwing("alerts", "check", rules(tmp_path, extra), "--metrics", str(values), "--format", "json")
    assert done.returncode == 1, done.stderr
    assert states(done.stdout) == {"Large": "unknown", "Down": "ok", "Cold": "fires", "Own": "ok"}
    values.write_text("[5]")
    done = lapwing("alerts", "check", rules(tmp_path, extra), "--metrics", str(values))
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_the_rules_in_force_are_listed() -> None:
    done = lapwing("alerts", "list", "--format", "json")
    assert done.returncode == 0, done.stderr
    found = {row["rule"]: row["condition"] for row in json.loads(done.stdout)}
    assert found["Server down"] == "connection_status == 'failed' for 15s"
