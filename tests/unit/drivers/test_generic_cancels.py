"""How a statement is cancelled is found out by looking at what the DB-API has."""

import sqlite3
from contextlib import closing

import duckdb

from lapwing.drivers.generic.cancels import cancel_of


class Cursor:
    """A cursor as PEP 249 asks for it."""

    def close(self) -> None:
        """Nothing is kept."""


class CancellingCursor(Cursor):
    """As pyodbc and Trino have it."""

    def __init__(self) -> None:
        self.cancelled = 0

    def cancel(self) -> None:
        self.cancelled += 1


class Connection:
    """A connection as PEP 249 asks for it."""

    def __init__(self, cursor: type[Cursor]) -> None:
        self.cursor = cursor


class CancellingConnection(Connection):
    """As psycopg2 and oracledb have it."""

    cancelled = 0

    def cancel(self) -> None:
        self.cancelled += 1


def test_a_connection_that_can_interrupt_is_asked_to() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        found = cancel_of(connection)
        assert found is not None
        assert found(None) == connection.interrupt
    with duckdb.connect() as other:
        assert cancel_of(other) is not None


def test_a_connection_that_can_cancel_is_asked_to() -> None:
    connection = CancellingConnection(Cursor)
    found = cancel_of(connection)
    assert found is not None
    found(Cursor())()
    assert connection.cancelled == 1


def test_a_cursor_that_can_cancel_is_asked_for_its_own_statement() -> None:
    found = cancel_of(Connection(CancellingCursor))
    assert found is not None
    first, second = CancellingCursor(), CancellingCursor()
    found(second)()
    assert (first.cancelled, second.cancelled) == (0, 1)


def test_nothing_is_promised_where_pep_249_is_all_there_is() -> None:
    assert cancel_of(Connection(Cursor)) is None
