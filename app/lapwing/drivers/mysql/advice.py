"""What could be better in a MySQL or MariaDB database, by information_schema and, where it is on, the performance
schema."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lapwing.domain.errors import StatementFailed
from lapwing.domain.monitoring import advice_texts as told
from lapwing.domain.monitoring.advice import AdviceFinding, AdviceKind, AdviceLevel, AdviceReading, ServerSetting
from lapwing.domain.monitoring.metrics import Unit
from lapwing.domain.monitoring.shown import shown_value
from lapwing.drivers.monitoring import Advisor
from lapwing.sql.dialect import dialect_named

Rows = Sequence[Sequence[str | None]]
_ENDS: Final = {"tinyint": 7, "smallint": 15, "mediumint": 23, "int": 31, "bigint": 63}
"""Bits of the largest number, with a sign."""
_MOST_FREE: Final = 100_000_000
_NO_DATABASE: Final = "This connection names no database: choose one to be looked at."
_NO_COUNTS: Final = "Unused indexes are not known: the performance schema is off, or this account may not read it."
_SECRET: Final = ("password", "secret", "_key_path")


def _query(name: str) -> str:
    return (Path(__file__).parent / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def _quoted(name: str) -> str:
    return dialect_named("mysql").quote_identifier(name)


@dataclass(frozen=True, slots=True)
class _Index:
    table: str
    name: str
    is_unique: bool
    kind: str
    columns: tuple[tuple[str, str, str], ...]
    """Names, lengths of prefixes, directions."""


class MysqlAdvisor(Advisor):
    """Looks through one session's database."""

    def __init__(self, ask: Callable[[str], Rows]) -> None:
        self._ask = ask

    def findings(self) -> AdviceReading:
        ((database,),) = self._ask("SELECT DATABASE()")
        if database is None:
            return AdviceReading(notes=(_NO_DATABASE,))
        indexes = list(_indexes(self._ask(_query("advice_indexes"))))
        tables = [[cell or "" for cell in row] for row in self._ask(_query("advice_tables"))]
        found = [
            *self._sequences(tables),
            *_fragmented(tables),
            *_duplicates(indexes),
            *_keyless(tables, indexes),
        ]
        looked_at = [AdviceKind.SEQUENCE, AdviceKind.BLOAT, AdviceKind.DUPLICATE_INDEX, AdviceKind.NO_KEY]
        unused = self._unused(indexes)
        if unused is None:
            return AdviceReading(tuple(found), tuple(looked_at), (_NO_COUNTS,))
        return AdviceReading((*found, *unused), (*looked_at, AdviceKind.UNUSED_INDEX))

    def _sequences(self, tables: Sequence[Sequence[str]]) -> Iterable[AdviceFinding]:
        """Columns that count by themselves and are near their end."""
        next_of = {row[0]: int(row[5]) for row in tables}
        for table, column, kind, whole_kind in self._ask(_query("advice_counting_columns")):
            bits = _ENDS.get(kind or "")
            if bits is None or table is None or column is None:
                continue
            end = 2 ** (bits + ("unsigned" in (whole_kind or ""))) - 1
            share = next_of.get(table, 0) / end
            if share <= 0.8:
                continue
            wider = f"ALTER TABLE {_quoted(table)} MODIFY {_quoted(column)} bigint unsigned NOT NULL AUTO_INCREMENT;"
            yield AdviceFinding(
                AdviceKind.SEQUENCE,
                AdviceLevel.CRITICAL if share > 0.9 else AdviceLevel.WARNING,
                f"{table}.{column}",
                told.NEAR_END,
                (
                    (told.NEXT, str(next_of.get(table, 0))),
                    (told.END, str(end)),
                    (told.USED, shown_value(share, Unit.SHARE)),
                    (told.TYPE, whole_kind or ""),
                ),
                wider if kind != "bigint" else "",
                told.REFERRED,
            )

    def _unused(self, indexes: Sequence[_Index]) -> list[AdviceFinding] | None:
        """None where the server does not count their use."""
        try:
            ((is_on,),) = self._ask("SELECT @@GLOBAL.performance_schema")
            rows = self._ask(_query("advice_unused_indexes")) if is_on == "1" else None
        except StatementFailed:
            return None
        if rows is None:
            return None
        plain = {(index.table, index.name) for index in indexes if not index.is_unique}
        return [
            AdviceFinding(
                AdviceKind.UNUSED_INDEX,
                AdviceLevel.NOTE,
                f"{table}.{name}",
                told.UNUSED_SINCE_START,
                ((told.TABLE, table or ""), (told.ACCESSES, accesses or "")),
                f"DROP INDEX {_quoted(name or '')} ON {_quoted(table or '')};",
                told.SELDOM,
            )
            for table, name, accesses in rows
            if (table, name) in plain
        ]

    def settings(self) -> tuple[ServerSetting, ...]:
        rows = self._ask("SHOW GLOBAL VARIABLES")
        return tuple(
            ServerSetting(name, value or "")
            for name, value in ((row[0] or "", row[1]) for row in rows)
            if not any(part in name for part in _SECRET)
        )


