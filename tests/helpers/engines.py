"""An engine in this process, and somebody who asks it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import apsw

from helpers.results import whole_rows
from helpers.waiting import PATIENCE_S, eventually_async
from lapwing.domain.connections import OpenSession, SessionFacts, TransactionMode
from lapwing.domain.events import Event, ResultEnded, ResultPaused, ResultStarted
from lapwing.domain.query import RunOutcome, RunQuery
from lapwing.domain.results import ResultHandle
from lapwing.domain.urls import sqlite_url
from lapwing.domain.values import Row
from lapwing.engine.engine import Engine
from lapwing.results.source import FileRowSource

Kind = TypeVar("Kind")


class Asker:
    """A caller that remembers what it was told (`engine.operations.Caller`).

    Attributes:
        engine: Whom it asks.
        events: All of it, in order.
        last_number: Runs are named `run 1`, `run 2` and so on; this is the last one's.
        is_full: Whether it is behind with reading: to be set by a test.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.last_number = 0
        self.events: list[Event] = []
        self.is_full = False

    def tell(self, event: Event, *, lossy: bool = False) -> None:
        self.events.append(event)

    async def ask(self, operation: str, request: object = None) -> Any:
        return await self.engine.serve(self, operation, request)

    def heard(self, kind: type[Kind]) -> list[Kind]:
        """What was told of one kind."""
        return [event for event in self.events if isinstance(event, kind)]

    async def hears(self, kind: type[Kind], count: int = 1) -> Kind:
        """Wait until that many of a kind were told; the last of them."""
        await eventually_async(lambda: len(self.heard(kind)) >= count)
        return self.heard(kind)[count - 1]

    async def session(self, path: Path | str, *, mode: TransactionMode = TransactionMode.AUTO, **more: Any) -> str:
        """The id of a new session on a file."""
        facts = await self.ask("session.open", OpenSession(url=sqlite_url(path), mode=mode, **more))
        assert isinstance(facts, SessionFacts)
        return facts.session_id

    def request(self, session_id: str, sql: str, **more: Any) -> RunQuery:
        self.last_number += 1
        return RunQuery(f"run {self.last_number}", session_id, sql, **more)

    async def run(self, session_id: str, sql: str, **more: Any) -> RunOutcome:
        """Run to the end."""
        outcome = await self.ask("query.run", self.request(session_id, sql, **more))
        assert isinstance(outcome, RunOutcome)
        return outcome

    def begin(self, session_id: str, sql: str, **more: Any) -> "asyncio.Task[RunOutcome]":
        """Begin a run."""
        return asyncio.create_task(self.run(session_id, sql, **more))

    async def paused(self, session_id: str, sql: str, **more: Any) -> tuple["asyncio.Task[RunOutcome]", ResultPaused]:
        """Begin a run that pauses at its row limit, and wait until it does."""
        before = len(self.heard(ResultPaused))
        running = self.begin(session_id, sql, **more)
        return running, await self.hears(ResultPaused, before + 1)

    def handles(self) -> list[ResultHandle]:
        """The results begun so far."""
        return [event.result for event in self.heard(ResultStarted)]

    def ended(self, result_id: str) -> ResultEnded:
        """How a result ended."""
        (found,) = [event for event in self.heard(ResultEnded) if event.result_id == result_id]
        return found


@asynccontextmanager
async def engine() -> AsyncIterator[Engine]:
    """An engine on the running loop; everything is closed at the end."""
    made = Engine()
    try:
        yield made
    finally:
        await made.close()


@asynccontextmanager
async def asker() -> AsyncIterator[Asker]:
    """Somebody with an engine of his own."""
    async with engine() as made:
        yield Asker(made)


def rows_in(handle: ResultHandle) -> list[Row]:
    """All rows in a result's file."""
    source = FileRowSource(handle.path)
    try:
        return whole_rows(source, source.rows(0, source.row_count))
    finally:
        source.close()


def make_database(path: Path, *sql: str) -> Path:
    """A database made by these statements."""
    connection = apsw.Connection(str(path))
    connection.set_busy_timeout(int(PATIENCE_S * 1000))
    connection.execute("PRAGMA synchronous=OFF")
    for statement in sql:
        connection.execute(statement).fetchall()
    connection.close()
    return path


def look(path: Path, sql: str) -> list[Any]:
    """What another program sees in the database."""
    connection = apsw.Connection(str(path))
    connection.set_busy_timeout(10_000)
    found = connection.execute(sql).fetchall()
    connection.close()
    return found


def numbers(count: int) -> str:
    """A query of one column with the numbers from 1 on."""
    return f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) SELECT i FROM n"


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
ENDLESS_ROWS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, 'text ' || i FROM n"
