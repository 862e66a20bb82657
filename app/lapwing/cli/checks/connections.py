"""Whether the saved connections can be reached: each is opened read-only and closed again. Nobody is asked anything."""

import asyncio
import time
from collections.abc import Awaitable, Iterable
from typing import Final, cast

from lapwing.cli.messages import sentence_of
from lapwing.domain.connections import (
    CloseSession,
    Connection,
    ConnectionTest,
    ConnectionTested,
    OpenSession,
    Phase,
    SessionFacts,
)
from lapwing.domain.diagnosis import Finding, State
from lapwing.domain.errors import LapwingError, PasswordNeeded, ReadOnlyImpossible, from_wire
from lapwing.domain.secret_errors import SecretsFileMissing, SecretsLocked
from lapwing.domain.secrets import SecretKind
from lapwing.engine.engine import Engine
from lapwing.engine.operations import Caller

_PATIENCE_S: Final = 5.0
_AT_ONCE: Final = 8
_ASKED_FOR: Final = (PasswordNeeded, SecretsLocked, SecretsFileMissing)


async def check_connections(engine: Engine, caller: Caller, connections: Iterable[Connection]) -> list[Finding]:
    """One finding each, in their order; names and products, never URLs, which somebody may have edited."""
    room = asyncio.Semaphore(_AT_ONCE)

    async def check(connection: Connection) -> Finding:
        async with room:
            return await _check(engine, caller, connection)

    findings = await asyncio.gather(*map(check, connections))
    return findings or [Finding("saved", "none yet")]


async def check_sqlite(engine: Engine, caller: Caller) -> Finding:
    """The version of SQLite that is in use, from a database in memory."""
    return await _check(engine, caller, Connection("", "SQLite", "sqlite://"))


async def _check(engine: Engine, caller: Caller, connection: Connection) -> Finding:
    started = time.monotonic()
    try:
        facts = await _opened(engine, caller, connection, read_only=True)
    except _ASKED_FOR:
        return await _reached(engine, caller, connection)
    except LapwingError as error:
        return Finding(connection.name, sentence_of(error), State.PROBLEM)
    except TimeoutError:
        return _too_slow(connection)
    took_ms = (time.monotonic() - started) * 1000
    await engine.serve(caller, "session.close", CloseSession(facts.session_id, roll_back=True))
    notes = " ".join(("", *facts.notes))
    how = "opened read-only" if facts.read_only else "opened"
    return Finding(connection.name, f"{facts.product}, {how} in {took_ms:.0f} ms.{notes}")


async def _opened(engine: Engine, caller: Caller, connection: Connection, *, read_only: bool) -> SessionFacts:
    """A session; read-only where that can be had, and nothing is changed with it either way."""
    has_secret = connection.secret.kind is not SecretKind.NONE or connection.ssh is not None
    place = OpenSession(connection.id if has_secret else "", "" if has_secret else connection.url, read_only=read_only)
    try:
        return cast("SessionFacts", await _in_time(engine.serve(caller, "session.open", place)))
    except ReadOnlyImpossible:
        if connection.read_only:
            raise
        return await _opened(engine, caller, connection, read_only=False)


async def _reached(engine: Engine, caller: Caller, connection: Connection) -> Finding:
    """Whether a server answers whose password only a person knows."""
    test = engine.serve(caller, "connection.test", ConnectionTest(url=connection.url, ssh=connection.ssh))
    try:
        tested = cast("ConnectionTested", await _in_time(test))
    except TimeoutError:
        return _too_slow(connection)
    took_ms = sum(passed.took_s for passed in tested.phases) * 1000
    if any(passed.phase in {Phase.CONNECT, Phase.SSH_FORWARD} for passed in tested.phases):
        words = f"It answers in {took_ms:.0f} ms; the password is asked for when you connect."
        return Finding(connection.name, words, State.NOTE)
    assert tested.error is not None
    return Finding(connection.name, sentence_of(from_wire(tested.error)), State.PROBLEM)


async def _in_time(asked: Awaitable[object]) -> object:
    return await asyncio.wait_for(asked, _PATIENCE_S)


def _too_slow(connection: Connection) -> Finding:
    return Finding(connection.name, f"It did not answer within {_PATIENCE_S:g} s.", State.PROBLEM)
