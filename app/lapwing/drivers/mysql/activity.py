"""What the sessions of a MySQL or MariaDB server do, and who waits for whom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Final

from lapwing.domain.connections import MONITOR_NAME
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.activity import Activity, ActivityLock, ActivitySession, ActivityState
from lapwing.domain.monitoring.metrics import Reading
from lapwing.drivers.mysql.definition_locks import DefinitionLock, blockers
from lapwing.drivers.mysql.queries import TextRow
from lapwing.drivers.mysql.row_waits import RowWait, Transaction, seconds

_SERVERS_OWN: Final = frozenset({"system user", "event_scheduler"})
_IDLE: Final = "Sleep"
_CLIENT: Final = frozenset(
    {
        "Sleep", "Query", "Execute", "Prepare", "Init DB", "Field List", "Statistics", "Ping", "Close stmt",
        "Reset stmt", "Fetch", "Long Data", "Set option", "Change user", "Kill", "Refresh", "Processlist",
        "Bulk_execute", "Reset connection",
    }
)  # fmt: skip
"""Commands of sessions that are a client's (`COM_*` as the process list writes them)."""
_WAITING: Final = ("Waiting for ", "waiting for ")
_LOCK_STATES: Final = ("lock", "Waiting for global read", "Waiting for backup")
DEFINITION_STATES: Final = ("metadata lock", "Waiting for schema", "Waiting for global read lock", "Waiting for backup")
ROW: Final = "Lock: row"


@dataclass(slots=True)
class SeenSession:
    """One session as it was read.

    Attributes:
        session: As it will be told.
        state: In the server's words.
        waits_for_row: Whether its transaction waits for a lock of InnoDB, where that was told with it.
    """

    session: ActivitySession
    state: str
    waits_for_row: bool

    @property
    def is_client(self) -> bool:
        return self.session.state is not ActivityState.OTHER

    @property
    def waits_for_definition(self) -> bool:
        return any(words in self.state for words in DEFINITION_STATES)


@dataclass(slots=True)
class Waits:
    """Who waits for what, as far as the server tells."""

    rows: tuple[RowWait, ...] = ()
    definitions: tuple[DefinitionLock, ...] = ()
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Ours:
    """Connections that this process has open, by their numbers: what each calls itself."""

    programs: Mapping[int, str]

    def program(self, row: TextRow) -> str:
        """What a session of a row of `monitor_sessions_*.sql` calls itself, where the server or we know that."""
        return self.programs.get(int(row[0] or 0)) or row[-1] or ""

    def is_monitor(self, row: TextRow) -> bool:
        """Whether it only looks at the server, for this process or for another Lapwing."""
        return self.program(row) == MONITOR_NAME

    @property
    def monitors(self) -> set[int]:
        return {number for number, program in self.programs.items() if program == MONITOR_NAME}


def seen_session(row: TextRow, began: str, ours: Ours, transaction: Transaction | None) -> SeenSession:
    """A row of one of the queries `monitor_sessions_*.sql`.

    Args:
        began: What tells this run of the server from others.
        transaction: Where it was read apart.
    """
    number, user, host, schema, command, state, statement, state_age, statement_age, transaction_age, *_ = row
    transaction_age_s = transaction.age_s if transaction is not None else seconds(transaction_age)
    waits_for_row = transaction is not None and transaction.waits
    application = ours.program(row)
    doing = command or ""
    is_client = doing in _CLIENT and user not in _SERVERS_OWN
    words = state or ""
    session = ActivitySession(
        number or "",
        _state(doing, is_client=is_client, in_transaction=transaction_age_s is not None),
        user=user or "",
        database=schema or "",
        client=host or "",
        application=application,
        kind="client" if is_client else doing,
        wait=_wait(words, waits_for_row=waits_for_row),
        statement=statement or "",
        statement_age_s=seconds(statement_age) if is_client else None,
        transaction_age_s=transaction_age_s,
        state_age_s=seconds(state_age),
        began=began,
        is_ours=int(number or 0) in ours.programs or application.startswith("Lapwing"),
    )
    return SeenSession(session, words, waits_for_row)


