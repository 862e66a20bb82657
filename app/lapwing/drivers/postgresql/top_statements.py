"""What PostgreSQL counted of each shape of statement: the extension pg_stat_statements (manual, F.32)."""

import time
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from lapwing.domain.errors import StatementFailed
from lapwing.domain.monitoring.statements import StatementCounters, StatementKey, StatementsReading
from lapwing.drivers.postgresql.objects import TextRow, query, text
from lapwing.drivers.postgresql.own_statements import OwnStatements
from lapwing.sql.dialect import dialect_named
from lapwing.sql.hiding import without_secrets

_DIALECT: Final = dialect_named("postgresql")
_TELLS_RESET: Final = 140_000
"""From this version on, the server tells when its counters were reset."""
LONGEST_TEXT: Final = 10_000
"""Characters of a text that are read."""
_MOST_TEXTS: Final = 20_000
_OWN: Final = "PREPARE lapwing_monitor_"
_MISSING: Final = (
    "The server counts no statements for this database. Put pg_stat_statements into shared_preload_libraries, restart"
    " the server, and run CREATE EXTENSION pg_stat_statements in {database}."
)
_NOT_LOADED: Final = (
    "The extension pg_stat_statements is not loaded. Put it into shared_preload_libraries and restart the server."
)
_OLD: Final = (
    "The extension pg_stat_statements is older than the server: run ALTER EXTENSION pg_stat_statements UPDATE."
)
_OTHERS: Final = "Statements of other accounts are hidden from this one: GRANT pg_read_all_stats shows them."
_NOT_IN_STATE: Final = "55000"
_NO_COLUMN: Final = "42703"


class TopStatements:
    """Reads counters, and each text once. One thread."""

    def __init__(self, own: OwnStatements, version: int, database: str) -> None:
        self._own = own
        self._version = version
        self._database = database
        self._texts: dict[str, str] = {}

    def read(self) -> StatementsReading:
        """All counters; where there are none, the note says what would have to be done.

        Raises:
            LapwingError: What running a statement raises.
        """
        at = time.time()
        places = self._own.ask(query("monitor_statements_place"))
        if not places:
            return StatementsReading(at, note=_MISSING.format(database=self._database))
        ((schema, sees_all),) = places
        place = _DIALECT.quote_identifier(text(schema))
        try:
            rows = self._own.ask(query("monitor_statements").replace("{schema}", place))
            epoch = self._epoch(place)
            self._read_texts(place, [text(row[0]) for row in rows])
        except StatementFailed as error:
            note = {_NOT_IN_STATE: _NOT_LOADED, _NO_COLUMN: _OLD}.get(str(error.facts.get("code")))
            if note is None:
                raise
            return StatementsReading(at, note=note)
        return StatementsReading(at, tuple(self._counters(rows)), epoch, "" if sees_all == "true" else _OTHERS)

    def _epoch(self, place: str) -> str:
        if self._version < _TELLS_RESET:
            return ""
        ((reset,),) = self._own.ask(query("monitor_statements_reset").replace("{schema}", place))
        return text(reset)

    def _read_texts(self, place: str, digests: Iterable[str]) -> None:
        """Texts lie in a file of the server's that is read whole, so each is asked for once."""
        unknown = [digest for digest in dict.fromkeys(digests) if digest not in self._texts]
        if not unknown:
            return
        if len(self._texts) + len(unknown) > _MOST_TEXTS:
            self._texts.clear()
        sql = query("monitor_statement_texts").replace("{schema}", place)
        for digest, found in self._own.ask(sql, (f"{{{','.join(unknown)}}}",)):
            self._texts[text(digest)] = without_secrets(_DIALECT, text(found)[:LONGEST_TEXT])

    def _counters(self, rows: Iterable[TextRow]) -> Iterable[StatementCounters]:
        for digest, database, user, calls, total, count, longest, hit, read, temporary in rows:
            sql = self._texts.get(text(digest), "")
            if _is_own(sql):
                continue
            yield StatementCounters(
                StatementKey(text(digest), text(database), text(user)),
                sql,
                int(calls or 0),
                float(total or 0),
                int(count or 0),
                longest_ms=float(longest or 0),
                blocks_hit=int(hit or 0),
                blocks_read=int(read or 0),
                temporary_bytes=int(temporary or 0),
            )


def _is_own(sql: str) -> bool:
    """Whether it is one of ours: they begin with the comments of their files."""
    return sql.startswith(_OWN) or sql.partition("\n")[0].rstrip() in _own_beginnings()


@cache
def _own_beginnings() -> frozenset[str]:
    files = (Path(__file__).parent / "sql").glob("*.sql")
    firsts = (file.read_text(encoding="utf-8").partition("\n")[0].rstrip() for file in files)
    return frozenset(first for first in firsts if first.startswith("--"))
