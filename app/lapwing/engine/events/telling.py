"""What statements, and what else happens in threads, becomes as cloud events: made aside, told in order by the loop.

A session's thread only puts a few words into a queue; nothing is waited for, and the loop is woken at most twenty
times a second. What takes longer, such as taking values out of a statement, is done in a thread of its own.
"""

import asyncio
import re
import time
import uuid
from collections import deque
from collections.abc import Callable
from typing import Any, Final

from lapwing.domain.connections import Connection, SqlInEvents
from lapwing.domain.environments import Safeguards
from lapwing.domain.errors import LapwingError
from lapwing.domain.history import HistoryFace
from lapwing.domain.late_dataclass import dataclass
from lapwing.engine.connections.sessions import OpenedSession
from lapwing.engine.events.statements import StatementWatch, Told
from lapwing.engine.hub import EventHub
from lapwing.engine.running.told import LONGEST_SQL, kind_of, told_sql
from lapwing.sql.dialect import Dialect, dialect_named
from lapwing.sql.hiding import without_secrets

_DUE_S: Final = 0.05
_TYPES: Final = ("query.started", "query.completed", "query.failed", "query.cancelled")
_ORDER: Final = ("other", "read", "write", "define")
_STATUS: Final = {"query.completed": "success", "query.failed": "error", "query.cancelled": "cancelled"}
_WORDS: Final = {
    "statement.failed": "The server refused the statement.",
    "connection.lost": "The session was lost.",
    "connection.transaction_lost": "The session was lost, and its transaction with it.",
}
_FAILED: Final = "The statement failed."
_UNKNOWN: Final = "How the statement ended is not known."
_NOT_TOLD: Final = "The server's words are not told, because the statement holds a secret."
_VALUES_IN_WORDS: Final = re.compile(r"""((?:\bentry|\bvalue:?|:) )(?:'[^']*'|"[^"]*")""", re.IGNORECASE)
"""Values of rows in what MySQL, MariaDB and PostgreSQL say of errors."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the statements of a run go to."""

    connection: Connection
    dialect: Dialect
    database: str
    user: str
    face: HistoryFace
    plugin_id: str


@dataclass(frozen=True, slots=True)
class _Other:
    """Something else that happened, behind statements that wait to be told."""

    type: str
    at: float
    data: dict[str, Any]
    connection_id: str
    subject: str


class Telling:
    """Tells the statements of all runs, and what happens beside them. Event loop's thread, unless said otherwise."""

    def __init__(self, hub: EventHub, safeguards: Callable[[Connection], Safeguards]) -> None:
        self._hub = hub
        self._safeguards = safeguards
        self._loop = asyncio.get_running_loop()
        self._waiting: deque[tuple[_Place, Told] | _Other] = deque()
        self._is_due = False
        self._timer: asyncio.TimerHandle | None = None
        self._telling: set[asyncio.Task[None]] = set()
        self._one_by_one = asyncio.Lock()

    def watch(self, session: OpenedSession, face: HistoryFace, plugin_id: str = "") -> StatementWatch | None:
        """What hears of the statements of a run; None where nobody would hear of them."""
        if not any(self._hub.is_heard(each) for each in _TYPES):
            return None
        surroundings, way = session.living.surroundings, session.living.way
        place = _Place(
            way.connection,
            dialect_named(session.facts.dialect),
            surroundings.database or session.facts.database,
            surroundings.user,
            face,
            plugin_id,
        )
        if not self._is_due:  # so that the run need not wake the loop
            self._is_due = True
            self._begin_soon()
        return StatementWatch(uuid.uuid4().hex[:16], lambda told: self._put((place, told)))

    def publish(
        self,
        event_type: str,
        data: dict[str, Any],
        *,
        connection_id: str = "",
        subject: str = "",
        at: float | None = None,
    ) -> None:
        """Tell something else, behind the statements that came before it."""
        other = _Other(event_type, time.time() if at is None else at, data, connection_id, subject)
        if self._waiting or self._telling:
            self._put(other)
        else:
            self._publish(other)

    def _publish(self, other: _Other) -> None:
        self._hub.publish(other.type, other.data, connection_id=other.connection_id, subject=other.subject, at=other.at)

    def _put(self, given: tuple[_Place, Told] | _Other) -> None:
        """Any thread."""
        self._waiting.append(given)
        if not self._is_due and not self._loop.is_closed():
            self._is_due = True
            self._loop.call_soon_threadsafe(self._begin_soon)

    def _begin_soon(self) -> None:
        if self._timer is None:
            self._timer = self._loop.call_later(_DUE_S, self._begin)

    def _begin(self) -> None:
        self._timer, self._is_due = None, False
        if self._waiting:
            task = asyncio.create_task(self._tell(), name="statements as events")
            self._telling.add(task)
            task.add_done_callback(self._telling.discard)

    async def _tell(self) -> None:
        async with self._one_by_one:
            waiting = [self._waiting.popleft() for _ in range(len(self._waiting))]
            places = {id(each[0]): each[0] for each in waiting if isinstance(each, tuple)}
            policies = {known: self._policy(place.connection) for known, place in places.items()}

            def make() -> list[_Other]:
                return [each if isinstance(each, _Other) else _made(*each, policies[id(each[0])]) for each in waiting]

            for other in await asyncio.to_thread(make):
                self._publish(other)

    def _policy(self, connection: Connection) -> SqlInEvents:
        return SqlInEvents(self._safeguards(connection).sql_in_events)

    async def close(self) -> None:
        """Tell what is left. No run is under way any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        await self._tell()


def _made(place: _Place, told: Told, policy: SqlInEvents) -> _Other:
    return _Other(told.type, told.at, _data(place, told, policy), place.connection.id, "")


def _data(place: _Place, told: Told, policy: SqlInEvents) -> dict[str, Any]:
    """What the event of statements holds. Any thread."""
    sql = told.texts[0]
    data: dict[str, Any] = {
        "queryId": told.query_id,
        "connectionId": place.connection.id,
        "connection": place.connection.name,
        "sql": told_sql(place.dialect, sql, policy),
        "sqlPolicy": policy.value,
        "kind": max((kind_of(place.dialect, text) for text in told.texts), key=_ORDER.index),
        "database": place.database,
        "user": place.user,
        "face": place.face.value,
        "plugin": place.plugin_id,
    }
    if told.type == "query.started":
        return data
    data |= {
        "executionTime": round(told.elapsed_s * 1000, 3),
        "rowCount": told.rows,
        "status": _STATUS[told.type],
        "statements": told.count,
        "lastQueryId": told.last_id,
    }
    if told.type == "query.failed":
        data["error"] = _words(place.dialect, sql, told.error, policy)
        data["errorCode"] = "" if told.error is None else code_of(told.error)
    return data


def code_of(error: LapwingError) -> str:
    """The server's code, or else Lapwing's own."""
    return str(error.facts.get("code") or "") or error.code


def _words(dialect: Dialect, sql: str, error: LapwingError | None, policy: SqlInEvents) -> str:
    """Why a statement failed. What a server says repeats the statement's values, and sometimes those of rows."""
    if error is None:
        return _UNKNOWN
    if policy is not SqlInEvents.FULL:
        return _WORDS.get(error.code, _FAILED)
    kept = sql[:LONGEST_SQL]
    if without_secrets(dialect, kept) is not kept:
        return _NOT_TOLD
    return _VALUES_IN_WORDS.sub(r"\1...", str(error))
