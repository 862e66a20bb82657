"""What is measured of MySQL and MariaDB.

Names of variables are those of SHOW GLOBAL STATUS; our own session's share is taken off where the server counts by
session. Sources: dev.mysql.com/doc/refman/en/server-status-variables.html, mariadb.com/kb/en/server-status-variables.
"""

from typing import Final

from lapwing.domain.monitoring.metrics import Lane, Metric, Unit
from lapwing.domain.monitoring.mysql_innodb import INNODB
from lapwing.domain.monitoring.mysql_sessions import SESSIONS
from lapwing.domain.monitoring.mysql_work import STATEMENTS, TABLES

_REST: Final = (
    Metric(
        "replication_lag",
        "Replication lag",
        Unit.SECONDS,
        labels=("channel",),
        help="Seconds behind the source, by channel, as SHOW REPLICA STATUS tells; none while it does not run.",
    ),
    Metric(
        "replication_running",
        "Replication runs",
        Unit.COUNT,
        labels=("channel",),
        help="1 where both threads of the replication run, 0 where one has stopped.",
    ),
    Metric(
        "relay_log",
        "Relay logs",
        Unit.BYTES,
        labels=("channel",),
        help="Space that the relay logs of a channel take (Relay_Log_Space).",
    ),
    Metric("uptime", "Uptime", Unit.SECONDS, help="Since the server was started (Uptime)."),
    Metric(
        "database_size",
        "Size of databases",
        Unit.BYTES,
        labels=("database",),
        lane=Lane.SLOW,
        help="Files of InnoDB's tables by database, the largest 50. What other engines keep is not counted: asking for "
        "it would open every table.",
    ),
    Metric(
        "binary_logs",
        "Binary logs",
        Unit.BYTES,
        lane=Lane.SLOW,
        help="What the binary logs take (SHOW BINARY LOGS).",
    ),
)

METRICS: Final[tuple[Metric, ...]] = (*SESSIONS, *STATEMENTS, *TABLES, *INNODB, *_REST)