def activity_of(seen: Iterable[SeenSession], waits: Waits, at: float) -> Activity:
    """The sessions with who blocks them, and the locks that it is about.

    Args:
        at: Unix seconds.
    """
    known = {each.session.id: each for each in seen}
    blocked: dict[str, dict[str, None]] = {}
    for wait in waits.rows:
        blocked.setdefault(wait.waits, {})[wait.blocks] = None
    for waiter, ids in blockers(waits.definitions).items():
        blocked.setdefault(waiter, {}).update(dict.fromkeys(ids))
    for_rows = {wait.waits for wait in waits.rows}
    holding = {wait.blocks: wait.blocker_age_s for wait in waits.rows}
    sessions = []
    for number, each in known.items():
        session = replace(each.session, blocked_by=tuple(blocked.get(number, ())))
        if number in holding:
            session = _with_transaction(session, holding[number])
        sessions.append(replace(session, wait=ROW) if number in for_rows and not session.wait else session)
    locks = (*_row_locks(waits.rows), *_definition_locks(waits.definitions, known))
    return Activity(at, tuple(sessions), tuple(dict.fromkeys(locks)), " ".join(waits.notes))


def _with_transaction(session: ActivitySession, age_s: float | None) -> ActivitySession:
    """A session that holds locks: its transaction may have begun after the list of transactions was taken, which
    InnoDB of MariaDB makes anew only when nobody has asked for 0.1 s."""
    is_idle = session.state is ActivityState.IDLE
    state = ActivityState.IN_TRANSACTION if is_idle else session.state
    known_s = session.transaction_age_s
    return replace(session, state=state, transaction_age_s=age_s if known_s is None else known_s)


def session_readings(seen: Sequence[SeenSession], activity: Activity) -> Iterator[Reading]:
    """How many sessions do what, and for how long at most. Idle servers tell zeros, not nothing."""
    clients = [each for each in activity.sessions if each.state is not ActivityState.OTHER]
    for state in (ActivityState.ACTIVE, ActivityState.IDLE, ActivityState.IN_TRANSACTION):
        yield Reading("sessions", sum(each.state is state for each in clients), (("state", state.value),))
    waiting = [each for each in clients if _waits_for_lock(each)]
    blocking = {other for each in clients for other in each.blocked_by}
    blocked = {each.id for each in clients if each.blocked_by}
    yield Reading("sessions_waiting", len(waiting))
    yield Reading("blocked_sessions", len(blocked))
    yield Reading("blocking_sessions", len(blocking - blocked))
    idle = [each for each in clients if each.state is ActivityState.IN_TRANSACTION]
    yield Reading("longest_transaction", max((each.transaction_age_s or 0 for each in clients), default=0))
    yield Reading("longest_statement", max((each.statement_age_s or 0 for each in clients), default=0))
    yield Reading("longest_idle_in_transaction", max((each.state_age_s or 0 for each in idle), default=0))
    told = {lock.session_id: lock.wait_s for lock in activity.locks if lock.wait_s is not None}
    waits = (told.get(each.id, each.statement_age_s) or 0 for each in waiting)
    yield Reading("longest_lock_wait", max(waits, default=0))
    active = {each.id: each for each in clients if each.state is ActivityState.ACTIVE}
    yield from _counts("waits", "event", (each.wait or "Running" for each in active.values()))
    states = (each.state or "no state" for each in seen if each.session.id in active)
    yield from _counts("session_states", "state", states)


def _counts(name: str, label: str, values: Iterable[str]) -> Iterator[Reading]:
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    for value, count in counts.items():
        yield Reading(name, count, ((label, value),))


def _row_locks(waits: Iterable[RowWait]) -> Iterator[ActivityLock]:
    for wait in waits:
        yield ActivityLock(wait.waits, wait.wanted, wait.object, is_granted=False, wait_s=wait.wait_s)
        if not wait.blocker_waits:
            yield ActivityLock(wait.blocks, wait.held, wait.object, is_granted=True)


def _definition_locks(locks: Iterable[DefinitionLock], known: Mapping[str, SeenSession]) -> Iterator[ActivityLock]:
    """The server does not tell since when one waits: it is for at most as long as the statement runs."""
    for lock in locks:
        each = known.get(lock.session_id)
        wait_s = each.session.statement_age_s if each is not None and not lock.is_granted else None
        yield ActivityLock(lock.session_id, lock.mode, lock.object, lock.is_granted, wait_s)


def _waits_for_lock(session: ActivitySession) -> bool:
    return bool(session.blocked_by) or session.wait.startswith("Lock: ")


def _state(command: str, *, is_client: bool, in_transaction: bool) -> ActivityState:
    if not is_client:
        return ActivityState.OTHER
    if command != _IDLE:
        return ActivityState.ACTIVE
    return ActivityState.IN_TRANSACTION if in_transaction else ActivityState.IDLE


def _wait(state: str, *, waits_for_row: bool) -> str:
    """What a session waits for: of the server's words only those that say a wait."""
    if waits_for_row:
        return ROW
    if not state.startswith(_WAITING):
        return ""
    is_lock = any(word in state for word in _LOCK_STATES)
    return f"Lock: {state[len(_WAITING[0]) :].removesuffix(' lock')}" if is_lock else state
