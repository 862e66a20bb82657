"""Reading a server's status variables and settings, and what is asked for seldom because it costs more."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from lapwing.domain.monitoring.metrics import Denied, Reading
from lapwing.drivers.mysql.alternatives import Alternatives
from lapwing.drivers.mysql.literals import literal
from lapwing.drivers.mysql.queries import TextRow, text_of
from lapwing.drivers.mysql.status import (
    OTHER_SETTINGS,
    SETTINGS,
    TIME,
    Number,
    by_session,
    counted,
    number,
    numbers,
    of_others,
    setting_readings,
    status_readings,
    wanted_of,
)

Ask = Callable[[str], list[TextRow]]
_SINCE: Final = "Uptime_since_flush_status"
_NEARLY: Final = frozenset({TIME, "Bytes_sent", "Bytes_received"})
"""Of these our own share can be taken off only about: what is under way while it is asked for differs each time. They
never go down, though, but when they are reset."""
_SCOPES: Final = ("SESSION", "GLOBAL")
_BY_INNODB: Final = {
    "lock_deadlocks": "Innodb_deadlocks",
    "trx_rseg_history_len": "Innodb_history_list_length",
    "log_lsn_checkpoint_age": "Innodb_checkpoint_age",
    "lock_timeouts": "lock_timeouts",
}
"""What INNODB_METRICS tells under another name than MariaDB's status does."""
_NO_PROCESS: Final = "InnoDB tells this only to accounts with the privilege PROCESS. GRANT PROCESS ON *.* gives it."
_NO_SCHEMA: Final = "The server adds up the time of statements only in performance_schema, which is off."
_NO_SCHEMA_RIGHT: Final = "This account may not read performance_schema. GRANT SELECT ON performance_schema.* lets it."
_NO_QUERY_TIME: Final = "This version of the server does not add up the time of statements."
_NO_LOGS_RIGHT: Final = (
    "This account may not see the binary logs. GRANT BINLOG MONITOR ON *.* lets it, on MySQL REPLICATION CLIENT."
)
_NO_LOGS: Final = "The server writes no binary logs."
_TIMES: Final = ("statement_load", "statement_latency")
_LACKING: Final = {
    "deadlocks": "Innodb_deadlocks",
    "history_list": "Innodb_history_list_length",
    "lock_timeouts": "lock_timeouts",
}
"""Metrics with the values that they need."""


