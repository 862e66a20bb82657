"""Metrics of MySQL and MariaDB about sessions and what they wait for."""

from typing import Final

from lapwing.domain.monitoring.metrics import Derivation, Metric, Unit

SESSIONS: Final = (
    Metric("connections", "Connections", Unit.COUNT, help="Open connections but ours (Threads_connected)."),
    Metric("connections_max", "Connection limit", Unit.COUNT, help="The setting max_connections."),
    Metric(
        "connection_use",
        "Connections in use",
        Unit.SHARE,
        Derivation.SHARE,
        source=("connections",),
        over=("connections_max",),
        help="Open connections over max_connections.",
    ),
    Metric(
        "connections_peak",
        "Most connections",
        Unit.COUNT,
        help="Most connections at once since the server was started (Max_used_connections); ours may be among them.",
    ),
    Metric(
        "sessions_opened",
        "Sessions opened",
        Unit.PER_SECOND,
        Derivation.RATE,
        help="Attempts to connect in a second, refused ones included (Connections). Many call for a connection pool.",
    ),
    Metric(
        "sessions",
        "Sessions",
        Unit.COUNT,
        labels=("state",),
        help="Sessions by what they do: active, idle, in transaction (idle with a transaction open).",
    ),
    Metric("sessions_waiting", "Sessions waiting for a lock", Unit.COUNT, help="For a row, a table or its definition."),
    Metric(
        "blocked_sessions",
        "Blocked sessions",
        Unit.COUNT,
        help="Sessions of which it is known who is in their way. Waits for definitions are among them only where the "
        "server tells whose they are (performance_schema.metadata_locks, the plugin METADATA_LOCK_INFO).",
    ),
    Metric(
        "blocking_sessions",
        "Sessions that block others",
        Unit.COUNT,
        help="Sessions that others wait for and that wait for nobody themselves: the roots of what is blocked.",
    ),
    Metric("longest_transaction", "Longest transaction", Unit.SECONDS, help="Age of the oldest open transaction."),
    Metric("longest_statement", "Longest statement", Unit.SECONDS, help="Age of the oldest statement under way."),
    Metric(
        "longest_idle_in_transaction",
        "Longest idle in transaction",
        Unit.SECONDS,
        help="For how long the idlest session with an open transaction has sent nothing.",
    ),
    Metric("longest_lock_wait", "Longest wait for a lock", Unit.SECONDS, help="Age of the oldest wait for a lock."),
    Metric(
        "threads_running",
        "Running threads",
        Unit.COUNT,
        help="Sessions that run a statement, but ours (Threads_running).",
    ),
    Metric("threads_cached", "Cached threads", Unit.COUNT, help="Kept for the next connections (Threads_cached)."),
    Metric(
        "threads_created",
        "Threads made",
        Unit.PER_SECOND,
        Derivation.RATE,
        help="Threads made for connections; many mean that thread_cache_size is small (Threads_created).",
    ),
    Metric(
        "sessions_lost",
        "Sessions that ended badly",
        Unit.COUNT,
        Derivation.GROWTH,
        labels=("how",),
        help="Sessions whose client went without saying so (abandoned: Aborted_clients), and attempts to connect that "
        "came to nothing (refused: Aborted_connects).",
    ),
    Metric(
        "connection_errors",
        "Connection errors",
        Unit.COUNT,
        Derivation.GROWTH,
        labels=("reason",),
        help="Attempts that the server itself failed at, by reason (Connection_errors_*).",
    ),
    Metric(
        "waits",
        "Waits of active sessions",
        Unit.COUNT,
        labels=("event",),
        help="Active sessions by what they wait for at the moment, as the process list says; Running are those that "
        "wait for nothing.",
    ),
    Metric(
        "session_states",
        "What statements do",
        Unit.COUNT,
        labels=("state",),
        help="Sessions that run a statement, by the state that the process list shows.",
    ),
)
