"""Prepared databases of PostgreSQL: one that a test has left as it was serves the next.

Making and dropping one takes the server a sixth of a second, looking whether one is unchanged a tenth of that. Objects
that a test made are dropped; then every catalogue must have as many rows as at first, and none that is newer, so that
nothing that was altered, granted, commented on or left out is handed on. Otherwise the database is dropped.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final
from weakref import WeakKeyDictionary

import psycopg

from helpers.servers.postgresql import PostgreSQL
from helpers.waiting import eventually

Session = psycopg.Connection[tuple[Any, ...]]

_LAST: Final = """
    SELECT max(oid)::bigint, txid_current()
    FROM (SELECT oid FROM pg_class UNION ALL SELECT oid FROM pg_proc UNION ALL SELECT oid FROM pg_type) AS any_object
"""
_OTHERS: Final = """
    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
_MADE: Final = """
    SELECT format('DROP SCHEMA IF EXISTS %%I CASCADE', nspname) FROM pg_namespace WHERE oid > %(last)s
    UNION ALL SELECT format('DROP %%s IF EXISTS %%s CASCADE',
        CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
        oid::regclass)
    FROM pg_class WHERE oid > %(last)s AND relkind IN ('r', 'p', 'v', 'm', 'S')
        AND relnamespace = 'public'::regnamespace
    UNION ALL SELECT format('DROP ROUTINE IF EXISTS %%s CASCADE', oid::regprocedure) FROM pg_proc
    WHERE oid > %(last)s AND pronamespace = 'public'::regnamespace
    UNION ALL SELECT format('DROP TYPE IF EXISTS %%s CASCADE', oid::regtype) FROM pg_type
    WHERE oid > %(last)s AND typrelid = 0 AND typelem = 0 AND typnamespace = 'public'::regnamespace
    UNION ALL SELECT format('SELECT lo_unlink(%%s)', oid) FROM pg_largeobject_metadata WHERE oid > %(last)s
"""
_CATALOGUES: Final = """
    SELECT relname FROM pg_class WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind = 'r' AND NOT relisshared
        AND relname <> 'pg_statistic'
"""
_LASTING: Final = (
    "SELECT ctid, xmin, kept::text FROM kept",
    "SELECT last_value, is_called FROM kept_id_seq",
    "SELECT xmin, datacl::text FROM pg_database WHERE datname = current_database()",
    "SELECT setrole, setconfig FROM pg_db_role_setting WHERE setdatabase IN (0, "
    "(SELECT oid FROM pg_database WHERE datname = current_database()))",
    "SELECT gid FROM pg_prepared_xacts",
    "SELECT slot_name FROM pg_replication_slots",
    "SELECT oid, rolname FROM pg_roles",
)


@dataclass(frozen=True)
class Prepared:
    """A database as it was when it was prepared."""

    name: str
    last_oid: int
    last_transaction: int
    state: object


class Shelf:
    """The databases of one encoding on one server that nobody uses now."""

    def __init__(self, server: PostgreSQL, make: Callable[[], str]) -> None:
        """`make` prepares a new one and gives its name."""
        self._server = server
        self._make = make
        self._free: list[Prepared] = []
        self._used: dict[str, Prepared] = {}

    def take(self) -> str:
        """The name of one that nobody has changed."""
        found = self._free.pop() if self._free else self._prepared()
        self._used[found.name] = found
        return found.name

    def _prepared(self) -> Prepared:
        name = self._make()
        with self._server.admin(name) as session:
            ((last_oid, last),) = _ask(session, _LAST)
            return Prepared(name, last_oid, last, _state(session, last))

    def give_back(self, name: str) -> None:
        """A test needs it no more."""
        prepared = self._used.pop(name)
        if self._is_again_as_it_was(prepared):
            self._free.append(prepared)
        else:
            self._server.drop_database(name)

    def _is_again_as_it_was(self, prepared: Prepared) -> bool:
        try:
            with self._server.admin(prepared.name) as session:
                eventually(lambda: _ask(session, _OTHERS) == [(0,)])
                for (drop,) in _ask(session, _MADE, {"last": prepared.last_oid}):
                    session.execute(drop.encode())
                _ask(session, "SELECT pg_stat_reset()")
                return _state(session, prepared.last_transaction) == prepared.state
        except psycopg.Error:  # something is in the way, which the next test must not meet
            return False


def _ask(session: Session, question: str, arguments: dict[str, Any] | None = None) -> list[tuple[Any, ...]]:
    return session.execute(question.encode(), arguments).fetchall()


def _state(session: Session, last_transaction: int) -> object:
    names: Iterable[str] = [name for (name,) in _ask(session, _CATALOGUES)]
    newer = f"age(xmin) < txid_snapshot_xmax(txid_current_snapshot()) - {last_transaction}"
    counts = [f"SELECT '{name}', count(*), count(*) FILTER (WHERE {newer}) FROM {name}" for name in names]
    return sorted(_ask(session, " UNION ALL ".join(counts))), [_ask(session, question) for question in _LASTING]


_SHELVES: "WeakKeyDictionary[PostgreSQL, dict[str, Shelf]]" = WeakKeyDictionary()


def shelf_of(server: PostgreSQL, encoding: str, make: Callable[[], str]) -> Shelf:
    """That of an encoding; made with the first of its databases."""
    shelves = _SHELVES.setdefault(server, {})
    if encoding not in shelves:
        shelves[encoding] = Shelf(server, make)
    return shelves[encoding]
