"""The engine as a process of its own, with this process as its window."""

import asyncio
import itertools
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from helpers.processes import APP
from helpers.waiting import eventually_async
from lapwing import __version__, paths
from lapwing.domain.connections import OpenSession, SessionFacts, TransactionMode
from lapwing.domain.errors import TooManyCalls
from lapwing.domain.operations import Hello
from lapwing.domain.query import RunOutcome, RunQuery
from lapwing.domain.urls import sqlite_url
from lapwing.ipc.frames import PROTOCOL
from lapwing.ipc.peer import Peer
from lapwing.ipc.pipes import open_pipes

Kind = TypeVar("Kind")
COMMAND = [sys.executable, "-X", "utf8", "-m", "lapwing", "engine"]


class EngineProcess:
    """A process and the line to it.

    Attributes:
        events: What it told.
    """

    def __init__(self, folder: Path, patches: Path | None, environ: Mapping[str, str]) -> None:
        self._stderr = (folder / "stderr").open("w+b")
        places = [str(place) for place in (patches, APP) if place is not None]
        self.process = subprocess.Popen(
            COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._stderr,
            bufsize=0,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(places), **environ},
            start_new_session=True,
        )
        self.events: list[Any] = []
        self._numbers = itertools.count(1)
        self.peer: Peer
        self.reading: asyncio.Task[str]

    async def greet(self) -> Hello:
        """Open the line and greet; nothing is read yet."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        streams = await open_pipes(os.dup(self.process.stdout.fileno()), os.dup(self.process.stdin.fileno()))
        self.process.stdin.close()
        self.process.stdout.close()
        hello = Hello(PROTOCOL, __version__, os.getpid(), "window")
        self.peer = Peer(*streams, hello, on_event=self.events.append)
        return await self.peer.greet()

    def read(self) -> None:
        """Read what it says, from now on."""
        self.reading = asyncio.create_task(self.peer.run())

    def hang(self) -> None:
        """Read no further, as a window that hangs."""
        self._transport().pause_reading()

    def go_on(self) -> None:
        """Read again."""
        self._transport().resume_reading()

    def _transport(self) -> asyncio.ReadTransport:
        transport = self.peer._reader._transport  # type: ignore[attr-defined]
        assert isinstance(transport, asyncio.ReadTransport)
        return transport

    async def ask(self, operation: str, request: object = None) -> Any:
        return await self.peer.call(operation, request)

    async def ask_until_served(self, operation: str) -> Any:
        """Ask again and again while too many calls are under way."""
        while True:
            try:
                return await self.ask(operation)
            except TooManyCalls:
                await asyncio.sleep(0.005)

    async def session(self, path: Path, mode: TransactionMode = TransactionMode.AUTO) -> str:
        facts = await self.ask("session.open", OpenSession(url=sqlite_url(path), mode=mode))
        assert isinstance(facts, SessionFacts)
        return facts.session_id

    async def run(self, session_id: str, sql: str, **more: Any) -> RunOutcome:
        outcome = await self.ask("query.run", RunQuery(f"run {next(self._numbers)}", session_id, sql, **more))
        assert isinstance(outcome, RunOutcome)
        return outcome

    def begin(self, session_id: str, sql: str, **more: Any) -> "asyncio.Task[RunOutcome]":
        return asyncio.create_task(self.run(session_id, sql, **more))

    def heard(self, kind: type[Kind]) -> list[Kind]:
        return [event for event in self.events if isinstance(event, kind)]

    async def hears(self, kind: type[Kind], count: int = 1) -> Kind:
        await eventually_async(lambda: len(self.heard(kind)) >= count)
        return self.heard(kind)[count - 1]

    async def ends(self) -> int:
        """Wait until the process has ended; its exit code."""
        await eventually_async(lambda: self.process.poll() is not None)
        assert self.process.returncode is not None
        return self.process.returncode

    def complaints(self) -> str:
        """What it wrote to stderr."""
        self._stderr.seek(0)
        return self._stderr.read().decode()

    def memory_mb(self, field: str = "VmRSS") -> float:
        """Its resident memory, or another figure of /proc/PID/status."""
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(text.split(f"{field}:")[1].split()[0]) / 1024

    async def close(self) -> None:
        if hasattr(self, "peer"):
            await self.peer.close("the test is over")
        if hasattr(self, "reading"):
            await self.reading
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout, self._stderr):
            if pipe is not None:
                pipe.close()


@asynccontextmanager
async def engine_process(
    folder: Path, *, patch: str = "", reading: bool = True, environ: Mapping[str, str] | None = None
) -> AsyncIterator[EngineProcess]:
    """An engine that has greeted.

    Args:
        folder: Where its stderr goes, and where it stands.
        patch: Python that runs in the engine before anything else.
    """
    patches = None
    if patch:
        patches = folder / "patches"
        patches.mkdir()
        (patches / "sitecustomize.py").write_text(patch)
    made = EngineProcess(folder, patches, environ or {})
    try:
        await made.greet()
        if reading:
            made.read()
        yield made
    finally:
        await made.close()


def left_behind() -> list[str]:
    """Result files, crash files and sockets of this test's home."""
    found = [path for place in (paths.results(), paths.runtime()) if place.is_dir() for path in place.rglob("*")]
    return sorted(str(path) for path in [*found, *paths.logs().glob("*.crash")])
