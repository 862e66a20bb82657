"""What could be better in a MySQL or MariaDB database, by information_schema and, where it is on, the performance
schema."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Final

from lapwing.domain.errors import StatementFailed
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring import advice_texts as told
from lapwing.domain.monitoring.advice import AdviceFinding, AdviceKind, AdviceLevel, AdviceReading, ServerSetting
from lapwing.domain.monitoring.metrics import Unit
from lapwing.domain.monitoring.shown import shown_value
from lapwing.drivers.monitoring import Advisor
from lapwing.sql.dialect import dialect_named
from lapwing.sql.literals import mysql_literal

Rows = Sequence[Sequence[str | None]]
_ENDS: Final = {"tinyint": 7, "smallint": 15, "mediumint": 23, "int": 31, "bigint": 63}
"""Bits of the largest number, with a sign."""
_KIND: Final = re.compile(r"^[a-z]+( *[(][0-9]+[)])?")
_HIDDEN: Final = {"IGNORED": "s.IGNORED = 'YES'", "IS_VISIBLE": "s.IS_VISIBLE = 'NO'"}
"""How MariaDB from 10.6 on and MySQL from 8 on tell that the optimizer leaves an index alone."""
_CAN_HIDE: Final = (
    "SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = 'information_schema'"
    " AND TABLE_NAME = 'STATISTICS' AND COLUMN_NAME IN ('IGNORED', 'IS_VISIBLE')"
)
_COUNTED: Final = ("BTREE", "HASH")
"""Kinds of indexes whose use the performance schema counts."""
_NEW_KEY: Final = "ADD COLUMN id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY"
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
    is_key: bool
    """Whether it names each row: it is unique, and none of its columns can be NULL."""
    is_hidden: bool

    def begins_with(self, columns: Sequence[str]) -> bool:
        return [name for name, _prefix, _direction in self.columns[: len(columns)]] == list(columns)


@dataclass(frozen=True, slots=True)
class _Column:
    """One that counts by itself, or is named as a new key would be."""

    table: str
    name: str
    kind: str
    whole_kind: str
    comment: str
    extra: str

    @property
    def counts(self) -> bool:
        return "auto_increment" in self.extra.lower()

    def wider(self) -> str:
        """The statement that gives it more room; empty where there is no more, or its comment cannot be written so that
        every mode of the server reads the same."""
        literal = mysql_literal(self.comment)
        if self.kind == "bigint" or not literal.startswith("'"):
            return ""
        comment = f" COMMENT {literal}" if self.comment else ""
        kind = _KIND.sub("bigint", self.whole_kind)
        name = f"{_quoted(self.table)} MODIFY {_quoted(self.name)}"
        return f"ALTER TABLE {name} {kind} NOT NULL AUTO_INCREMENT{comment};"


class MysqlAdvisor(Advisor):
    """Looks through one session's database."""

    def __init__(self, ask: Callable[[str], Rows]) -> None:
        self._ask = ask

    def findings(self) -> AdviceReading:
        ((database,),) = self._ask("SELECT DATABASE()")
        if database is None:
            return AdviceReading(notes=(_NO_DATABASE,))
        indexes = list(_indexes(self._ask(_query("advice_indexes").replace("{hidden}", self._hidden()))))
        tables = [[cell or "" for cell in row] for row in self._ask(_query("advice_tables"))]
        rows = self._ask(_query("advice_counting_columns"))
        columns = [_Column(*(cell or "" for cell in row)) for row in rows]
        found = [
            *_sequences(tables, columns),
            *_fragmented(tables),
            *_duplicates(indexes),
            *_keyless(tables, indexes, {column.table for column in columns}),
        ]
        looked_at = [AdviceKind.SEQUENCE, AdviceKind.BLOAT, AdviceKind.DUPLICATE_INDEX, AdviceKind.NO_KEY]
        unused = self._unused(indexes, columns)
        if unused is None:
            return AdviceReading(tuple(found), tuple(looked_at), (_NO_COUNTS,))
        return AdviceReading((*found, *unused), (*looked_at, AdviceKind.UNUSED_INDEX))

    def _hidden(self) -> str:
        """What tells whether an index is left alone by the optimizer: where the server can say that."""
        return next((_HIDDEN[row[0]] for row in self._ask(_CAN_HIDE) if row[0] in _HIDDEN), "0")

    def _unused(self, indexes: Sequence[_Index], counting: Sequence[_Column]) -> list[AdviceFinding] | None:
        """None where the server does not count their use."""
        try:
            ((is_on,),) = self._ask("SELECT @@GLOBAL.performance_schema")
            rows = self._ask(_query("advice_unused_indexes")) if is_on == "1" else None
        except StatementFailed:
            return None
        if rows is None:
            return None
        needed = [*self._needed_by_references(), *((each.table, (each.name,)) for each in counting if each.counts)]
        plain = {
            (index.table, index.name)
            for index in indexes
            if not index.is_unique
            and index.kind in _COUNTED
            and not any(index.table == table and index.begins_with(columns) for table, columns in needed)
        }
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

    def _needed_by_references(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Tables and columns, on both sides of foreign keys, that have to have an index."""
        sides: dict[tuple[str, str, str], list[str]] = {}
        for row in self._ask(_query("advice_references")):
            table, name, column, parent, parent_column = (cell or "" for cell in row)
            sides.setdefault((table, name, table), []).append(column)
            sides.setdefault((table, f"{name} parent", parent), []).append(parent_column)
        for (_table, _name, of), columns in sides.items():
            yield of, tuple(columns)

    def settings(self) -> tuple[ServerSetting, ...]:
        rows = self._ask("SHOW GLOBAL VARIABLES")
        return tuple(
            ServerSetting(name, value or "")
            for name, value in ((row[0] or "", row[1]) for row in rows)
            if not any(part in name for part in _SECRET)
        )


def _sequences(tables: Sequence[Sequence[str]], columns: Sequence[_Column]) -> Iterable[AdviceFinding]:
    """Columns that count by themselves and are near their end."""
    next_of = {row[0]: int(row[5]) for row in tables}
    for column in columns:
        bits = _ENDS.get(column.kind)
        if bits is None or not column.counts:
            continue
        end = 2 ** (bits + ("unsigned" in column.whole_kind)) - 1
        share = next_of.get(column.table, 0) / end
        if share <= 0.8:
            continue
        yield AdviceFinding(
            AdviceKind.SEQUENCE,
            AdviceLevel.CRITICAL if share > 0.9 else AdviceLevel.WARNING,
            f"{column.table}.{column.name}",
            told.NEAR_END,
            (
                (told.NEXT, str(next_of.get(column.table, 0))),
                (told.END, str(end)),
                (told.USED, shown_value(share, Unit.SHARE)),
                (told.TYPE, column.whole_kind),
            ),
            column.wider(),
            told.REFERRED,
        )


def _indexes(rows: Rows) -> Iterable[_Index]:
    columns: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    facts: dict[tuple[str, str], tuple[bool, str, bool]] = {}
    loose: set[tuple[str, str]] = set()
    for row in rows:
        table, name, non_unique, _place, column, prefix, kind, direction, nullable, hidden = (
            cell or "" for cell in row
        )
        columns.setdefault((table, name), []).append((column, prefix, direction))
        facts[table, name] = non_unique == "0", kind, hidden == "1"
        if nullable == "YES":
            loose.add((table, name))
    for (table, name), found in columns.items():
        is_unique, kind, is_hidden = facts[table, name]
        is_key = is_unique and (table, name) not in loose
        yield _Index(table, name, is_unique, kind, tuple(found), is_key, is_hidden)


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
                and not other.is_hidden
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


def _keyless(
    tables: Sequence[Sequence[str]], indexes: Sequence[_Index], taken: Collection[str]
) -> Iterable[AdviceFinding]:
    """`taken` are tables that have a column of the new key's name, or one that counts: there can be no other."""
    keyed = {index.table for index in indexes if index.is_key}
    for table, engine, rows, size, *_rest in tables:
        if table not in keyed and engine == "InnoDB":
            yield AdviceFinding(
                AdviceKind.NO_KEY,
                AdviceLevel.NOTE,
                table,
                told.KEYLESS,
                ((told.ROWS, rows), (told.SIZE, shown_value(int(size), Unit.BYTES))),
                "" if table in taken else f"ALTER TABLE {_quoted(table)} {_NEW_KEY};",
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
