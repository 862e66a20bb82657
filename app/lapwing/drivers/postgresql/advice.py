"""What could be better in a PostgreSQL database, by its catalogue and its statistics (manual, chapters 25 and 27.2).

Statements that are proposed take the gentlest way: CONCURRENTLY where there is one.
"""

import re
from collections.abc import Callable
from typing import Final

from lapwing.domain.errors import StatementFailed
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring import advice_texts as told
from lapwing.domain.monitoring.advice import AdviceFinding, AdviceKind, AdviceLevel, AdviceReading, ServerSetting
from lapwing.domain.monitoring.metrics import Unit
from lapwing.domain.monitoring.shown import shown_value
from lapwing.drivers.monitoring import Advisor
from lapwing.drivers.postgresql.objects import Ask, query
from lapwing.sql.dialect import dialect_named

_LEFT: Final = 2_146_483_648
"""Transactions from the oldest row to the end (manual, 25.1.5)."""
_NEW_KEY: Final = "ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
_NEAR: Final = 10_000_000
_MOST: Final = {"smallint": 32_767, "integer": 2_147_483_647}
_REMNANT: Final = re.compile(r"_cc(new|old)[0-9]*\Z")
"""What a REINDEX CONCURRENTLY that failed leaves behind; the index itself is there (manual, REINDEX)."""


def _quoted(*names: str) -> str:
    return ".".join(dialect_named("postgresql").quote_identifier(name) for name in names)


def _bytes(size: str) -> str:
    return shown_value(int(size), Unit.BYTES)


def _count(number: str) -> str:
    return shown_value(int(number), Unit.COUNT)


def _unused(row: list[str]) -> AdviceFinding:
    schema, name, of_schema, table, scans, size, since, written = row
    return AdviceFinding(
        AdviceKind.UNUSED_INDEX,
        AdviceLevel.WARNING if int(written) > 0 else AdviceLevel.NOTE,
        f"{schema}.{name}",
        told.UNUSED,
        (
            (told.TABLE, f"{of_schema}.{table}"),
            (told.USED, _count(scans)),
            *(((told.SINCE, since),) if since else ()),
            (told.CHANGED_ROWS, _count(written)),
            (told.SIZE, _bytes(size)),
        ),
        f"DROP INDEX CONCURRENTLY {_quoted(schema, name)};",
        told.SELDOM,
        int(size),
    )


def _duplicate(row: list[str]) -> AdviceFinding:
    schema, name, of_schema, table, other, size, is_same = row
    return AdviceFinding(
        AdviceKind.DUPLICATE_INDEX,
        AdviceLevel.WARNING,
        f"{schema}.{name}",
        told.SAME if is_same == "true" else told.COVERED,
        ((told.TABLE, f"{of_schema}.{table}"), (told.COVERED_BY, other), (told.SIZE, _bytes(size))),
        f"DROP INDEX CONCURRENTLY {_quoted(schema, name)};",
        "" if is_same == "true" else told.LARGER,
        int(size),
    )


def _invalid(row: list[str]) -> AdviceFinding:
    schema, name, of_schema, table, _is_ready, size = row
    verb = "DROP INDEX" if _REMNANT.search(name) else "REINDEX INDEX"
    return AdviceFinding(
        AdviceKind.INVALID_INDEX,
        AdviceLevel.CRITICAL,
        f"{schema}.{name}",
        told.UNFINISHED,
        ((told.TABLE, f"{of_schema}.{table}"), (told.SIZE, _bytes(size))),
        f"{verb} CONCURRENTLY {_quoted(schema, name)};",
        size=int(size),
    )


def _missing(row: list[str]) -> AdviceFinding:
    schema, table, scans, by_index, rows, read, size = row
    return AdviceFinding(
        AdviceKind.MISSING_INDEX,
        AdviceLevel.WARNING,
        f"{schema}.{table}",
        told.READ_WHOLE,
        (
            (told.ROWS, _count(rows)),
            (told.WHOLE, _count(scans)),
            (told.ROWS_EACH, _count(read)),
            (told.BY_INDEX, _count(by_index)),
            (told.SIZE, _bytes(size)),
        ),
        caution=told.LOOK_FOR_COLUMNS,
        size=int(size),
    )


