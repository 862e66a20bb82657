"""`lapwing events`: what other commands did is listed, and events of one's own are told."""

import json
import signal
from pathlib import Path

from helpers.command_line import lapwing, started
from helpers.engines import make_database


def lines(text: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_what_another_command_did_is_found_as_cloud_events(tmp_path: Path) -> None:
    shop = make_database(tmp_path / "shop.sqlite", "CREATE TABLE log(note)")
    assert lapwing("connection", "add", "shop", "--url", str(shop), "--sql-in-events", "masked").returncode == 0
    assert lapwing("query", "--connection", "shop", "SELECT 'canary' FROM log").returncode == 0
    listed = lines(lapwing("events", "list", "--json", "--connection", "shop", "--type", "query.*").stdout)
    assert [each["type"] for each in listed] == ["query.completed", "query.started"]
    assert listed[0]["specversion"] == "1.0"
    data = listed[0]["data"]
    assert isinstance(data, dict)
    assert (data["sql"], data["face"]) == ("SELECT ? FROM log", "command_line")
    assert lines(lapwing("events", "show", str(listed[0]["id"])).stdout) == listed[:1]
    assert b"query.completed" in lapwing("events", "list", "SELECT", "--limit", "1").stdout
    assert lapwing("events", "show", "nope").returncode == 2


def test_events_of_other_commands_are_followed_as_they_come() -> None:
    for n in (1, 2):
        assert lapwing("events", "publish", "workflow.order", "--data", f'{{"order": {n}}}').returncode == 0
    with started("events", "follow", "order", "--last", "1", "--json") as following:
        assert following.stdout is not None
        assert json.loads(following.stdout.readline())["data"] == {"order": 2}
        assert lapwing("events", "publish", "workflow.other").returncode == 0
        assert lapwing("events", "publish", "workflow.order", "--data", '{"order": 3}').returncode == 0
        assert json.loads(following.stdout.readline())["data"] == {"order": 3}
        following.send_signal(signal.SIGINT)
        assert following.stdout.read() == b""
    assert following.returncode == 130


def test_an_event_of_ones_own_is_told_and_one_of_lapwings_refused() -> None:
    told = lapwing("events", "publish", "workflow.order", "--data", '{"order": 17}', "--subject", "order 17", "--wait")
    (event,) = lines(told.stdout)
    assert (event["type"], event["data"], event["subject"]) == ("workflow.order", {"order": 17}, "order 17")
    assert lines(lapwing("events", "list", "--json", "order 17").stdout) == [event]
    assert b"workflow.order" in lapwing("events", "types").stdout
    for wrong in (("query.completed",), ("workflow.x", "--data", "[1]"), ("workflow.x", "--data", "{")):
        refused = lapwing("events", "publish", *wrong)
        assert (refused.returncode, refused.stdout, refused.stderr.count(b"\n")) == (2, b"", 1)


def test_a_type_that_nobody_tells_is_named_with_the_nearest_one() -> None:
    wrong = [word for each in ("querry.*", "query", "query.complete", "zzz.*") for word in ("--type", each)]
    listed = lapwing("events", "list", "--json", *wrong)
    assert (listed.returncode, listed.stdout) == (0, b"")
    near = listed.stderr.decode().splitlines()
    expected = ("Did you mean `query.*`?", "Did you mean `query.*`?", "Did you mean `query.completed`?")
    assert [line.split(" is known. ")[1] for line in near[:3]] == list(expected)
    assert "`lapwing events types` lists" in near[3]
    assert lapwing("events", "list", "--type", "alert.*").stderr == b""
