"""Readings of the server's status variables and settings: which variable is which reading, as data.

Where the server counts by session, our own session's share is taken off: it is asked for just before, so that what lies
between is the same at each look and falls out of every growth.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from lapwing.domain.monitoring.metrics import Labels, Reading

Number = int | float
Values = Mapping[str, Number]

TIME: Final = "Query_time"
"""MariaDB's name of the seconds that statements took; MySQL's are put under it, too."""
_PLAIN: Final[Mapping[str, str]] = {
    "connections_peak": "Max_used_connections",
    "sessions_opened": "Connections",
    "threads_cached": "Threads_cached",
    "threads_created": "Threads_created",
    "questions": "Questions",
    "slow_statements": "Slow_queries",
    "commits": "Handler_commit",
    "rollbacks": "Handler_rollback",
    "sort_rows": "Sort_rows",
    "temporary_all_tables": "Created_tmp_tables",
    "temporary_disk_tables": "Created_tmp_disk_tables",
    "temporary_files": "Created_tmp_files",
    "open_tables_hits": "Table_open_cache_hits",
    "open_tables_misses": "Table_open_cache_misses",
    "open_tables_overflows": "Table_open_cache_overflows",
    "tables_opened": "Opened_tables",
    "tables_open": "Open_tables",
    "definitions_open": "Open_table_definitions",
    "files_open": "Open_files",
    "buffer_pool_read_requests": "Innodb_buffer_pool_read_requests",
    "buffer_pool_reads": "Innodb_buffer_pool_reads",
    "buffer_pool_waits": "Innodb_buffer_pool_wait_free",
    "buffer_pool_pages": "Innodb_buffer_pool_pages_total",
    "buffer_pool_pages_data": "Innodb_buffer_pool_pages_data",
    "buffer_pool_pages_dirty": "Innodb_buffer_pool_pages_dirty",
    "doublewrite": "Innodb_dblwr_pages_written",
    "log_written": "Innodb_os_log_written",
    "log_writes": "Innodb_log_writes",
    "log_waits": "Innodb_log_waits",
    "row_lock_waits": "Innodb_row_lock_waits",
    "row_lock_milliseconds": "Innodb_row_lock_time",
    "deadlocks": "Innodb_deadlocks",
    "lock_timeouts": "lock_timeouts",
    "history_list": "Innodb_history_list_length",
    "statement_seconds": TIME,
    "uptime": "Uptime",
}
_LABELLED: Final[Mapping[str, tuple[str, Mapping[str, tuple[str, ...]]]]] = {
    "sessions_lost": ("how", {"abandoned": ("Aborted_clients",), "refused": ("Aborted_connects",)}),
    "connection_errors": (
        "reason",
        {
            reason: (f"Connection_errors_{reason}",)
            for reason in ("accept", "internal", "max_connections", "peer_address", "select", "tcpwrap")
        },
    ),
    "transactions": ("outcome", {"commit": ("Handler_commit",), "rollback": ("Handler_rollback",)}),
    "transactions_explicit": (
        "outcome",
        {"commit": ("Com_commit", "Com_xa_commit"), "rollback": ("Com_rollback", "Com_xa_rollback")},
    ),
    "handlers": (
        "kind",
        {kind: (f"Handler_read_{kind}",) for kind in ("first", "key", "last", "next", "prev", "rnd", "rnd_next")},
    ),
    "select_types": (
        "kind",
        {kind: (f"Select_{kind}",) for kind in ("full_join", "full_range_join", "range", "range_check", "scan")},
    ),
    "sorts": ("kind", {kind: (f"Sort_{kind}",) for kind in ("range", "scan", "merge_passes")}),
    "network": ("direction", {"in": ("Bytes_received",), "out": ("Bytes_sent",)}),
    "table_locks": ("outcome", {"immediate": ("Table_locks_immediate",), "waited": ("Table_locks_waited",)}),
    "buffer_pool_requests": (
        "kind",
        {"read": ("Innodb_buffer_pool_read_requests",), "write": ("Innodb_buffer_pool_write_requests",)},
    ),
    "innodb_disk": ("direction", {"read": ("Innodb_data_read",), "write": ("Innodb_data_written",)}),
    "innodb_operations": (
        "kind",
        {"read": ("Innodb_data_reads",), "write": ("Innodb_data_writes",), "sync": ("Innodb_data_fsyncs",)},
    ),
    "innodb_pending": (
        "kind",
        {
            "read": ("Innodb_data_pending_reads",),
            "write": ("Innodb_data_pending_writes",),
            "sync": ("Innodb_data_pending_fsyncs",),
        },
    ),
}
_VERBS: Final[Mapping[str, tuple[str, ...]]] = {
    "select": ("Com_select",),
    "insert": ("Com_insert", "Com_insert_select"),
    "update": ("Com_update", "Com_update_multi"),
    "delete": ("Com_delete", "Com_delete_multi"),
    "replace": ("Com_replace", "Com_replace_select"),
    "load": ("Com_load",),
    "call": ("Com_call_procedure",),
}
_STATEMENT: Final = "statement/sql/"
_DEFINES: Final = ("Com_create_", "Com_alter_", "Com_drop_")
_DEFINES_TOO: Final = frozenset({"Com_truncate", "Com_rename_table", "Com_rename_user"})
_WRITES: Final = {
    "insert": ("Innodb_rows_inserted", "Handler_write"),
    "update": ("Innodb_rows_updated", "Handler_update"),
    "delete": ("Innodb_rows_deleted", "Handler_delete"),
}
"""By verb: MySQL's counter, and the one where there is none of these (MariaDB from 10.6 on)."""
_READS: Final = tuple(f"Handler_read_{kind}" for kind in ("first", "key", "last", "next", "prev", "rnd", "rnd_next"))
_OTHERS: Final = frozenset(
    {
        "Threads_connected", "Threads_running", "Uptime_since_flush_status", "Innodb_rows_read",
        "Innodb_checkpoint_age", "Innodb_checkpoint_max_age", "Innodb_redo_log_current_lsn",
        "Innodb_redo_log_checkpoint_lsn", "Innodb_redo_log_capacity_resized",
        "Innodb_row_lock_current_waits", "Slaves_connected",
    }
)  # fmt: skip
_BY_SESSION: Final = (
    "Bytes_", "Com_", "Created_tmp_disk", "Created_tmp_tables", "Handler_", "Opened_tables", "Query_time", "Questions",
    "Select_", "Slow_queries", "Sort_", "Table_open_cache_",
)  # fmt: skip
"""How variables begin that SHOW SESSION STATUS counts for the session alone."""

