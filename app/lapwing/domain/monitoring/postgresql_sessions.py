"""Metrics of PostgreSQL about its sessions and what they wait for."""

from typing import Final

from lapwing.domain.monitoring.metrics import Derivation, Lane, Metric, Unit

SESSIONS: Final = (
    Metric(
        "connections",
        "Connections",
        Unit.COUNT,
        help="Sessions of clients, without those that Lapwing itself looks at the server with (pg_stat_activity).",
    ),
    Metric(
        "connections_max",
        "Connections allowed",
        Unit.COUNT,
        help="How many sessions ordinary accounts may have: max_connections without those that are kept free.",
    ),
    Metric(
        "connection_use",
        "Connections in use",
        Unit.SHARE,
        Derivation.SHARE,
        source=("connections",),
        over=("connections_max",),
        help="Sessions of clients as a share of how many there may be. Near 100 % new clients are turned away.",
    ),
    Metric(
        "database_connections",
        "Connections by database",
        Unit.COUNT,
        labels=("database",),
        help="Sessions of clients in each database.",
    ),
    Metric(
        "sessions",
        "Sessions by state",
        Unit.COUNT,
        labels=("state",),
        help="Sessions of clients: active, idle, idle in a transaction, or idle in a transaction that has failed.",
    ),
    Metric(
        "sessions_waiting",
        "Sessions that wait for a lock",
        Unit.COUNT,
        help="Sessions that wait for a lock of a table, a row, a transaction or an advisory lock.",
    ),
    Metric(
        "blocked_sessions",
        "Blocked sessions",
        Unit.COUNT,
        help="Sessions that another session keeps waiting (pg_blocking_pids).",
    ),
    Metric(
        "blocking_sessions",
        "Sessions that block others",
        Unit.COUNT,
        help="Sessions that others wait for and that wait for nobody themselves: the roots of what is blocked.",
    ),
    Metric(
        "waits",
        "Waits of active sessions",
        Unit.COUNT,
        labels=("event",),
        help="Active sessions by what they wait for at the moment; Running are those that wait for nothing.",
    ),
    Metric(
        "longest_transaction",
        "Longest transaction",
        Unit.SECONDS,
        help="Age of the oldest transaction that is open. Long ones keep VACUUM from removing dead rows.",
    ),
    Metric(
        "longest_statement",
        "Longest statement",
        Unit.SECONDS,
        help="Age of the oldest statement that still runs.",
    ),
    Metric(
        "longest_idle_in_transaction",
        "Longest idle in transaction",
        Unit.SECONDS,
        help="How long the most idle session with an open transaction has done nothing.",
    ),
    Metric(
        "longest_lock_wait",
        "Longest wait for a lock",
        Unit.SECONDS,
        help="How long the most patient session has waited for its lock. Version 13 tells no beginning: there it is "
        "counted from when the wait was first seen.",
    ),
    Metric(
        "sessions_opened",
        "Sessions opened",
        Unit.PER_SECOND,
        Derivation.RATE,
        help="New sessions in a second (pg_stat_database, from version 14). Many call for a connection pool.",
    ),
    Metric(
        "sessions_lost",
        "Sessions that ended badly",
        Unit.COUNT,
        Derivation.GROWTH,
        labels=("how",),
        help="Sessions whose client was lost (abandoned), that ended by an error (fatal) or were ended by somebody "
        "(killed); from version 14.",
    ),
    Metric(
        "prepared_transactions",
        "Prepared transactions",
        Unit.COUNT,
        help="Transactions that wait for COMMIT PREPARED. Forgotten ones hold locks and keep VACUUM from its work.",
    ),
    Metric(
        "oldest_prepared_transaction",
        "Oldest prepared transaction",
        Unit.SECONDS,
        help="Age of the oldest transaction that waits for COMMIT PREPARED.",
    ),
    Metric(
        "locks",
        "Locks by mode",
        Unit.COUNT,
        labels=("mode",),
        lane=Lane.SLOW,
        help="Locks of tables, rows and others that are held or waited for, by mode (pg_locks).",
    ),
)
