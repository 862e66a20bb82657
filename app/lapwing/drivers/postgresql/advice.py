"""What could be better in a PostgreSQL database, by its catalogue and its statistics (manual, chapters 25 and 27.2).

Statements that are proposed take the gentlest way: CONCURRENTLY where there is one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from lapwing.domain.errors import StatementFailed
from lapwing.domain.monitoring.advice import AdviceKind, AdviceLevel, AdviceReading, Finding, ServerSetting
from lapwing.domain.monitoring.metrics import Unit
from lapwing.domain.monitoring.shown import shown_value
from lapwing.drivers.monitoring import Advisor
from lapwing.drivers.postgresql.objects import Ask, query
from lapwing.sql.dialect import dialect_named

_STANDBYS: Final = "Only this server was asked: an index may be used on a standby."
_LEFT: Final = 2_146_483_648
"""Transactions from the oldest row to the end (manual, 25.1.5)."""
_NEAR: Final = 10_000_000
_INTEGERS: Final = frozenset({"smallint", "integer"})


def _quoted(*names: str) -> str:
    return ".".join(dialect_named("postgresql").quote_identifier(name) for name in names)


def _bytes(size: str) -> str:
    return shown_value(int(size), Unit.BYTES)


def _unused(row: list[str]) -> Finding:
    schema, name, of_schema, table, scans, size, since, written = row
    return Finding(
        AdviceKind.UNUSED_INDEX,
        AdviceLevel.WARNING if int(written) > 0 else AdviceLevel.NOTE,
        f"{schema}.{name}",
        "The index is hardly ever used, and kept up to date with each change of its table.",
        (
            ("table", f"{of_schema}.{table}"),
            ("used", f"{scans} times" + (f" since {since}" if since else "")),
            ("rows changed", written),
            ("size", _bytes(size)),
        ),
        f"DROP INDEX CONCURRENTLY {_quoted(schema, name)};",
        f"{_STANDBYS} It may be there for a query that seldom runs.",
        int(size),
    )


def _duplicate(row: list[str]) -> Finding:
    schema, name, of_schema, table, other, size, is_same = row
    what = "has the same columns as" if is_same == "true" else "has the columns that begin"
    return Finding(
        AdviceKind.DUPLICATE_INDEX,
        AdviceLevel.WARNING,
        f"{schema}.{name}",
        f"The index {what} {other}, which can be used in its place.",
        (("table", f"{of_schema}.{table}"), ("covered by", other), ("size", _bytes(size))),
        f"DROP INDEX CONCURRENTLY {_quoted(schema, name)};",
        "" if is_same == "true" else "The other index is larger, so that looking into it may take a little longer.",
        int(size),
    )


def _invalid(row: list[str]) -> Finding:
    schema, name, of_schema, table, is_ready, size = row
    kept = "It is kept up to date with each change all the same." if is_ready == "true" else ""
    return Finding(
        AdviceKind.INVALID_INDEX,
        AdviceLevel.CRITICAL,
        f"{schema}.{name}",
        f"The index was not made to its end, and no query uses it. {kept}".strip(),
        (("table", f"{of_schema}.{table}"), ("size", _bytes(size))),
        f"REINDEX INDEX CONCURRENTLY {_quoted(schema, name)};",
        "Before version 14 it has to be dropped and made again where it belongs to a partitioned table.",
        int(size),
    )


def _missing(row: list[str]) -> Finding:
    schema, table, scans, by_index, rows, read, size = row
    share = int(by_index) / max(int(by_index) + int(scans), 1)
    return Finding(
        AdviceKind.MISSING_INDEX,
        AdviceLevel.WARNING,
        f"{schema}.{table}",
        "The table is large, and mostly read from its beginning to its end.",
        (
            ("rows", rows),
            ("read whole", f"{scans} times"),
            ("rows each time", read),
            ("by an index", f"{by_index} times, {shown_value(share, Unit.SHARE)}"),
            ("size", _bytes(size)),
        ),
        caution="Look in the statements that read it for the columns that they filter by.",
        size=int(size),
    )


def _vacuum(row: list[str]) -> Finding:
    schema, table, dead, live, vacuumed, modified, size, enabled = row
    is_off = enabled in {"false", "off", "no", "0"}
    has_dead = int(dead) >= 10_000 and int(dead) * 5 > int(live)
    what = (
        "Many of its rows are dead, and take room and time." if has_dead else "It changed much since it was analyzed."
    )
    return Finding(
        AdviceKind.BLOAT if has_dead else AdviceKind.VACUUM,
        AdviceLevel.WARNING,
        f"{schema}.{table}",
        what + (" Autovacuum is switched off for it." if is_off else ""),
        (
            ("dead rows", dead),
            ("live rows", live),
            ("changed since ANALYZE", modified),
            ("last vacuum", vacuumed or "never"),
            ("size", _bytes(size)),
        ),
        f"VACUUM (ANALYZE) {_quoted(schema, table)};" if has_dead else f"ANALYZE {_quoted(schema, table)};",
        "VACUUM gives room free for new rows of the table; only VACUUM FULL, which locks it, gives it back to the disk."
        if has_dead
        else "",
        int(size) * int(dead) // max(int(dead) + int(live), 1),
    )


def _wraparound(row: list[str]) -> Finding:
    schema, table, age, most, size = row
    left = _LEFT - int(age)
    return Finding(
        AdviceKind.WRAPAROUND,
        AdviceLevel.CRITICAL if left < _NEAR else AdviceLevel.WARNING,
        f"{schema}.{table}",
        "Its oldest row is so old that autovacuum should have frozen it. At the end the server takes no more changes.",
        (("age", f"{age} transactions"), ("left", str(left)), ("autovacuum_freeze_max_age", most)),
        f"VACUUM (FREEZE, VERBOSE) {_quoted(schema, table)};",
        "Look for what keeps it back: an old transaction, a replication slot, a prepared transaction.",
        int(size),
    )


def _sequence(row: list[str]) -> Finding:
    schema, name, last, most, _step, kind, of_schema, table, column, column_type = row
    share = int(last) / int(most)
    statements = [f"ALTER SEQUENCE {_quoted(schema, name)} AS bigint;"] if kind in _INTEGERS else []
    if column and column_type in _INTEGERS:
        statements.append(f"ALTER TABLE {_quoted(of_schema, table)} ALTER COLUMN {_quoted(column)} TYPE bigint;")
    return Finding(
        AdviceKind.SEQUENCE,
        AdviceLevel.CRITICAL if share > 0.9 else AdviceLevel.WARNING,
        f"{schema}.{name}",
        "The sequence is near its end. Behind it, inserting fails.",
        (
            ("last", last),
            ("end", most),
            ("used", shown_value(share, Unit.SHARE)),
            ("column", f"{of_schema}.{table}.{column}, {column_type}" if column else "none"),
        ),
        "\n".join(statements),
        "Changing the column's type writes the whole table anew, and locks it meanwhile."
        if len(statements) > 1
        else "",
    )


def _keyless(row: list[str]) -> Finding:
    schema, table, rows, size = row
    return Finding(
        AdviceKind.NO_KEY,
        AdviceLevel.NOTE,
        f"{schema}.{table}",
        "The table has no key: single rows cannot be named, changed safely or replicated by logical replication.",
        (("rows, estimated", rows if int(rows) >= 0 else "unknown"), ("size", _bytes(size))),
        f"ALTER TABLE {_quoted(schema, table)} ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;",
        "If columns of it name a row already, make these its primary key. Adding a column writes the table anew.",
        int(size),
    )


@dataclass(frozen=True, slots=True)
class _Check:
    """What is looked for by one query, and how a row of it is told."""

    kinds: tuple[AdviceKind, ...]
    file: str
    tell: Callable[[list[str]], Finding]


_CHECKS: Final = (
    _Check((AdviceKind.INVALID_INDEX,), "advice_invalid_indexes", _invalid),
    _Check((AdviceKind.WRAPAROUND,), "advice_wraparound", _wraparound),
    _Check((AdviceKind.SEQUENCE,), "advice_sequences", _sequence),
    _Check((AdviceKind.BLOAT, AdviceKind.VACUUM), "advice_vacuum", _vacuum),
    _Check((AdviceKind.DUPLICATE_INDEX,), "advice_duplicate_indexes", _duplicate),
    _Check((AdviceKind.UNUSED_INDEX,), "advice_unused_indexes", _unused),
    _Check((AdviceKind.MISSING_INDEX,), "advice_missing_indexes", _missing),
    _Check((AdviceKind.NO_KEY,), "advice_keyless_tables", _keyless),
)


class PostgresqlAdvisor(Advisor):
    """Looks through one session's database."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def findings(self) -> AdviceReading:
        found: dict[tuple[AdviceKind, str], Finding] = {}
        looked_at: list[AdviceKind] = []
        notes: list[str] = []
        for check in _CHECKS:
            try:
                rows = self._ask(query(check.file), ())
            except StatementFailed as error:
                notes.append(f"{' and '.join(kind.value for kind in check.kinds)}: {error}")
                continue
            looked_at += check.kinds
            for row in rows:
                finding = check.tell([cell or "" for cell in row])
                found.setdefault((finding.kind, finding.subject), finding)
        return AdviceReading(tuple(found.values()), tuple(looked_at), tuple(notes))

    def settings(self) -> tuple[ServerSetting, ...]:
        rows = ([cell or "" for cell in row] for row in self._ask(query("advice_settings"), ()))
        return tuple(
            ServerSetting(name, value, unit, group, about, is_default == "true", needs_restart == "true")
            for name, value, unit, group, about, is_default, needs_restart in rows
        )
