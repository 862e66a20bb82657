"""Whether the saved connections can be reached: each is opened read-only and closed again."""

import asyncio
import time
from collections.abc import Iterable
from typing import Final, cast

from lapwing.cli.checks.finding import Finding, State
from lapwing.cli.messages import sentence_of
from lapwing.domain.connections import CloseSession, Connection, OpenSession, SessionFacts
from lapwing.domain.errors import LapwingError
from lapwing.engine.engine import Engine
from lapwing.engine.operations import Caller

_PATIENCE_S: Final = 10.0


async def check_connections(engine: Engine, caller: Caller, connections: Iterable[Connection]) -> list[Finding]:
    """One finding each, in their order; names and products, never URLs, which somebody may have edited."""
    findings = [await _check(engine, caller, connection) for connection in connections]
    return findings or [Finding("saved", "none yet")]


async def check_sqlite(engine: Engine, caller: Caller) -> Finding:
    """The version of SQLite that is in use, from a database in memory."""
    return await _check(engine, caller, Connection("", "SQLite", "sqlite://"))


async def _check(engine: Engine, caller: Caller, connection: Connection) -> Finding:
    started = time.monotonic()
    try:
        opening = engine.serve(caller, "session.open", OpenSession(url=connection.url, read_only=True))
        facts = cast("SessionFacts", await asyncio.wait_for(opening, _PATIENCE_S))
    except LapwingError as error:
        return Finding(connection.name, sentence_of(error), State.PROBLEM)
    except TimeoutError:
        return Finding(connection.name, f"It did not answer within {_PATIENCE_S:g} s.", State.PROBLEM)
    took_ms = (time.monotonic() - started) * 1000
    await engine.serve(caller, "session.close", CloseSession(facts.session_id, roll_back=True))
    notes = " ".join(("", *facts.notes))
    return Finding(connection.name, f"{facts.product}, opened read-only in {took_ms:.0f} ms.{notes}")
