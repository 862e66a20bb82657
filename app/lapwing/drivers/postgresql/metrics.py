"""How a PostgreSQL server is looked at: at each tick one message with three statements, which are one transaction: its
sessions, their locks when somebody waits, and the figures.

Views and functions: PostgreSQL's manual, 27.2 (statistics), 53.13 (pg_locks), 9.27 (administration).
"""

import time
from collections.abc import Iterable
from dataclasses import field
from typing import ClassVar, Final

from lapwing.domain.errors import StatementFailed
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.activity import Activity, ActivitySession
from lapwing.domain.monitoring.metrics import Denied, Lane, Metric, Reading
from lapwing.domain.monitoring.postgresql import METRICS
from lapwing.domain.monitoring.samples import ServerFacts
from lapwing.domain.monitoring.statements import StatementsReading
from lapwing.drivers.monitoring import Monitor, ServerReadings
from lapwing.drivers.postgresql.activity import Look, Sessions
from lapwing.drivers.postgresql.explaining import explaining
from lapwing.drivers.postgresql.lock_waits import PREPARED
from lapwing.drivers.postgresql.metric_denials import denials, without_denied
from lapwing.drivers.postgresql.metric_parts import PASSED_BY, LaneQueries, denied_by_version
from lapwing.drivers.postgresql.objects import Ask, TextRow, query, text
from lapwing.drivers.postgresql.own_statements import AskTogether, Call, OwnStatements
from lapwing.drivers.postgresql.own_work import OwnWork
from lapwing.drivers.postgresql.sequence_rounds import SequenceRounds
from lapwing.drivers.postgresql.top_statements import LONGEST_TEXT, TopStatements

_PREPARED: Final = (
    "A prepared transaction has no session: end it by COMMIT PREPARED or ROLLBACK PREPARED in its database."
)
_FLUSHES: Final = 150_000
"""From this version on, a session can have its counts told at once."""
_LABELS: Final = {
    name: metric.labels[0] for metric in METRICS if metric.labels for name in (*metric.readings, *metric.over)
}
"""Of readings the name of their label."""


@dataclass(slots=True)
class _Figures:
    """Rows of readings, read."""

    readings: list[Reading] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    epoch: str = ""
    cost_s: float = 0.0


def _figures(rows: Iterable[TextRow]) -> _Figures:
    found = _Figures()
    epoch: list[str] = []
    for name, label, value in rows:
        if value is None or name is None:
            continue
        if not name.startswith("@"):
            labels = () if label is None else ((_LABELS[name], label),)
            found.readings.append(Reading(name, _number(value), labels))
        elif name == "@epoch":
            epoch.append(value)
        elif name == "@cost":
            found.cost_s += float(value)
        else:
            found.facts[name[1:]] = value
    found.epoch = " ".join(epoch)
    return found


def _number(value: str) -> int | float:
    return int(value) if value.lstrip("-").isdigit() else float(value)