def _vacuum(row: list[str]) -> AdviceFinding:
    schema, table, dead, live, vacuumed, modified, size, enabled = row
    has_dead = int(dead) >= 10_000 and int(dead) * 5 > int(live)
    return AdviceFinding(
        AdviceKind.BLOAT if has_dead else AdviceKind.VACUUM,
        AdviceLevel.WARNING,
        f"{schema}.{table}",
        told.DEAD if has_dead else told.STALE,
        (
            (told.DEAD_ROWS, _count(dead)),
            (told.LIVE_ROWS, _count(live)),
            (told.SINCE_ANALYZE, _count(modified)),
            (told.LAST_VACUUM, vacuumed or "–"),
            *(((told.AUTOVACUUM, enabled),) if enabled else ()),
            (told.SIZE, _bytes(size)),
        ),
        f"VACUUM (ANALYZE) {_quoted(schema, table)};" if has_dead else f"ANALYZE {_quoted(schema, table)};",
        told.VACUUM_KEEPS if has_dead else "",
        int(size) * int(dead) // max(int(dead) + int(live), 1),
    )


def _wraparound(row: list[str]) -> AdviceFinding:
    schema, table, age, most, size = row
    left = _LEFT - int(age)
    return AdviceFinding(
        AdviceKind.WRAPAROUND,
        AdviceLevel.CRITICAL if left < _NEAR else AdviceLevel.WARNING,
        f"{schema}.{table}",
        told.OLD_ROWS,
        ((told.AGE, _count(age)), (told.LEFT, _count(str(left))), (told.FREEZE, _count(most))),
        f"VACUUM (FREEZE, VERBOSE) {_quoted(schema, table)};",
        told.KEPT_BACK,
        int(size),
    )


def _sequence(row: list[str]) -> AdviceFinding:
    schema, name, last, most, own_most, kind, of_schema, table, column, column_type = row
    share = int(last) / int(most)
    widens = _MOST.get(kind) == int(own_most)  # an end that somebody chose stays where it is
    statements = [f"ALTER SEQUENCE {_quoted(schema, name)} AS bigint;"] if widens else []
    if column and (widens or int(most) < int(own_most)) and column_type in _MOST:
        statements.append(f"ALTER TABLE {_quoted(of_schema, table)} ALTER COLUMN {_quoted(column)} TYPE bigint;")
    return AdviceFinding(
        AdviceKind.SEQUENCE,
        AdviceLevel.CRITICAL if share > 0.9 else AdviceLevel.WARNING,
        f"{schema}.{name}",
        told.NEAR_END,
        (
            (told.LAST, _count(last)),
            (told.END, _count(most)),
            (told.USED, shown_value(share, Unit.SHARE)),
            *(((told.COLUMN, f"{of_schema}.{table}.{column}"), (told.TYPE, column_type)) if column else ()),
        ),
        "\n".join(statements),
        told.WRITTEN_ANEW if len(statements) > 1 else "",
    )


def _keyless(row: list[str]) -> AdviceFinding:
    schema, table, rows, size, has_id = row
    return AdviceFinding(
        AdviceKind.NO_KEY,
        AdviceLevel.NOTE,
        f"{schema}.{table}",
        told.KEYLESS,
        ((told.ROWS, _count(rows) if int(rows) >= 0 else "–"), (told.SIZE, _bytes(size))),
        "" if has_id == "true" else f"ALTER TABLE {_quoted(schema, table)} {_NEW_KEY};",
        told.KEY_OF_OWN,
        int(size),
    )


@dataclass(frozen=True, slots=True)
class _Check:
    """What is looked for by one query, and how a row of it is told."""

    kinds: tuple[AdviceKind, ...]
    file: str
    tell: Callable[[list[str]], AdviceFinding]


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
        found: dict[tuple[AdviceKind, str], AdviceFinding] = {}
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
