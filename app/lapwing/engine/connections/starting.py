"""The start-up SQL of a connection: run on each session of a person when it is opened, also again."""

import contextlib
import threading
from collections.abc import Iterator
from typing import Final

from lapwing.domain.connections import Connection, Phase, TransactionMode, TransactionState
from lapwing.domain.errors import LapwingError, OpeningFailed
from lapwing.domain.startup_errors import StartupHoldsSecret, StartupRefused
from lapwing.drivers.base import Session
from lapwing.drivers.opening import Opening
from lapwing.engine.connections.ways import Way
from lapwing.sql.dialect import Dialect, dialect_named

_PATIENCE_S: Final = 60.0
"""All of it may take so long."""
_LOOK_S: Final = 0.05
_SHOWN: Final = 200


def run_startup(session: Session, way: Way, opening: Opening) -> None:
    """Run it, each statement committed by itself. Session's thread.

    Raises:
        StartupRefused: A statement was refused, or cannot be run here, or a transaction was left open.
        OpeningCancelled, OpeningTimedOut
    """
    dialect, sql = dialect_named(way.driver.dialect), way.connection.startup_sql
    opening.allow(_PATIENCE_S)
    opening.begin(Phase.STARTUP)
    session.mode = TransactionMode.AUTO
    with cancelled_in_time(session, opening):
        for statement in dialect.iter_statements(sql):
            text = sql[statement.start : statement.end]
            if statement.is_client_command or statement.data is not None:
                raise _refusal(way, dialect, text, "Only statements for the server can be run here.")
            _run(session, way, dialect, text, opening)
        if session.transaction() is not TransactionState.IDLE:
            raise _refusal(way, dialect, sql, "It leaves a transaction open.")
    opening.passed_phase()


def _run(session: Session, way: Way, dialect: Dialect, text: str, opening: Opening) -> None:
    try:
        for _ in session.execute(text):
            opening.left_s()
    except OpeningFailed:
        raise
    except LapwingError as error:
        opening.left_s()  # it was cancelled, or took too long
        raise _refusal(way, dialect, text, str(error)) from error


def _refusal(way: Way, dialect: Dialect, text: str, words: str) -> StartupRefused:
    from lapwing.sql.hiding import without_secrets

    shown = " ".join(without_secrets(dialect, text).split())
    statement = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    name = way.connection.name or way.shown
    return StartupRefused(phase=Phase.STARTUP.value, connection=name, statement=statement, server=words)


def see_no_secret(connection: Connection, dialect_id: str) -> None:
    """See that the start-up SQL of a connection can be kept in a plain file.

    Raises:
        StartupHoldsSecret
    """
    from lapwing.sql.hiding import without_secrets

    sql = connection.startup_sql
    if without_secrets(dialect_named(dialect_id), sql) != sql:
        raise StartupHoldsSecret(connection=connection.name)


@contextlib.contextmanager
def cancelled_in_time(session: Session, opening: Opening) -> Iterator[None]:
    """Cancel what the session does when the opening is cancelled or takes too long."""
    done = threading.Event()

    def watch() -> None:
        while not done.wait(_LOOK_S):
            try:
                opening.left_s()
            except OpeningFailed:
                session.cancel()
                return

    threading.Thread(target=watch, name="opening watch", daemon=True).start()
    try:
        yield
    finally:
        done.set()
