"""What cannot be read of a PostgreSQL server, and why: rights that are missing, and what is switched off."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from lapwing.domain.monitoring.metrics import Denied, Lane, Reading
from lapwing.domain.monitoring.postgresql import METRICS

_BY_ID: Final = {metric.id: metric for metric in METRICS}
HIDDEN: Final = "This account is not told what other accounts' sessions do: GRANT pg_monitor to it."
_NO_ACTIVITIES: Final = "The server does not keep what sessions do: set track_activities = on."
_NO_COUNTS: Final = "The server does not count this: set track_counts = on."
_NO_TIMING: Final = "The server does not measure this: set track_io_timing = on."
_NO_ARCHIVE: Final = "The server archives no WAL: archive_mode is off."
_PRIMARY: Final = "Only a standby has conflicts with recovery."
_STATES: Final = ("sessions", "waits", "longest_transaction", "longest_statement", "longest_idle_in_transaction")
_KINDS: Final = ("autovacuum_workers", "autovacuum_use")
_RECEIVERS: Final = ("standbys", "replication_lag", "replication_lag_bytes")
_TIMED: Final = ("block_time", "block_read_latency")
_COUNTED: Final = {
    Lane.FAST: ("rows_written", "rows_read", "rows_fetched", "read_selectivity", "cache_hit", "blocks"),
    Lane.SLOW: ("dead_rows", "dead_rows_share", "vacuum_age", "analyze_age", "scans", "table_cache_hit"),
}


def denials(facts: Mapping[str, str], lane: Lane) -> Iterator[Denied]:
    """By what `monitor_server.sql` tells."""
    if facts.get("track_counts") == "off":
        yield Denied(_COUNTED[lane], _NO_COUNTS, is_permission=False)
    if lane is Lane.SLOW:
        return
    is_standby = facts.get("standby") == "true"
    if facts.get("sees_all") == "false":
        yield Denied((*_STATES, *_KINDS, *(("standbys",) if is_standby else _RECEIVERS)), HIDDEN)
    if facts.get("track_activities") == "off":
        yield Denied(_STATES, _NO_ACTIVITIES, is_permission=False)
    if facts.get("track_io_timing") == "off":
        yield Denied(_TIMED, _NO_TIMING, is_permission=False)
    if facts.get("archive_mode") == "off":
        yield Denied(("log_archived", "log_archive_age"), _NO_ARCHIVE, is_permission=False)
    if facts.get("standby") == "false":
        yield Denied(("conflicts",), _PRIMARY, is_permission=False)


def without_denied(readings: Iterable[Reading], denied: Iterable[Denied]) -> tuple[Reading, ...]:
    """Readings that are needed for something that is not denied."""
    names = {name for one in denied for metric in one.metrics for name in _BY_ID[metric].readings}
    return tuple(reading for reading in readings if reading.name not in names)
