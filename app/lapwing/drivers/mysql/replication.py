"""Reading how far a replica is behind, of those servers that are one."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from lapwing.domain.monitoring.metrics import Denied, Reading
from lapwing.domain.results import Column
from lapwing.drivers.base import PagesCame, Reply, ResultBegan, RowsCame
from lapwing.drivers.mysql.alternatives import Alternatives
from lapwing.drivers.mysql.exchange import rows_in
from lapwing.drivers.mysql.status import number

Named = dict[str, str]
_METRICS: Final = ("replication_lag", "replication_running", "relay_log")
_NO_RIGHT: Final = (
    "This account may not see replication. GRANT SLAVE MONITOR ON *.* lets it, on MySQL REPLICATION CLIENT."
)
_NO_REPLICA: Final = "This server is no replica."
_MARIADB: Final = ("SHOW ALL SLAVES STATUS", "SHOW SLAVE STATUS")
_MYSQL: Final = ("SHOW REPLICA STATUS", "SHOW SLAVE STATUS")
_CHANNEL: Final = ("Channel_Name", "Connection_name")
_LAG: Final = ("Seconds_Behind_Source", "Seconds_Behind_Master")
_THREADS: Final = (("Replica_IO_Running", "Slave_IO_Running"), ("Replica_SQL_Running", "Slave_SQL_Running"))
_USUAL: Final = "default"
"""What the channel without a name is called."""


class ReplicationReader:
    """Asks at each look where there is something to be told; whether there is, once a minute.

    Attributes:
        role: `standby` where the server is a replica.
    """

    def __init__(self, execute: Callable[[str], Iterator[Reply]], *, is_mariadb: bool) -> None:
        """Read by `execute`, which raises what running a statement raises."""
        self._execute = execute
        self._status = Alternatives(self._named, [(sql, sql) for sql in (_MARIADB if is_mariadb else _MYSQL)])
        self._looks = True
        self.role = ""

    def look_again(self) -> None:
        """Ask at the next look, whatever was known."""
        self._looks = True

    def read(self) -> tuple[list[Reading], list[Denied]]:
        """The readings of each channel."""
        rows = self._status.rows() if self._looks else []
        self._looks = bool(rows)
        self.role = "standby" if rows else ""
        if rows:
            return [reading for row in rows for reading in _readings(row)], []
        if self._status.is_denied:
            return [], [Denied(_METRICS, _NO_RIGHT)]
        return [], [Denied(_METRICS, _NO_REPLICA, is_permission=False)]

    def _named(self, sql: str) -> list[Named]:
        """The rows by the names of their columns, which differ by version."""
        found: list[Named] = []
        columns: Sequence[Column] = ()
        for reply in self._execute(sql):
            if isinstance(reply, ResultBegan):
                columns = reply.columns
            elif isinstance(reply, PagesCame | RowsCame):
                names = [column.name for column in columns]
                found += [dict(zip(names, map(_text, row), strict=True)) for row in rows_in(reply, columns)]
        return found


def _readings(row: Named) -> Iterator[Reading]:
    labels = (("channel", _first(row, _CHANNEL) or _USUAL),)
    lag, space = number(_first(row, _LAG)), number(row.get("Relay_Log_Space"))
    if lag is not None:
        yield Reading("replication_lag", lag, labels)
    runs = all(_first(row, names) == "Yes" for names in _THREADS)
    yield Reading("replication_running", int(runs), labels)
    if space is not None:
        yield Reading("relay_log", space, labels)


def _first(row: Named, names: Sequence[str]) -> str:
    return next((row[name] for name in names if name in row), "")


def _text(cell: object) -> str:
    return cell.decode("utf-8", "backslashreplace") if isinstance(cell, bytes) else "" if cell is None else str(cell)