class StatusReader:
    """Reads at each look.

    SHOW STATUS is not used where there is another way: it counts what itself does for everybody but its own session
    (MySQL's and MariaDB's `execute_show_status`), so that could not be taken off.

    Attributes:
        values: Of all sessions but ours, by the server's names; those of the last look.
        settings: Of the last time that they were read.
    """

    def __init__(self, ask: Ask, *, is_mariadb: bool) -> None:
        """Read by `ask`, which raises what running a statement raises."""
        self._ask = ask
        self._is_mariadb = is_mariadb
        self._schema = "information_schema" if is_mariadb else "performance_schema"
        self._innodb = Alternatives(ask, [("monitor_innodb", text_of("monitor_innodb"))])
        self._statements = Alternatives(ask, [("monitor_statements", text_of("monitor_statements"))])
        self._names: dict[str, str] = {}
        self._everybodys_sql = self._own_sql = ""
        self._own: dict[str, Number] = {}
        self._own_s: float | None = None
        self._counted: dict[str, Number] = {}
        self.values: dict[str, Number] = {}
        self.settings: dict[str, str] = {}

    def read_settings(self) -> None:
        """Take them anew."""
        names = ", ".join(literal(name) for name in sorted({*SETTINGS.values(), *OTHER_SETTINGS}))
        rows = self._ask(f"SHOW GLOBAL VARIABLES WHERE Variable_name IN ({names})")
        self.settings = {name or "": value or "" for name, value, *_ in rows}

    def cost_s(self) -> float | None:
        """Seconds that the server worked for us since this was asked; None at first, and where it does not tell."""
        before = self._own_s
        if not self._own_sql:
            self._prepare()
        self._own = self._numbers(self._own_sql)
        self._own_s = self._own.get(TIME)
        if not self._is_mariadb:
            self._own_s = self._count_statements()
        return None if before is None or self._own_s is None else max(self._own_s - before, 0.0)

    def _prepare(self) -> None:
        self.read_settings()
        found = [name or "" for name, *_ in self._ask("SHOW GLOBAL STATUS")]
        wanted = wanted_of(found)
        self._names = {name.upper(): name for name in wanted}
        self._everybodys_sql = self._query("GLOBAL_STATUS", wanted)
        self._own_sql = self._query("SESSION_STATUS", by_session(wanted))

    def _query(self, table: str, names: Iterable[str]) -> str:
        listed = ", ".join(literal(name) for name in sorted(names))
        place = f"{self._schema}.{table if self._is_mariadb else table.lower()}"
        return f"SELECT VARIABLE_NAME, VARIABLE_VALUE FROM {place} WHERE VARIABLE_NAME IN ({listed})"

    def _numbers(self, sql: str) -> dict[str, Number]:
        """MariaDB writes the names in capitals."""
        found = numbers(self._ask(sql))
        return {self._names.get(name.upper(), name): value for name, value in found.items()}

    def _count_statements(self) -> float | None:
        """Count statements of everybody but us by their verbs; the seconds that ours took, where that is told.

        MySQL's tables of variables have none of the Com_*.
        """
        rows = self._statements.rows() if self.settings.get("performance_schema") == "ON" else None
        if rows is None:
            own, everybody = (numbers(self._ask(f"SHOW {scope} STATUS LIKE 'Com\\_%'")) for scope in _SCOPES)
            self._counted = of_others(everybody, own)
            return None
        self._counted, own_s = counted(rows)
        return own_s

    def read(self) -> tuple[list[Reading], list[Denied]]:
        """The readings of this look; `cost_s` was asked just before."""
        before = self.values
        self.values = {**of_others(self._numbers(self._everybodys_sql), self._own), **self._counted}
        if self.values.get(_SINCE, 0) >= before.get(_SINCE, 0):
            for name in _NEARLY & before.keys() & self.values.keys():
                self.values[name] = max(self.values[name], before[name])
        if self.settings.get("event_scheduler") == "ON" and "Threads_running" in self.values:
            self.values["Threads_running"] -= 1  # it counts as running while it waits for something to do
        if not self._is_mariadb:
            self.values.pop("Table_locks_immediate", None)  # all of ours are in it, and cannot be told
        denied = self._read_innodb()
        if TIME not in self.values:
            denied.append(self._without_times())
        return [*status_readings(self.values), *setting_readings(self.settings, self.values)], denied

    def _read_innodb(self) -> list[Denied]:
        rows = self._innodb.rows()
        found = numbers(rows or ())
        for theirs, ours in _BY_INNODB.items():
            if ours not in self.values and theirs in found:
                self.values[ours] = found[theirs]
        lacking = [metric for metric, name in _LACKING.items() if name not in self.values]
        return [Denied(tuple(lacking), _NO_PROCESS)] if rows is None and lacking else []

    def _without_times(self) -> Denied:
        if self._is_mariadb:
            return Denied(_TIMES, _NO_QUERY_TIME, is_permission=False)
        if self._statements.is_denied:
            return Denied(_TIMES, _NO_SCHEMA_RIGHT)
        return Denied(_TIMES, _NO_SCHEMA, is_permission=False)


class SlowReader:
    """Reads once a minute."""

    def __init__(self, ask: Ask, *, is_mariadb: bool) -> None:
        """Read by `ask`, which raises what running a statement raises."""
        file = "monitor_sizes_mariadb" if is_mariadb else "monitor_sizes_mysql"
        self._sizes = Alternatives(ask, [(file, text_of(file))])
        self._logs = Alternatives(ask, [("logs", "SHOW BINARY LOGS")])

    def read(self) -> tuple[list[Reading], list[Denied]]:
        """Sizes of databases and of binary logs."""
        denied: list[Denied] = []
        sizes, logs = self._sizes.rows(), self._logs.rows()
        readings = list(_sizes(sizes or ()))
        if self._sizes.is_denied:
            denied.append(Denied(("database_size",), _NO_PROCESS))
        if logs is not None:
            readings.append(Reading("binary_logs", sum(number(row[1]) or 0 for row in logs)))
        elif self._logs.is_denied:
            denied.append(Denied(("binary_logs",), _NO_LOGS_RIGHT))
        else:
            denied.append(Denied(("binary_logs",), _NO_LOGS, is_permission=False))
        return readings, denied


def _sizes(rows: Iterable[TextRow]) -> Iterator[Reading]:
    for place, size, *_ in rows:
        yield Reading("database_size", number(size) or 0, (("database", place or ""),))