class PostgresqlMonitor(Monitor):
    """Looks at a server through one session."""

    metrics: ClassVar[tuple[Metric, ...]] = METRICS

    def __init__(self, ask: Ask, ask_together: AskTogether, version: int, product: str, database: str) -> None:
        self._own = OwnStatements(ask, ask_together)
        self._version = version
        self._product = product
        self._statements = TopStatements(self._own, version, database)
        self._lanes = {lane: LaneQueries(self._own, version, lane) for lane in Lane}
        self._sessions = Sessions(version, is_converted=False)
        self._own_work = OwnWork(database)
        self._sequences = SequenceRounds()
        self._facts: dict[str, str] = {}
        self._place: tuple[str, int | None] | None = None

    def read(self, lane: Lane) -> ServerReadings:
        if self._place is None:
            self._place = self._find_place()
        return self._read_fast() if lane is Lane.FAST else self._read_slow()

    def _find_place(self) -> tuple[str, int | None]:
        """The data folder, and the process of the server, as far as this account may know."""
        ((sees_all, is_converted),) = self._own.ask(query("monitor_account"))
        self._facts["sees_all"] = "true" if sees_all == "t" else "false"
        self._sessions = Sessions(self._version, is_converted=is_converted == "t")
        try:
            ((folder, pid),) = self._own.ask(query("monitor_place"))
        except StatementFailed:
            return "", None  # neither is needed
        return text(folder), int(pid) if pid is not None and pid.isdigit() else None

    # a tick

    def _read_fast(self) -> ServerReadings:
        look, rows, refused = self._look()
        found = _figures(rows)
        self._facts = found.facts or self._facts
        denied = [
            *denied_by_version(self._version),
            *refused,
            *look.denied,
            *denials(self._facts, Lane.FAST),
        ]
        readings = [*self._own_work.left_out(found.readings, found.epoch), *look.readings]
        self._own_work.told(self._own)
        return self._readings(found, without_denied(readings, denied), denied, look)

    def _look(self) -> tuple[Look, list[TextRow], list[Denied]]:
        """The sessions, the rows of readings, and what was refused."""
        lane, sees_all = self._lanes[Lane.FAST], self._facts.get("sees_all") == "true"
        calls = [*self._before(), *self._sessions.calls(sees_all=sees_all), lane.call]
        if self._own.prepare(calls):
            self._have_counted()
        try:
            *_, sessions, locks, rows = self._own.together(calls)
        except StatementFailed as error:
            if error.facts.get("code") in PASSED_BY:
                raise
            rows, refused = lane.read_apart()
            return self._sessions.looked_apart(self._own, sees_all=sees_all), rows, refused
        look = self._sessions.looked(sessions, locks, sees_all=sees_all)
        if look is None:
            look = self._sessions.looked_apart(self._own, sees_all=sees_all)
        return look, rows, lane.refused

    def _have_counted(self) -> None:
        """Have the server count what our session did so far, so that it is in no growth. Before version 15 a session
        tells of it half a second after it did so last, and what is read then may be half a second old."""
        flush = query("monitor_flush") if self._version >= _FLUSHES else query("monitor_patience")
        for _ in range(1 if self._version >= _FLUSHES else 2):
            self._own.rows(Call(flush))
        self._own_work.told(self._own)

    def _before(self) -> tuple[Call, ...]:
        """Before version 15 statistics come from a file that a process of its own writes when it is asked to. Waiting
        for it is no work of the server's: a statement of its own does it, whose cost is not counted."""
        return () if self._version >= _FLUSHES else (Call(query("monitor_snapshot")),)

    def _read_slow(self) -> ServerReadings:
        lane = self._lanes[Lane.SLOW]
        lane.values["monitor_sequences"] = (str(self._sequences.next_oid),)
        rows, refused = lane.read()
        self._own_work.told(self._own)
        found = _figures(rows)
        self._own_work.reads(found.facts)
        denied = [*refused, *denials(self._facts, Lane.SLOW)]
        readings = self._sequences.with_known(found.readings, found.facts.get("sequences"))
        return self._readings(found, without_denied(readings, denied), denied, None)

    def _readings(
        self, found: _Figures, readings: tuple[Reading, ...], denied: list[Denied], look: Look | None
    ) -> ServerReadings:
        folder, pid = self._place or ("", None)
        started = self._facts.get("started")
        return ServerReadings(
            readings=readings,
            epoch=found.epoch,
            server=ServerFacts(
                product=self._product,
                role="standby" if self._facts.get("standby") == "true" else "primary",
                started=None if started is None else float(started),
            ),
            denied=tuple(denied),
            activity=None if look is None else Activity(time.time(), look.sessions, look.locks, look.note),
            server_pid=pid,
            data_folder=folder,
            cost_s=found.cost_s + (0.0 if look is None else look.cost_s),
        )

    def statements(self) -> StatementsReading:
        return self._statements.read()

    # acting

    def cancel_statement(self, session_id: str, began: str) -> bool:
        return self._told_to_end("pg_cancel_backend", session_id, began)

    def end_session(self, session_id: str, began: str) -> bool:
        return self._told_to_end("pg_terminate_backend", session_id, began)

    def _told_to_end(self, function: str, session_id: str, began: str) -> bool:
        if session_id.startswith(PREPARED):
            raise StatementFailed(server=_PREPARED, code="", position=None)
        if not (session_id.isascii() and session_id.isdigit()):
            return False
        return self._own.ask(query("monitor_ending").replace("{function}", function), (session_id, began)) == [("t",)]

    def explaining_shape(self, text: str) -> str:
        return explaining(text, self._version, LONGEST_TEXT)

    def explaining(self, session: ActivitySession) -> str:
        ((longest,),) = self._own.ask(query("monitor_statement_size"))
        return explaining(session.statement, self._version, int(longest or 0))
