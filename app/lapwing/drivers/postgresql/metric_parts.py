"""Queries of readings: one part a file of `sql/`, put together into one statement a lane.

Each part gives rows of three texts: a reading's name, the value of its one label or NULL, and its value. Names that
begin with @ are facts about the server instead.
"""

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lapwing.domain.errors import StatementFailed
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import Denied, Lane
from lapwing.drivers.postgresql.objects import TextRow, query
from lapwing.drivers.postgresql.own_statements import Call, OwnStatements

_DENIED: Final = "42501"
_NEWEST: Final = 999_999
_COST: Final = (
    "SELECT '@cost', NULL, EXTRACT(epoch FROM pg_catalog.clock_timestamp() - pg_catalog.statement_timestamp())"
    "::pg_catalog.text"
)
"""The last part of each statement: how long the server has worked for it."""
LOCKED: Final = "55P03"
TIMED_OUT: Final = "57014"
PASSED_BY: Final = frozenset({LOCKED, TIMED_OUT})
"""Of these no part is guilty."""
_REFUSED_S: Final = 60.0
"""What the server refused is tried again after so long."""
_GIVEN_UP_S: Final = 3600.0
"""What took too long is tried again after so long."""
_TOO_LONG: Final = "Reading it took the server more than five seconds. It is tried again in an hour."


@dataclass(frozen=True, slots=True)
class Part:
    """One query.

    Attributes:
        metrics: Those that cannot be read without it.
        least, most: Numbers of the server's versions that it is for, such as 140000.
        alone: Whether it is a statement of its own, so that it has the time of one.
        needs: What the server's version lacks without it, in a sentence; for parts that older ones do not have.
    """

    file: str
    metrics: tuple[str, ...]
    lane: Lane = Lane.FAST
    least: int = 0
    most: int = _NEWEST
    alone: bool = False
    needs: str = ""

    def is_for(self, version: int) -> bool:
        return self.least <= version <= self.most


_CHECKPOINTS: Final = (
    "checkpoints",
    "checkpoint_time",
    "buffers_written",
    "buffers_allocated",
    "background_writer_stops",
)
_IO: Final = ("io_read", "io_written")
_NEEDS_14: Final = "PostgreSQL counts this from version 14 on."
_NEEDS_16: Final = "PostgreSQL counts this from version 16 on."
PARTS: Final = (
    Part("monitor_server", ("uptime", "connections_max", "connection_use", "autovacuum_use")),
    Part(
        "monitor_databases",
        ("transactions", "database_transactions", "rollback_share", "rows_written", "rows_read", "rows_fetched",
         "read_selectivity", "cache_hit", "blocks", "block_time", "block_read_latency", "temporary_bytes",
         "temporary_files", "deadlocks"),
    ),
    Part("monitor_comings", ("sessions_opened", "sessions_lost"), least=140_000, needs=_NEEDS_14),
    Part("monitor_log", ("log_written",)),
    Part(
        "monitor_log_records", ("log_records", "log_full_pages", "log_buffers_full"), least=140_000, needs=_NEEDS_14
    ),
    Part("monitor_archive", ("log_archived", "log_archive_age")),
    Part("monitor_checkpoints", _CHECKPOINTS, most=169_999),
    Part("monitor_checkpoints_17", _CHECKPOINTS, least=170_000),
    Part("monitor_io", _IO, least=160_000, most=179_999),
    Part("monitor_io_18", _IO, least=180_000, needs=_NEEDS_16),
    Part("monitor_standbys", ("standbys", "replication_lag", "replication_lag_bytes")),
    Part("monitor_following", ("conflicts",)),
    Part("monitor_slots", ("slot_retained", "slots_inactive")),
    Part("monitor_prepared", ("prepared_transactions", "oldest_prepared_transaction")),
    Part("monitor_flush", (), least=150_000),
    Part("monitor_locks", ("locks",), Lane.SLOW),
    Part("monitor_wraparound", ("wraparound_left", "multixact_left", "freeze_use"), Lane.SLOW),
    Part("monitor_own", (), Lane.SLOW),
    Part("monitor_flush", (), Lane.SLOW, least=150_000),
    Part("monitor_sizes", ("database_size",), Lane.SLOW, alone=True),
    Part(
        "monitor_tables",
        ("dead_rows", "dead_rows_share", "table_wraparound_left", "vacuum_age", "analyze_age"),
        Lane.SLOW,
        alone=True,
    ),
    Part("monitor_scans", ("scans", "table_cache_hit"), Lane.SLOW, alone=True),
    Part("monitor_sequences", ("sequence_use",), Lane.SLOW, alone=True),
)  # fmt: skip


