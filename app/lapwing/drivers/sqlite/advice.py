"""What could be better in a SQLite file, by its schema (sqlite.org: pragma.html, foreignkeys.html#fk_indexes)."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from lapwing.domain.monitoring import advice_texts as told
from lapwing.domain.monitoring.advice import AdviceFinding, AdviceKind, AdviceLevel, AdviceReading, ServerSetting
from lapwing.domain.monitoring.metrics import Unit
from lapwing.domain.monitoring.shown import shown_value
from lapwing.drivers.monitoring import Advisor
from lapwing.sql.dialect import dialect_named

_INDEXES: Final = """
SELECT t.name, i.name, i."unique", i.origin, i.partial,
    group_concat(coalesce(c.name, '') || ' ' || c.coll || c."desc", char(0))
FROM sqlite_schema t, pragma_index_list(t.name) i, pragma_index_xinfo(i.name) c
WHERE t.type = 'table' AND t.rootpage > 0 AND c.key = 1
GROUP BY t.name, i.name ORDER BY t.name, i.name
"""
_REFERENCES: Final = """
SELECT t.name, f.id, f."table", group_concat(f."from", char(0))
FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
WHERE t.type = 'table' AND t.rootpage > 0 GROUP BY t.name, f.id ORDER BY t.name, f.id
"""
_PRIMARY: Final = """
SELECT t.name, group_concat(c.name, char(0)) FROM sqlite_schema t, pragma_table_info(t.name) c
WHERE t.type = 'table' AND t.rootpage > 0 AND c.pk = 1 GROUP BY t.name
"""
"""Virtual tables have no page, and are left out: telling their columns fails where their module is not there."""
_FACTS: Final = (
    "journal_mode", "synchronous", "foreign_keys", "auto_vacuum", "page_size", "page_count", "freelist_count",
    "encoding", "user_version", "wal_autocheckpoint", "cache_size", "mmap_size",
)  # fmt: skip
_FREE_SHARE: Final = 0.25
_FREE_BYTES: Final = 10_000_000
Ask = Callable[[str], Iterable[Sequence[Any]]]
Indexes = Sequence[tuple[str, str, bool, str, bool, tuple[str, ...]]]
"""Table, name, whether it is unique, where it came from, whether it is partial, its columns."""


def _quoted(name: str) -> str:
    return dialect_named("sqlite").quote_identifier(name)


class SqliteAdvisor(Advisor):
    """Looks through the main file of one session."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def findings(self) -> AdviceReading:
        indexes = [
            (str(table), str(name), bool(unique), str(origin), bool(partial), tuple(str(columns).split("\0")))
            for table, name, unique, origin, partial, columns in self._ask(_INDEXES)
        ]
        found = [*self._free_pages(), *_duplicates(indexes), *self._references(indexes)]
        kinds = (AdviceKind.BLOAT, AdviceKind.DUPLICATE_INDEX, AdviceKind.MISSING_INDEX)
        return AdviceReading(tuple(found), kinds)

    def _free_pages(self) -> Iterable[AdviceFinding]:
        pages, free, size = (int(self._pragma(name)) for name in ("page_count", "freelist_count", "page_size"))
        if pages and free / pages > _FREE_SHARE and free * size > _FREE_BYTES:
            yield AdviceFinding(
                AdviceKind.BLOAT,
                AdviceLevel.NOTE,
                "main",
                told.FREE_FILE,
                (
                    (told.SIZE, shown_value(pages * size, Unit.BYTES)),
                    (told.FREE, shown_value(free * size, Unit.BYTES)),
                    (told.SHARE, shown_value(free / pages, Unit.SHARE)),
                ),
                "VACUUM;",
                told.VACUUM_FILE,
                free * size,
            )

    def _references(self, indexes: Indexes) -> Iterable[AdviceFinding]:
        """Foreign keys whose columns no index begins with: each change of a parent's key reads the whole table."""
        primary = {str(table): str(column) for table, column in self._ask(_PRIMARY)}
        for table, _id, parent, joined in self._ask(_REFERENCES):
            columns = str(joined).split("\0")
            led = [
                [column.rpartition(" ")[0] for column in index[5]]
                for index in indexes
                if index[0] == table and not index[4]
            ]
            if any(set(names[: len(columns)]) == set(columns) for names in led) or columns == [primary.get(str(table))]:
                continue
            name = "_".join([str(table), *columns])
            yield AdviceFinding(
                AdviceKind.MISSING_INDEX,
                AdviceLevel.NOTE,
                f"{table} ({', '.join(columns)})",
                told.REFERENCE,
                ((told.TABLE, str(table)), (told.REFERS_TO, str(parent))),
                f"CREATE INDEX {_quoted(name)} ON {_quoted(str(table))} ({', '.join(map(_quoted, columns))});",
            )

    def settings(self) -> tuple[ServerSetting, ...]:
        return tuple(ServerSetting(name, str(self._pragma(name))) for name in _FACTS)

    def _pragma(self, name: str) -> Any:
        ((value,),) = self._ask(f"PRAGMA main.{name}" if name != "cache_size" else f"PRAGMA {name}")
        return value


def _duplicates(indexes: Indexes) -> Iterable[AdviceFinding]:
    for table, name, is_unique, origin, is_partial, columns in indexes:
        if is_unique or is_partial or origin != "c" or any(column.startswith(" ") for column in columns):
            continue  # a column without a name is an expression
        cover = next(
            (
                other[1]
                for other in indexes
                if other[0] == table
                and other[1] != name
                and not other[4]
                and other[5][: len(columns)] == columns
                and (len(other[5]) > len(columns) or other[2] or other[1] < name)
            ),
            None,
        )
        if cover is not None:
            yield AdviceFinding(
                AdviceKind.DUPLICATE_INDEX,
                AdviceLevel.WARNING,
                name,
                told.COVERED,
                ((told.TABLE, table), (told.COVERED_BY, cover)),
                f"DROP INDEX {_quoted(name)};",
            )
