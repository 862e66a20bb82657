"""`lapwing service`: what a command line sees and does of services that run in the engine of a window."""

import json
from pathlib import Path
from typing import Any

from helpers.command_line import lapwing, said
from helpers.engine_processes import engine_process
from helpers.waiting import eventually_async


def monitoring() -> dict[str, Any]:
    listed = lapwing("service", "list", "--format", "json")
    assert listed.returncode == 0, said(listed)
    return next(row for row in json.loads(listed.stdout) if row["id"] == "monitoring")


async def test_a_service_of_another_process_is_stopped_started_and_seen_to_be_gone(tmp_path: Path) -> None:
    alone = lapwing("service", "stop", "monitoring")
    assert alone.returncode == 0
    assert "stays stopped; no engine does services now" in said(alone)
    async with engine_process(tmp_path) as window:
        pid = str(window.process.pid)
        row = await eventually_async(lambda: (found := monitoring())["process"] and found)
        assert (row["wanted"], row["state"], row["process"]) == ("no", "stopped", pid)
        started = lapwing("service", "start", "monitoring")
        assert started.returncode == 0
        assert f"Monitoring is running in the engine of process {pid}." in said(started)
        log = lapwing("service", "log", "monitoring", "--format", "json")
        assert [line["text"] for line in json.loads(log.stdout)] == ["Started."]
        window.process.kill()
        window.process.wait()
        row = monitoring()
        assert (row["wanted"], row["state"], row["process"]) == ("yes", "stopped", None)
    unknown = lapwing("service", "start", "nobody")
    assert unknown.returncode == 2
    assert "There is no service nobody. Look which there are: lapwing service list." in said(unknown)
