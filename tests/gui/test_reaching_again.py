"""A call that comes just as the engine ends, before it is known how, is answered by the next engine."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from PySide6.QtWidgets import QApplication

from helpers.engine_processes import COMMAND
from helpers.processes import APP
from helpers.waiting import turned
from lapwing.domain.connections import ConnectionList
from lapwing.domain.errors import EngineGone
from lapwing.gui.client import EngineClient, EngineState

_SLOWLY_ENDING = """
import os, subprocess, sys, time
engine = subprocess.Popen(sys.argv[3:])
with open(sys.argv[1], "w") as said:
    said.write(str(engine.pid))
for descriptor in (0, 1):
    os.close(descriptor)
code = engine.wait()
while not os.path.exists(sys.argv[2]):
    time.sleep(0.001)
sys.exit(-code)
"""
"""Runs the engine, and is there after its line has ended until a file comes: as one that the system takes down late."""


@pytest_asyncio.fixture
async def slow(home: Path, qapp: QApplication, tmp_path: Path) -> AsyncIterator[EngineClient]:
    """The window's end of a line to an engine that ends slowly; `pid` and `end` in the folder of the test."""
    command = [sys.executable, "-c", _SLOWLY_ENDING, str(tmp_path / "pid"), str(tmp_path / "end"), *COMMAND]
    environment = {**os.environ, "PYTHONPATH": str(APP)}
    client = EngineClient(
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, env=environment)
    )
    await client.reach()
    yield client
    (tmp_path / "end").touch()
    await client.close()


async def test_a_call_before_the_end_of_an_engine_is_known_waits_for_that_and_for_the_next_engine(
    slow: EngineClient, tmp_path: Path
) -> None:
    states: list[EngineState] = []
    slow.state_changed.connect(lambda state, _sentence: states.append(state))
    pid = int((tmp_path / "pid").read_text())
    os.kill(pid, signal.SIGSTOP)
    lost = asyncio.ensure_future(slow.call("connection.list", None, ConnectionList))
    await turned()
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(EngineGone):
        await lost
    again = asyncio.ensure_future(slow.call("connection.list", None, ConnectionList))
    await turned()
    (tmp_path / "end").touch()
    assert (await again).connections == ()
    assert states == [EngineState.GONE, EngineState.STARTING, EngineState.READY]