def denied_by_version(version: int) -> list[Denied]:
    """What this server is too old for."""
    there = {metric for part in PARTS if part.is_for(version) for metric in part.metrics}
    return [
        Denied(part.metrics, part.needs, is_permission=False)
        for part in PARTS
        if part.needs and not there & set(part.metrics)
    ]


class LaneQueries:
    """The parts of one lane on one server. One thread.

    Attributes:
        values: By the name of a part that is alone, what stands for $1, $2 in it.
    """

    def __init__(self, own: OwnStatements, version: int, lane: Lane) -> None:
        self.values: dict[str, tuple[str, ...]] = {}
        self._own = own
        parts = [part for part in PARTS if part.lane is lane and part.is_for(version)]
        self._together = [part for part in parts if not part.alone]
        self._alone = [part for part in parts if part.alone]
        self._refused: list[Denied] = []
        self._refused_until = 0.0
        self._given_up: dict[Part, tuple[float, Denied]] = {}
        """What took too long: until when it is not tried again, and what is said meanwhile."""

    @property
    def call(self) -> Call:
        """All parts that are no statements of their own, as one, but those that were refused a while ago."""
        if self._refused and time.monotonic() > self._refused_until:
            self._refused = []
        refused = {metric for denied in self._refused for metric in denied.metrics}
        return _joined([part for part in self._together if not refused & set(part.metrics)])

    @property
    def refused(self) -> list[Denied]:
        return list(self._refused)

    def read(self) -> tuple[list[TextRow], list[Denied]]:
        """What all parts give, and what the server refused.

        Raises:
            LapwingError: Nothing could be read.
        """
        now = time.monotonic()
        self._given_up = {part: given for part, given in self._given_up.items() if now < given[0]}
        given_up = [denied for _until, denied in self._given_up.values()]
        alone = [part for part in self._alone if part not in self._given_up]
        try:
            found = self._own.together([*(self._call(part) for part in alone), self.call])
            return [row for rows in found for row in rows], self.refused + given_up
        except StatementFailed as error:
            if not alone and error.facts.get("code") in PASSED_BY:
                raise
        rows, denied = self.read_apart()
        for part in alone:
            more, refusal = self._read(part)
            rows += more
            denied += refusal
        return rows, denied + given_up

    def read_apart(self) -> tuple[list[TextRow], list[Denied]]:
        """The parts of the one statement one by one, to find out what of it is refused; it is left out for a while."""
        rows: list[TextRow] = []
        denied: list[Denied] = []
        for part in self._together:
            more, refusal = self._read(part)
            rows += more
            denied += refusal
        self._refused, self._refused_until = denied, time.monotonic() + _REFUSED_S
        return rows, list(denied)

    def _call(self, part: Part) -> Call:
        return replace(_joined([part]), values=self.values.get(part.file, ()))

    def _read(self, part: Part) -> tuple[list[TextRow], list[Denied]]:
        try:
            return self._own.rows(self._call(part)), []
        except StatementFailed as error:
            code, words = error.facts.get("code"), str(error.facts.get("server", ""))
            if code == LOCKED:
                return [], []
            reason = _TOO_LONG if code == TIMED_OUT else f"The server refuses it: {words}."
            denied = Denied(part.metrics, reason, is_permission=code == _DENIED)
            if code == TIMED_OUT:
                self._given_up[part] = (time.monotonic() + _GIVEN_UP_S, denied)
            return [], [denied]


def _joined(parts: Sequence[Part]) -> Call:
    """One statement that gives the rows of all of them, and what it cost."""
    return Call("\nUNION ALL\n".join([*(f"(\n{query(part.file)})" for part in parts), _COST]))
