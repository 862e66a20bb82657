"""What the sessions of a PostgreSQL server do: the rows of `monitor_activity.sql`, and the figures made of them."""

import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from lapwing.domain.connections import METADATA_NAME, MONITOR_NAME
from lapwing.domain.errors import StatementFailed
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.activity import ActivityLock, ActivitySession, ActivityState
from lapwing.domain.monitoring.metrics import Denied, Reading
from lapwing.drivers.postgresql.lock_waits import Blocking, blocked, read_blocking
from lapwing.drivers.postgresql.metric_denials import HIDDEN
from lapwing.drivers.postgresql.objects import TextRow, query, text
from lapwing.drivers.postgresql.own_statements import Call, OwnStatements

_TOLD: Final = "a.wait_event_type = 'Lock'"
_TOLD_PIDS: Final = (
    "SELECT pg_catalog.pg_stat_get_backend_pid(b.id) FROM pg_catalog.pg_stat_get_backend_idset() b(id) "
    "WHERE pg_catalog.pg_stat_get_backend_wait_event_type(b.id) = 'Lock'"
)
_SEEN_PIDS: Final = "SELECT l.pid FROM pg_catalog.pg_locks l WHERE NOT l.granted AND l.pid IS NOT NULL"
"""For accounts that are not told what others wait for; costs more."""
_TELLS_SINCE: Final = 140_000
"""From this version on, pg_locks tells since when a lock is waited for."""
_LONGEST: Final = 10_000
"""Characters of a statement that are told."""
_PLAIN: Final = (
    f"CASE WHEN pg_catalog.octet_length(a.query) <= {4 * _LONGEST} THEN a.query "
    f"ELSE pg_catalog.left(a.query, {_LONGEST}) END"
)
"""Statements come as bytes of their own database's encoding. Whatever looks at their characters may fail."""
_ENCODED: Final = (
    "CASE WHEN (SELECT d.encoding = o.encoding FROM pg_catalog.pg_database d, pg_catalog.pg_database o "
    f"WHERE d.oid = a.datid AND o.datname = pg_catalog.current_database()) THEN {_PLAIN} END"
)
"""Where what comes is converted, only those that can be."""
_OTHER_ENCODINGS: Final = (
    "What sessions run is shown only of databases in the encoding of the one that is connected to."
)
_UNSHOWN: Final = "NULL"
_CLIENT: Final = "client backend"
_CUT: Final = "There are more locks than those that are shown."
_UNREAD: Final = "The server refuses to tell what sessions do: {server}."
_TEXTS_UNREAD: Final = "The server cannot tell what statements run: {server}."
_LOCKS_UNREAD: Final = "The server refuses to tell of locks: {server}."
_OURS: Final = "Lapwing"
_STATES: Final = {
    "active": ActivityState.ACTIVE,
    "fastpath function call": ActivityState.ACTIVE,
    "idle": ActivityState.IDLE,
    "idle in transaction": ActivityState.IN_TRANSACTION,
    "idle in transaction (aborted)": ActivityState.ABORTED,
}
_IDLE: Final = frozenset({ActivityState.IN_TRANSACTION, ActivityState.ABORTED})
_COUNTED: Final = (ActivityState.ACTIVE, ActivityState.IDLE, ActivityState.IN_TRANSACTION, ActivityState.ABORTED)
_REMEMBERED_S: Final = 900.0
_RUNNING: Final = "Running"
_STANDBY: Final = "walsender"
_WORKER: Final = "autovacuum worker"
_LOCK: Final = "Lock: "
_PID: Final = re.compile(r"\d+")
_MARGIN_S: Final = 5.0
"""A session tells of a change of its state a moment after the time that it tells for it."""
_ALL_S: Final = 1e9
_METRICS: Final = (
    "connections", "connection_use", "database_connections", "sessions", "sessions_waiting", "blocked_sessions",
    "blocking_sessions", "waits", "longest_transaction", "longest_statement", "longest_idle_in_transaction",
    "longest_lock_wait", "autovacuum_workers", "autovacuum_use",
)  # fmt: skip
"""What cannot be told without the query of sessions."""


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session at a moment.

    Attributes:
        snapshot_age: How many transactions ago its snapshot began; None where it has none.
        blockers: Process ids; 0 stands for a prepared transaction.
        is_client: Whether it is a client's, as far as is told.
        is_left_out: Whether Lapwing looks at the server with it.
    """

    session: ActivitySession
    snapshot_age: int | None
    blockers: tuple[str, ...]
    is_client: bool
    is_left_out: bool

    @property
    def waits(self) -> bool:
        return bool(self.blockers) or self.session.wait.startswith(_LOCK)


def session_row(row: TextRow) -> SessionRow:
    """A row that tells all of a session; what the account may not know of it is NULL."""
    pid, _is_known, wait_type, wait, transaction_age, snapshot_age, blockers, *more, _cost = row
    state, user, database, client, application, kind, statement, statement_age, state_age, age, began, *is_a = more
    told = _STATES.get(text(state), ActivityState.OTHER)
    has_user, left_out = is_a
    session = ActivitySession(
        id=text(pid),
        state=told,
        user=text(user),
        database=text(database),
        client=text(client),
        application=text(application),
        kind=text(kind),
        wait=_wait(wait_type, wait, told),
        statement=text(statement)[:_LONGEST] if kind is not None else "",
        statement_age_s=_age(statement_age) if told is ActivityState.ACTIVE else None,
        transaction_age_s=_age(transaction_age),
        state_age_s=_age(state_age),
        session_age_s=_age(age),
        is_ours=text(application).startswith(_OURS),
        began=text(began),
    )
    is_client = kind == _CLIENT or (kind is None and has_user == "t")
    return SessionRow(session, _whole(snapshot_age), _pids(blockers), is_client, left_out == "t")


def session_row_again(row: TextRow, before: SessionRow, passed_s: float) -> SessionRow:
    """A row that tells what is new of a session that is as it was so many seconds ago."""
    _pid, _is_known, wait_type, wait, transaction_age, snapshot_age, blockers, *_ = row
    was = before.session
    session = replace(
        was,
        wait=_wait(wait_type, wait, was.state),
        statement_age_s=_older(was.statement_age_s, passed_s),
        transaction_age_s=_age(transaction_age),
        state_age_s=_older(was.state_age_s, passed_s),
        session_age_s=_older(was.session_age_s, passed_s),
    )
    return replace(before, session=session, snapshot_age=_whole(snapshot_age), blockers=_pids(blockers))


def _whole(cell: str | None) -> int | None:
    return None if cell is None else int(cell)


def _pids(cell: str | None) -> tuple[str, ...]:
    return () if cell is None else tuple(dict.fromkeys(_PID.findall(cell)))


def _older(age_s: float | None, passed_s: float) -> float | None:
    return None if age_s is None else age_s + passed_s


def _age(cell: str | None) -> float | None:
    return None if cell is None else max(0.0, float(cell))


def _wait(kind: str | None, event: str | None, state: ActivityState) -> str:
    """Of idle clients the server says that they wait for the client, which is nothing to know."""
    if kind is None or event is None or (state is not ActivityState.ACTIVE and kind in {"Client", "Activity"}):
        return ""
    return f"{kind}: {event}"


class Counted:
    """Counts by a label. What was there a while ago and is not any more counts as none, so that its line goes on."""

    def __init__(self, name: str, label: str) -> None:
        self._name = name
        self._label = label
        self._seen_s: dict[str, float] = {}

    def take(self, found: Iterable[str]) -> Iterator[Reading]:
        now = time.monotonic()
        counts = Counter(found)
        self._seen_s |= dict.fromkeys(counts, now)
        self._seen_s = {value: seen for value, seen in self._seen_s.items() if now - seen < _REMEMBERED_S}
        for value in self._seen_s:
            yield Reading(self._name, counts[value], ((self._label, value),))


class LockWaits:
    """Since when sessions wait for locks, by our own clock: version 13 does not tell."""

    def __init__(self) -> None:
        self._since: dict[str, float] = {}

    def take(self, waiting: Iterable[str]) -> float:
        """Note who waits now; how long the longest was seen to wait."""
        now = time.monotonic()
        self._since = {one: self._since.get(one, now) for one in waiting}
        return max((now - since for since in self._since.values()), default=0.0)


def _public_readings(rows: Sequence[SessionRow]) -> Iterator[Reading]:
    """What every account is told."""
    clients = [row for row in rows if row.is_client and not row.is_left_out]
    yield Reading("connections", len(clients))
    waiting = {row.session.id for row in rows if row.waits}
    blocked = {row.session.id for row in rows if row.blockers}
    blockers = {one for row in rows for one in row.blockers}
    yield Reading("sessions_waiting", len(waiting))
    yield Reading("blocked_sessions", len(blocked))
    yield Reading("blocking_sessions", len(blockers - blocked))


def _private_readings(rows: Sequence[SessionRow]) -> Iterator[Reading]:
    """What only accounts are told that see what others do."""
    shown = [row for row in rows if not row.is_left_out]
    clients = [row.session for row in shown if row.is_client]
    states = Counter(session.state for session in clients)
    for state in _COUNTED:
        yield Reading("sessions", states[state], (("state", state.value),))
    if states[ActivityState.OTHER]:
        yield Reading("sessions", states[ActivityState.OTHER], (("state", ActivityState.OTHER.value),))
    active = [session for session in clients if session.state is ActivityState.ACTIVE]
    yield Reading("longest_transaction", _longest(session.transaction_age_s for session in clients))
    yield Reading("longest_statement", _longest(session.statement_age_s for session in active))
    yield Reading("longest_idle_in_transaction", _longest(one.state_age_s for one in clients if one.state in _IDLE))
    yield Reading("autovacuum_workers", sum(row.session.kind == _WORKER for row in shown))


def _snapshot_readings(rows: Sequence[SessionRow]) -> Iterator[Reading]:
    ages: dict[str, int] = {}
    for row in rows:
        if row.snapshot_age is not None and not row.is_left_out:
            holder = "standby" if row.session.kind == _STANDBY else "session"
            ages[holder] = max(row.snapshot_age, ages.get(holder, 0))
    for holder, age in ages.items():
        yield Reading("oldest_snapshot_age", age, (("holder", holder),))


def _longest(ages: Iterable[float | None]) -> float:
    return max((age for age in ages if age is not None), default=0.0)


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at the sessions brought."""

    sessions: tuple[ActivitySession, ...] = ()
    locks: tuple[ActivityLock, ...] = ()
    readings: tuple[Reading, ...] = ()
    denied: tuple[Denied, ...] = ()
    note: str = ""
    cost_s: float = 0.0


