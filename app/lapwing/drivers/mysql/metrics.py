"""How a MySQL or MariaDB server is looked at: its status variables and its process list at each look, locks only when
somebody waits for one.

Tried with MariaDB 10.11 and MySQL 9.7; MariaDB 10.5 to 11 and MySQL 8 are to work alike and are unverified. Sources:
dev.mysql.com/doc/refman/en (SHOW STATUS, performance_schema.threads, data_lock_waits, metadata_locks, INNODB_METRICS),
mariadb.com/kb/en (information_schema.PROCESSLIST, INNODB_LOCK_WAITS, METADATA_LOCK_INFO).
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar, Final

from lapwing.domain.errors import StatementFailed
from lapwing.domain.monitoring.activity import ActivitySession, ActivityState
from lapwing.domain.monitoring.errors import PlanUnknown
from lapwing.domain.monitoring.metrics import Lane, Metric, Reading
from lapwing.domain.monitoring.mysql import METRICS
from lapwing.domain.monitoring.samples import ServerFacts
from lapwing.domain.monitoring.statements import StatementsReading
from lapwing.drivers.base import Reply
from lapwing.drivers.monitoring import Monitor, ServerReadings
from lapwing.drivers.mysql.activity import Ours
from lapwing.drivers.mysql.asking_time import TimedAsk
from lapwing.drivers.mysql.link import NO_SUCH_THREAD, Link, links_beside
from lapwing.drivers.mysql.queries import TextRow, number_of
from lapwing.drivers.mysql.replication import ReplicationReader
from lapwing.drivers.mysql.server_reading import SlowReader, StatusReader
from lapwing.drivers.mysql.session_reading import SessionReader
from lapwing.drivers.mysql.top_statements import TopStatements

_SAME_S: Final = 2.0
"""Two clocks of whole seconds differ by less: a server that began so much later is another one."""


class MysqlMonitor(Monitor):
    """Looks through one session."""

    metrics: ClassVar[tuple[Metric, ...]] = METRICS

    def __init__(
        self,
        link: Link,
        product: str,
        ask: Callable[[str], list[TextRow]],
        execute: Callable[[str], Iterator[Reply]],
    ) -> None:
        """Read by `ask` and, where columns have to be told by their names, by `execute`."""
        self._link = link
        self._product = product
        self._ask = ask = TimedAsk(ask)
        self._status = StatusReader(ask, is_mariadb=link.is_mariadb)
        self._slow = SlowReader(ask, is_mariadb=link.is_mariadb)
        self._replication = ReplicationReader(execute, is_mariadb=link.is_mariadb)
        self._statements = TopStatements(ask)
        self._sessions: SessionReader | None = None
        self._started: float | None = None

    def read(self, lane: Lane) -> ServerReadings:
        cost_s = self._ask.taken_s()
        told_s = self._status.cost_s()
        cost_s = cost_s if told_s is None else told_s
        return self._read_slow(cost_s) if lane is Lane.SLOW else self._read_fast(cost_s)

    def _read_slow(self, cost_s: float | None) -> ServerReadings:
        self._status.read_settings()
        self._replication.look_again()
        readings, denied = self._slow.read()
        return ServerReadings(tuple(readings), self._epoch(), self._facts(), tuple(denied), cost_s=cost_s)

    def _read_fast(self, cost_s: float | None) -> ServerReadings:
        readings, denied = self._status.read()
        self._note_start(self._status.values.get("Uptime"))
        if self._sessions is None:
            has_schema = self._status.settings.get("performance_schema") == "ON"
            self._sessions = SessionReader(self._ask, is_mariadb=self._link.is_mariadb, has_schema=has_schema)
        activity, more, refused = self._sessions.read(
            self._began(),
            self._ours(),
            rows_wait=self._status.values.get("Innodb_row_lock_current_waits", 0) > 0,
        )
        connected = self._status.values.get("Threads_connected", 1)
        more.append(Reading("connections", max(connected - self._sessions.monitors, 0)))
        replicas, missing = self._replication.read()
        return ServerReadings(
            (*readings, *more, *replicas),
            self._epoch(),
            self._facts(),
            (*denied, *refused, *missing),
            activity,
            self._pid(),
            self._status.settings.get("datadir", ""),
            cost_s,
        )

    def statements(self) -> StatementsReading:
        return self._statements.read()

    # what the server is

    def _note_start(self, uptime_s: float | None) -> None:
        if uptime_s is None:
            return
        started = time.time() - uptime_s
        if self._started is None or abs(started - self._started) > _SAME_S:
            self._started = float(round(started))

    def _began(self) -> str:
        """What tells this run of the server from others, whose sessions have the same numbers."""
        return "" if self._started is None else f"{self._started:.0f}"

    def _epoch(self) -> str:
        """When the server was started, and when its counters were last reset (FLUSH STATUS)."""
        values = self._status.values
        flushed_s = values.get("Uptime", 0) - values.get("Uptime_since_flush_status", values.get("Uptime", 0))
        return f"{self._began()}+{flushed_s:.0f}/{self._link.connection_id}"

    def _facts(self) -> ServerFacts:
        role = self._replication.role
        if not role and self._status.values.get("Slaves_connected"):
            role = "primary"
        return ServerFacts(self._product, role, self._started, started_within_s=_SAME_S)

    def _ours(self) -> Ours:
        return Ours({link.connection_id: link.route.program for link in links_beside(self._link)})

    def _pid(self) -> int | None:
        """By the socket, or as the server's own file says it where both are on this machine."""
        transport = self._link.wire.transport
        pid = transport.peer_pid
        if pid is None and transport.is_here:
            pid = _pid_in(self._status.settings.get("pid_file", ""))
        return pid

    # what can be done

    def cancel_statement(self, session_id: str, began: str) -> bool:
        return self._is_there(session_id, began) and self._kill("KILL QUERY", int(session_id))

    def end_session(self, session_id: str, began: str) -> bool:
        return self._is_there(session_id, began) and self._kill("KILL CONNECTION", int(session_id))

    def explaining(self, session: ActivitySession) -> str:
        if session.state is not ActivityState.ACTIVE or not session.id.isdigit():
            raise PlanUnknown(reason="nothing runs in it")
        if self._link.is_mariadb and session.blocked_by:  # it would answer when it goes on; until then who asks waits
            raise PlanUnknown(reason="it waits for another session, and tells nothing meanwhile")
        return f"SHOW EXPLAIN FOR {session.id}" if self._link.is_mariadb else f"EXPLAIN FOR CONNECTION {session.id}"

    def _is_there(self, session_id: str, began: str) -> bool:
        """Whether it is a session of this run of the server, and not ours."""
        if not (session_id.isascii() and session_id.isdigit()) or int(session_id) == self._link.connection_id:
            return False
        if not began or self._started is None:
            return not began
        return began.isdigit() and abs(int(began) - self._started) <= _SAME_S

    def _kill(self, verb: str, number: int) -> bool:
        try:
            if verb == "KILL QUERY" and self._link.is_mariadb:
                sql = f"SELECT QUERY_ID FROM information_schema.PROCESSLIST WHERE ID = {number} AND COMMAND <> 'Sleep'"
                rows = self._ask(sql)
                if not rows:
                    return False
                self._ask(f"KILL QUERY ID {int(rows[0][0] or 0)}")  # by its own number: the next one is never hit
            else:
                self._ask(f"{verb} {number}")
        except StatementFailed as error:
            if number_of(error) in {str(each) for each in NO_SUCH_THREAD}:
                return False
            raise
        return True


def _pid_in(path: str) -> int | None:
    """A process id in a file of the server's; None where it is not here, or may not be read."""
    try:
        text = Path(path).read_text(encoding="ascii")[:20].strip() if path.startswith("/") else ""
    except (OSError, UnicodeDecodeError, ValueError):
        return None
    return int(text) if text.isdigit() else None
