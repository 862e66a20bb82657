"""Who waits for whose lock: the rows of `monitor_blocking.sql`.

Which modes exclude each other: PostgreSQL's manual, table 13.2. How a prepared transaction shows in pg_locks (without a
process, which pg_blocking_pids tells as 0): 53.13 and 9.27.1 there.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.activity import ActivityLock, ActivitySession, ActivityState
from lapwing.drivers.postgresql.objects import TextRow, text

MOST: Final = 500
"""Locks that are told of; a session may hold ten thousand."""
PREPARED: Final = "prepared: "
"""What the id of a prepared transaction begins with; its global id follows."""
_NOBODY: Final = "0"
_MODES: Final = (
    "AccessShareLock",
    "RowShareLock",
    "RowExclusiveLock",
    "ShareUpdateExclusiveLock",
    "ShareLock",
    "ShareRowExclusiveLock",
    "ExclusiveLock",
    "AccessExclusiveLock",
)
_EXCLUDED: Final = dict(
    zip(_MODES, ("7", "67", "4567", "34567", "23567", "234567", "1234567", "01234567"), strict=True)
)
"""By mode, the places in `_MODES` of those that it excludes."""


@dataclass(frozen=True, slots=True)
class LockRow:
    """One lock. `tag` tells what it is of; `gid` is that of the prepared transaction that holds it, or empty."""

    lock: ActivityLock
    tag: str
    gid: str
    prepared: ActivitySession | None


def lock_row(row: TextRow) -> LockRow:
    pid, _kind, mode, granted, tag, wait, *_of, gid, owner, database, age = row
    holder = text(pid) if pid is not None else f"{PREPARED}{text(gid)}"
    prepared = None
    if gid is not None:
        prepared = ActivitySession(
            id=holder,
            state=ActivityState.IN_TRANSACTION,
            user=text(owner),
            database=text(database),
            kind="prepared transaction",
            transaction_age_s=None if age is None else max(0.0, float(age)),
            state_age_s=None if age is None else max(0.0, float(age)),
        )
    waited = None if wait is None else max(0.0, float(wait))
    return LockRow(
        ActivityLock(holder, text(mode), _object(row), granted == "t", waited), text(tag), text(gid), prepared
    )


def _object(row: TextRow) -> str:
    """What is locked, in words."""
    kind, database = text(row[1]), row[6]
    relation, schema, name, page, tuple_, transaction, catalogue, object_name, object_id, sub = row[7:17]
    relation_name = f"{schema}.{name}" if name is not None else f"relation {relation}"
    where = f" of the database {database}" if database is not None else ""
    if kind == "advisory":
        return f"advisory lock {_advisory(int(catalogue or 0), int(object_id or 0), text(sub))}{where}"
    named = {
        "relation": relation_name,
        "extend": f"extension of {relation_name}",
        "page": f"page {page} of {relation_name}",
        "tuple": f"row {page},{tuple_} of {relation_name}",
        "transactionid": f"transaction {transaction}",
        "virtualxid": f"virtual transaction {transaction}",
        "object": f"object {object_id} of {object_name or catalogue}",
    }
    return f"{named.get(kind, kind)}{where}"


def _advisory(high: int, low: int, halves: str) -> str:
    """The key as it was given: one of 64 bits is told in two halves, with 1 behind them, two of 32 with 2 (53.13)."""
    return str(_signed(high << 32 | low, 64)) if halves == "1" else f"{_signed(high, 32)}, {_signed(low, 32)}"


def _signed(number: int, bits: int) -> int:
    return number - (1 << bits) if number >> (bits - 1) else number


def excludes(held: str, wanted: str) -> bool:
    """Whether a lock held in one mode keeps another from being given."""
    return wanted in _EXCLUDED and held in _MODES and str(_MODES.index(held)) in _EXCLUDED[wanted]


@dataclass(frozen=True, slots=True)
class Blocking:
    """What is known of waits.

    Attributes:
        prepared: Transactions that are prepared and hold what somebody waits for.
        is_cut: Whether there are more locks than are told of.
    """

    rows: tuple[LockRow, ...] = ()
    is_cut: bool = False

    @property
    def locks(self) -> tuple[ActivityLock, ...]:
        return tuple(row.lock for row in self.rows)

    @property
    def longest_wait_s(self) -> float | None:
        """None where the server does not tell since when locks are waited for."""
        return max((row.lock.wait_s for row in self.rows if row.lock.wait_s is not None), default=None)

    def in_the_way(self, session_id: str, blockers: Sequence[str]) -> tuple[str, ...]:
        """Who a session waits for, with prepared transactions by their names."""
        found = [one for one in blockers if one != _NOBODY]
        if _NOBODY in blockers:
            waiting = [row for row in self.rows if row.lock.session_id == session_id and not row.lock.is_granted]
            found += [
                held.lock.session_id
                for wanted in waiting
                for held in self.rows
                if held.prepared and held.tag == wanted.tag and excludes(held.lock.mode, wanted.lock.mode)
            ]
        return tuple(dict.fromkeys(found))

    def with_prepared(self, sessions: Sequence[ActivitySession]) -> tuple[ActivitySession, ...]:
        """The sessions, and behind them the prepared transactions that one of them waits for."""
        wanted = {one for session in sessions for one in session.blocked_by}
        found = {row.lock.session_id: row.prepared for row in self.rows if row.prepared is not None}
        return (*sessions, *(session for name, session in found.items() if name in wanted))


def read_blocking(rows: Sequence[TextRow]) -> Blocking:
    return Blocking(tuple(lock_row(row) for row in rows[:MOST]), is_cut=len(rows) > MOST)


def blocked(session: ActivitySession, blockers: Sequence[str], blocking: Blocking) -> ActivitySession:
    """A session with who is in its way."""
    return replace(session, blocked_by=blocking.in_the_way(session.id, blockers)) if blockers else session