SETTINGS: Final[Mapping[str, str]] = {
    "connections_max": "max_connections",
    "tables_open_max": "table_open_cache",
    "definitions_open_max": "table_definition_cache",
    "files_open_max": "open_files_limit",
    "buffer_pool_size": "innodb_buffer_pool_size",
}
OTHER_SETTINGS: Final = frozenset(
    {
        "innodb_log_file_size", "innodb_log_files_in_group", "innodb_redo_log_capacity", "performance_schema",
        "datadir", "pid_file", "event_scheduler",
    }
)  # fmt: skip


def wanted_of(names: Iterable[str]) -> frozenset[str]:
    """Of all variables that a server has, those that readings are made of."""
    ours = set(_PLAIN.values()) | _OTHERS | set(_READS) | {name for pair in _WRITES.values() for name in pair}
    for _label, values in _LABELLED.values():
        ours.update(name for group in values.values() for name in group)
    ours.update(name for group in _VERBS.values() for name in group)
    return frozenset(name for name in names if name in ours or _defines(name))


def by_session(names: Iterable[str]) -> frozenset[str]:
    """Those that the server counts by session."""
    return frozenset(name for name in names if name.startswith(_BY_SESSION))


def numbers(rows: Iterable[tuple[str | None, ...]]) -> dict[str, Number]:
    """Variables whose value is a number."""
    found: dict[str, Number] = {}
    for name, text, *_ in rows:
        value = number(text)
        if name is not None and value is not None:
            found[name] = value
    return found


def number(text: str | None) -> Number | None:
    """A whole number exactly, another one as a float; None for what is none."""
    if not text:
        return None
    try:
        return int(text) if text.lstrip("-").isdigit() else float(text)
    except ValueError:
        return None