class Sessions:
    """Looks at the sessions of a server, again and again. One thread."""

    def __init__(self, version: int, *, is_converted: bool) -> None:
        """Look through a session whose texts are converted from the encoding of its database, or not."""
        self._version = version
        self._statement = _ENCODED if is_converted else _PLAIN
        self._note = _OTHER_ENCODINGS if is_converted else ""
        self._known: dict[str, SessionRow] = {}
        self._asked_s = self._asks_s = time.monotonic()
        self._lock_waits = LockWaits()
        self._databases = Counted("database_connections", "database")
        self._waits = Counted("waits", "event")

    def calls(self, *, sees_all: bool, statement: str = "") -> tuple[Call, Call]:
        """The query of sessions and that of locks, for an account that is told what others do or one that is not."""
        waits, pids = (_TOLD, _TOLD_PIDS) if sees_all else (f"a.pid IN ({_SEEN_PIDS})", _SEEN_PIDS)
        since = "l.waitstart" if self._version >= _TELLS_SINCE else "NULL::pg_catalog.timestamptz"
        names = ", ".join(f"'{name}'" for name in (MONITOR_NAME, METADATA_NAME))
        known_s = time.monotonic() - self._asked_s + _MARGIN_S if self._known else _ALL_S
        self._asks_s = time.monotonic()
        sessions = query("monitor_activity").replace("{waits}", waits).replace("{names}", names)
        return (
            Call(sessions.replace("{statement}", statement or self._statement), (f"{known_s:.3f}",)),
            Call(query("monitor_blocking").replace("{waits}", pids).replace("{since}", since)),
        )

    def looked(
        self, sessions: Sequence[TextRow], locks: Sequence[TextRow], *, sees_all: bool, note: str = ""
    ) -> Look | None:
        """What the rows of both tell; None when not all of them is known, and it has to be asked for again."""
        rows = self._rows(sessions)
        if rows is None:
            return None
        blocking = read_blocking(locks)
        shown = [blocked(row.session, row.blockers, blocking) for row in rows]
        notes = (note, self._note, "" if sees_all else HIDDEN, _CUT if blocking.is_cut else "")
        return Look(
            blocking.with_prepared(shown),
            blocking.locks,
            tuple(self._readings(rows, blocking, sees_all=sees_all)),
            note=" ".join(filter(None, notes)),
            cost_s=max((float(row[-1] or 0) for row in sessions), default=0.0),
        )

    def _rows(self, told: Sequence[TextRow]) -> list[SessionRow] | None:
        """All of them, of which some are told whole and others are known."""
        known, passed_s = self._known, self._asks_s - self._asked_s
        self._known = {}
        rows: list[SessionRow] = []
        for row in told:
            if row[1] != "t":
                rows.append(session_row(row))
            elif (before := known.get(text(row[0]))) is not None:
                rows.append(session_row_again(row, before, passed_s))
            else:
                return None
        self._known = {row.session.id: row for row in rows}
        self._asked_s = self._asks_s
        return rows

    def _readings(self, rows: Sequence[SessionRow], blocking: Blocking, *, sees_all: bool) -> Iterator[Reading]:
        clients = [row.session for row in rows if row.is_client and not row.is_left_out]
        yield from _public_readings(rows)
        yield from self._databases.take(client.database for client in clients if client.database)
        seen_s = self._lock_waits.take(row.session.id for row in rows if row.waits)
        told_s = blocking.longest_wait_s
        yield Reading("longest_lock_wait", seen_s if told_s is None else told_s)
        yield from _snapshot_readings(rows)
        if sees_all:
            yield from _private_readings(rows)
            active = (client for client in clients if client.state is ActivityState.ACTIVE)
            yield from self._waits.take(client.wait or _RUNNING for client in active)

    def looked_apart(self, own: OwnStatements, *, sees_all: bool) -> Look:
        """The same by one statement after the other, of which one may be refused: first that of what sessions run."""
        self._known = {}
        of_sessions, of_locks = self.calls(sees_all=sees_all)
        notes: list[str] = []
        try:
            sessions = own.rows(of_sessions)
        except StatementFailed as error:
            notes.append(_TEXTS_UNREAD.format(server=error.facts.get("server", "")))
            of_sessions, _ = self.calls(sees_all=sees_all, statement=_UNSHOWN)
            try:
                sessions = own.rows(of_sessions)
            except StatementFailed as refused:
                reason = _UNREAD.format(server=refused.facts.get("server", ""))
                return Look(denied=(Denied(_METRICS, reason),), note=reason)
        try:
            locks = own.rows(of_locks)
        except StatementFailed as error:
            locks = []
            notes.append(_LOCKS_UNREAD.format(server=error.facts.get("server", "")))
        note = " ".join(notes)
        return self.looked(sessions, locks, sees_all=sees_all, note=note) or Look(note=note)
