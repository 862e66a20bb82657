"""Reading a server's sessions and who waits for whom; locks are asked for only when somebody waits."""

import time
from collections.abc import Callable, Sequence
from typing import Final

from lapwing.domain.monitoring.activity import Activity
from lapwing.domain.monitoring.metrics import Denied, Reading
from lapwing.drivers.mysql.activity import (
    Ours,
    SeenSession,
    Waits,
    activity_of,
    row_wait,
    seen_session,
    session_readings,
)
from lapwing.drivers.mysql.alternatives import Alternatives
from lapwing.drivers.mysql.definition_locks import DefinitionLock, presumed
from lapwing.drivers.mysql.queries import TextRow, text_of

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
        if is_mariadb:
            lists = [*(["monitor_sessions_mariadb"] if _may_see(ask) else []), "monitor_sessions_mariadb_own"]
            definitions = ["monitor_definition_locks_plugin"]
        else:
            lists = ["monitor_sessions_schema"] if has_schema else []
            lists += [*(["monitor_sessions_plain"] if _may_see(ask) else []), "monitor_sessions_plain_own"]
            definitions = []
        rows = ["monitor_row_waits_innodb"] if is_mariadb else ["monitor_row_waits_schema", "monitor_row_waits_innodb"]
        definitions = [*(["monitor_definition_locks_schema"] if has_schema else []), *definitions]
        self._lists = _choices(ask, lists)
        self._row_waits = _choices(ask, rows)
        self._definitions = _choices(ask, definitions)
        self.monitors = 1

    def read(self, began: str, ours: Ours, *, rows_wait: bool) -> tuple[Activity, list[Reading], list[Denied]]:
        """What sessions do at this moment.

        Args:
            began: What tells this run of the server from others.
            rows_wait: Whether the server says that somebody waits for a row.
        """
        rows = self._lists.rows() or ()
        seen = [seen_session(row, began, ours) for row in rows if not ours.is_monitor(row)]
        self.monitors = len(ours.monitors | {int(row[0] or 0) for row in rows if ours.is_monitor(row)})
        if self._lists.chosen.endswith("_own"):
            activity = activity_of(seen, Waits(notes=[_OWN_ONLY]), time.time())
            return activity, [], [Denied(_METRICS, NO_PROCESS)]
        activity = activity_of(seen, self._waits(seen, rows_wait=rows_wait), time.time())
        return activity, list(session_readings(seen, activity)), []

    def _waits(self, seen: Sequence[SeenSession], *, rows_wait: bool) -> Waits:
        waits = Waits()
        if rows_wait or any(each.waits_for_row for each in seen):
            rows = self._row_waits.rows()
            waits.rows = tuple(map(row_wait, rows or ()))
            if rows is None:
                waits.notes.append(_NO_ROWS)
        if any(each.waits_for_definition for each in seen):
            waits.definitions = self._definition_locks(seen, waits.notes)
        return waits

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


def _may_see(ask: Ask) -> bool:
    """Whether the account has PROCESS. A list of sessions may be read without it, and is then one of its own."""
    sql = "SELECT COUNT(*) FROM information_schema.INNODB_TRX"
    return Alternatives(ask, [("transactions", sql)]).rows() is not None


def _choices(ask: Ask, names: Sequence[str]) -> Alternatives[list[TextRow]]:
    return Alternatives(ask, [(name, text_of(name)) for name in names])