def of_others(everybody: Values, own: Values) -> dict[str, Number]:
    """Without our own session's share."""
    return {name: value - own.get(name, 0) for name, value in everybody.items()}


def counted(rows: Iterable[tuple[str | None, ...]]) -> tuple[dict[str, Number], float]:
    """MySQL's counts of ended statements but ours by the names of its variables, and the seconds that ours took.

    Args:
        rows: Of `monitor_statements.sql`.
    """
    found: dict[str, Number] = {}
    seconds, own_s = 0.0, 0.0
    for event, count, took, own_count, own_took, *_ in rows:
        seconds += (number(took) or 0) - (number(own_took) or 0)
        own_s += number(own_took) or 0
        if event and event.startswith(_STATEMENT):
            found[f"Com_{event[len(_STATEMENT) :]}"] = (number(count) or 0) - (number(own_count) or 0)
    return {**found, TIME: seconds}, own_s


def status_readings(values: Values) -> Iterator[Reading]:
    """Readings of the status variables; what the server has not is left out."""
    for name, variable in _PLAIN.items():
        if variable in values:
            yield Reading(name, values[variable])
    for name, (label, groups) in _LABELLED.items():
        for value, variables in groups.items():
            yield from _sum(name, ((label, value),), variables, values)
    for verb, variables in _VERBS.items():
        yield from _sum("statements", (("verb", verb),), variables, values)
    yield from _sum("statements", (("verb", "ddl"),), tuple(name for name in values if _defines(name)), values)
    for verb, (native, handled) in _WRITES.items():
        yield from _sum("rows_written", (("verb", verb),), (native if native in values else handled,), values)
    yield from _sum("rows_read", (), ("Innodb_rows_read",) if "Innodb_rows_read" in values else _READS, values)
    yield from _derived(values)


def _derived(values: Values) -> Iterator[Reading]:
    """Readings that are no variable of the server's own."""
    if "Threads_running" in values:
        yield Reading("threads_running", max(values["Threads_running"] - 1, 0))
    if {"Innodb_buffer_pool_read_requests", "Innodb_buffer_pool_reads"} <= values.keys():
        hits = values["Innodb_buffer_pool_read_requests"] - values["Innodb_buffer_pool_reads"]
        yield Reading("buffer_pool_hits", hits)
    if {"Created_tmp_tables", "Created_tmp_disk_tables"} <= values.keys():
        on_disk = values["Created_tmp_disk_tables"]
        yield Reading("temporary_tables", on_disk, (("place", "disk"),))
        yield Reading("temporary_tables", values["Created_tmp_tables"] - on_disk, (("place", "memory"),))
    if "Innodb_checkpoint_age" in values:
        yield Reading("checkpoint_age", values["Innodb_checkpoint_age"])
    elif {"Innodb_redo_log_current_lsn", "Innodb_redo_log_checkpoint_lsn"} <= values.keys():
        age = values["Innodb_redo_log_current_lsn"] - values["Innodb_redo_log_checkpoint_lsn"]
        yield Reading("checkpoint_age", age)


def setting_readings(settings: Mapping[str, str], values: Values) -> Iterator[Reading]:
    """Readings of settings."""
    for name, setting in SETTINGS.items():
        value = number(settings.get(setting))
        if value is not None:
            yield Reading(name, value)
    capacity = values.get("Innodb_redo_log_capacity_resized") or _log_capacity(settings)
    if capacity:
        yield Reading("log_capacity", capacity)
    most = values.get("Innodb_checkpoint_max_age") or capacity
    if most:
        yield Reading("checkpoint_age_max", most)


def _log_capacity(settings: Mapping[str, str]) -> Number:
    """Bytes of the redo log; files are one where the server does not say how many (MariaDB from 10.5 on)."""
    whole = number(settings.get("innodb_redo_log_capacity"))
    if whole:
        return whole
    size = number(settings.get("innodb_log_file_size")) or 0
    return size * (number(settings.get("innodb_log_files_in_group")) or 1)


def _sum(name: str, labels: Labels, variables: tuple[str, ...], values: Values) -> Iterator[Reading]:
    known = [values[variable] for variable in variables if variable in values]
    if known:
        yield Reading(name, sum(known), labels)


def _defines(name: str) -> bool:
    return name.startswith(_DEFINES) or name in _DEFINES_TOO
