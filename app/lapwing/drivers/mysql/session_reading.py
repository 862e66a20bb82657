"""Reading a server's sessions and who waits for whom; locks are asked for only when somebody waits."""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from lapwing.domain.monitoring.activity import Activity
from lapwing.domain.monitoring.metrics import Denied, Reading
from lapwing.drivers.mysql.activity import (
    Ours,
    SeenSession,
    Waits,
    activity_of,
    seen_session,
    session_readings,
)
from lapwing.drivers.mysql.alternatives import Alternatives
from lapwing.drivers.mysql.definition_locks import DefinitionLock, presumed
from lapwing.drivers.mysql.queries import TextRow, text_of
from lapwing.drivers.mysql.row_waits import RowWait, Transaction, waits_of_locks, waits_of_rows

Ask = Callable[[str], list[TextRow]]
_METRICS: Final = (
    "sessions", "sessions_waiting", "blocked_sessions", "blocking_sessions", "longest_transaction", "longest_statement",
    "longest_idle_in_transaction", "longest_lock_wait", "waits", "session_states",
)  # fmt: skip
NO_PROCESS: Final = "This account may not see the sessions of others. GRANT PROCESS ON *.* lets it."
_OWN_ONLY: Final = "Only sessions of this account are seen, because it has not the privilege PROCESS."
_NO_ROWS: Final = "Who waits for whose rows is not told to this account: it may not read performance_schema."
_NO_DEFINITIONS: Final = (
    "Who holds the definitions that sessions wait for is not told: performance_schema is off, or this account may not "
    "read it. On MariaDB the plugin METADATA_LOCK_INFO tells it, too."
)


class SessionReader:
    """Reads through one session, by its thread.

    Attributes:
        monitors: How many sessions of Lapwing looked at the server at the last look, ours among them.
    """

    def __init__(self, ask: Ask, *, is_mariadb: bool, has_schema: bool) -> None:
        """Read by `ask`, which raises what running a statement raises.

        Args:
            has_schema: Whether performance_schema is on.
        """
        by_schema = has_schema and not is_mariadb
        plain = "monitor_sessions_mariadb" if is_mariadb else "monitor_sessions_plain"
        definitions = ["monitor_definition_locks_schema"] if has_schema else []
        definitions += ["monitor_definition_locks_plugin"] if is_mariadb else []
        self._lists = _choices(ask, ["monitor_sessions_schema", plain] if by_schema else [plain])
        self._transactions = _choices(ask, ["monitor_transactions"])
        self._row_waits = _choices(ask, ["monitor_row_waits_schema"] if by_schema else [])
        self._lock_waits = _choices(ask, ["monitor_lock_waits"])
        self._locks = _choices(ask, ["monitor_locks"])
        self._definitions = _choices(ask, definitions)
        self.monitors = 1

    def read(self, began: str, ours: Ours, *, rows_wait: bool) -> tuple[Activity, list[Reading], list[Denied]]:
        """What sessions do at this moment.

        Args:
            began: What tells this run of the server from others.
            rows_wait: Whether the server says that somebody waits for a row.
        """
        rows = self._lists.rows() or ()
        is_plain = self._lists.chosen != "monitor_sessions_schema"
        transactions = self._open_transactions() if is_plain or rows_wait else {}
        seen = [
            seen_session(row, began, ours, (transactions or {}).get(row[0] or "") if is_plain else None)
            for row in rows
            if not ours.is_monitor(row)
        ]
        self.monitors = len(ours.monitors | {int(row[0] or 0) for row in rows if ours.is_monitor(row)})
        if is_plain and transactions is None:
            activity = activity_of(seen, Waits(notes=[_OWN_ONLY]), time.time())
            return activity, [], [Denied(_METRICS, NO_PROCESS)]
        waits = self._waits(seen, transactions, rows_wait=rows_wait)
        activity = activity_of(seen, waits, time.time())
        return activity, list(session_readings(seen, activity)), []

    def _open_transactions(self) -> dict[str, Transaction] | None:
        """By session; None where this account may not see them."""
        rows = self._transactions.rows()
        return None if rows is None else {each.session_id: each for each in map(Transaction.of_row, rows)}

    def _waits(
        self, seen: Sequence[SeenSession], transactions: Mapping[str, Transaction] | None, *, rows_wait: bool
    ) -> Waits:
        waits = Waits()
        if rows_wait or any(each.waits_for_row for each in seen):
            found = self._waits_for_rows(transactions)
            waits.rows = found or ()
            if found is None:
                waits.notes.append(_NO_ROWS)
        if any(each.waits_for_definition for each in seen):
            waits.definitions = self._definition_locks(seen, waits.notes)
        return waits

    def _waits_for_rows(self, transactions: Mapping[str, Transaction] | None) -> tuple[RowWait, ...] | None:
        """None where the server does not tell this account."""
        rows = self._row_waits.rows()
        if rows is not None:
            return tuple(waits_of_rows(rows, transactions))
        waits = self._lock_waits.rows()
        locks = self._locks.rows() if waits else ()
        if waits is None or locks is None or transactions is None:
            return None
        return tuple(waits_of_locks(waits, locks, transactions.values()))

    def _definition_locks(self, seen: Sequence[SeenSession], notes: list[str]) -> tuple[DefinitionLock, ...]:
        rows = self._definitions.rows()
        if rows is None:
            notes.append(_NO_DEFINITIONS)
            return ()
        locks = tuple(DefinitionLock.of_row(row) for row in rows)
        if self._definitions.chosen.endswith("_plugin"):
            waiting = [each.session for each in seen if each.waits_for_definition]
            locks = presumed(locks, waiting)
        return locks


def _choices(ask: Ask, names: Sequence[str]) -> Alternatives[list[TextRow]]:
    return Alternatives(ask, [(name, text_of(name)) for name in names])