def _indexes(rows: Rows) -> Iterable[_Index]:
    columns: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    facts: dict[tuple[str, str], tuple[bool, str]] = {}
    for row in rows:
        table, name, non_unique, _place, column, prefix, kind, direction = (cell or "" for cell in row)
        columns.setdefault((table, name), []).append((column, prefix, direction))
        facts[table, name] = non_unique == "0", kind
    for (table, name), found in columns.items():
        yield _Index(table, name, *facts[table, name], tuple(found))


def _duplicates(indexes: Sequence[_Index]) -> Iterable[AdviceFinding]:
    for index in indexes:
        if index.is_unique or any(not column for column, _prefix, _direction in index.columns):
            continue  # without a name it is an expression
        length = len(index.columns)
        cover = next(
            (
                other
                for other in indexes
                if other.table == index.table
                and other.name != index.name
                and other.kind == index.kind == "BTREE"
                and other.columns[:length] == index.columns
                and (len(other.columns) > length or other.is_unique or other.name < index.name)
            ),
            None,
        )
        if cover is not None:
            yield AdviceFinding(
                AdviceKind.DUPLICATE_INDEX,
                AdviceLevel.WARNING,
                f"{index.table}.{index.name}",
                told.COVERED,
                (
                    (told.TABLE, index.table),
                    (told.COLUMNS, ", ".join(column for column, _prefix, _direction in index.columns)),
                    (told.COVERED_BY, cover.name),
                ),
                f"DROP INDEX {_quoted(index.name)} ON {_quoted(index.table)};",
            )


def _keyless(tables: Sequence[Sequence[str]], indexes: Sequence[_Index]) -> Iterable[AdviceFinding]:
    keyed = {index.table for index in indexes if index.is_unique}
    for table, engine, rows, size, *_rest in tables:
        if table not in keyed and engine == "InnoDB":
            yield AdviceFinding(
                AdviceKind.NO_KEY,
                AdviceLevel.NOTE,
                table,
                told.KEYLESS,
                ((told.ROWS, rows), (told.SIZE, shown_value(int(size), Unit.BYTES))),
                f"ALTER TABLE {_quoted(table)} ADD COLUMN id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY;",
                told.KEY_OF_OWN,
                int(size),
            )


def _fragmented(tables: Sequence[Sequence[str]]) -> Iterable[AdviceFinding]:
    for table, engine, _rows, size, free, *_rest in tables:
        if engine == "InnoDB" and int(free) > _MOST_FREE and int(free) > int(size) / 2:
            yield AdviceFinding(
                AdviceKind.BLOAT,
                AdviceLevel.NOTE,
                table,
                told.FREE_TABLE,
                (
                    (told.SIZE, shown_value(int(size), Unit.BYTES)),
                    (told.FREE, shown_value(int(free), Unit.BYTES)),
                ),
                f"OPTIMIZE TABLE {_quoted(table)};",
                told.OPTIMIZE,
                int(free),
            )
