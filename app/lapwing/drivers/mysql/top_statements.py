"""What MySQL and MariaDB counted of each shape of statement: `events_statements_summary_by_digest` of the performance
schema (dev.mysql.com/doc/refman/en/performance-schema-statement-summary-tables.html)."""

import re
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from lapwing.domain.errors import StatementFailed
from lapwing.domain.monitoring.statements import StatementCounters, StatementKey, StatementsReading

_COLUMNS: Final = (
    "DIGEST, SCHEMA_NAME, LEFT(DIGEST_TEXT, 10000), COUNT_STAR, SUM_TIMER_WAIT, SUM_ROWS_SENT + SUM_ROWS_AFFECTED,"
    " MAX_TIMER_WAIT, SUM_ERRORS, SUM_NO_INDEX_USED"
)
_QUERY: Final = (
    f"SELECT {_COLUMNS} FROM performance_schema.events_statements_summary_by_digest WHERE DIGEST IS NOT NULL"
)
_IS_ON: Final = "SELECT @@GLOBAL.performance_schema"
_OFF: Final = (
    "The server counts no statements: its performance schema is off. Set performance_schema=ON in its configuration"
    " and restart it."
)
_DENIED: Final = "This account may not read what the server counts: GRANT SELECT ON performance_schema.* shows it."
_PICOSECONDS_IN_MS: Final = 1_000_000_000
_OWN: Final = ("SHOW GLOBAL STATUS", "SHOW GLOBAL VARIABLES", "SHOW ALL SLAVES STATUS", "SHOW REPLICA STATUS")
_LOOKS: Final = re.compile(
    r"performance_schema|`?information_schema`? *\. *`?(?:GLOBAL_STATUS|SESSION_STATUS|PROCESSLIST|INNODB_)",
    re.IGNORECASE,
)
"""What looks at the server, whoever does. Digests keep no comment to tell ours by."""

Rows = Iterable[Sequence[str | None]]


class TopStatements:
    """Reads counters. One thread."""

    def __init__(self, ask: Callable[[str], Rows]) -> None:
        self._ask = ask

    def read(self) -> StatementsReading:
        """All counters; where there are none, the note says what would have to be done.

        Raises:
            LapwingError: What running a statement raises.
        """
        at = time.time()
        if [row[0] for row in self._ask(_IS_ON)] != ["1"]:
            return StatementsReading(at, note=_OFF)
        try:
            rows = list(self._ask(_QUERY))
        except StatementFailed:
            return StatementsReading(at, note=_DENIED)
        return StatementsReading(at, tuple(map(_counters, filter(_is_a_persons, rows))))


def _is_a_persons(row: Sequence[str | None]) -> bool:
    text = (row[2] or "").lstrip()
    return not text.startswith(_OWN) and _LOOKS.search(text) is None


def _counters(row: Sequence[str | None]) -> StatementCounters:
    digest, database, text, calls, total, rows, longest, errors, scans = row
    return StatementCounters(
        StatementKey(digest or "", database or ""),
        text or "",
        int(calls or 0),
        int(total or 0) / _PICOSECONDS_IN_MS,
        int(rows or 0),
        longest_ms=int(longest or 0) / _PICOSECONDS_IN_MS,
        errors=int(errors or 0),
        scans=int(scans or 0),
    )
