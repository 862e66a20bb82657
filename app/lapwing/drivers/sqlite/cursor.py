"""Running one statement by apsw, and what it says of the columns."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import apsw

from lapwing.domain.results import Column
from lapwing.domain.values import Row

_NUMERIC: Final = ("INT", "REAL", "FLOA", "DOUB", "NUM", "DEC", "BOOL")


class Cursor:
    """One statement's way through apsw.

    Attributes:
        columns: Its result's columns; empty when it has none. Known once `execute` has returned.
        reads_only: Whether SQLite says that it changes nothing.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self._cursor = connection.cursor()
        self._cursor.exec_trace = self._prepared
        self._statements = 0
        self.columns: tuple[Column, ...] = ()
        self.reads_only = False

    def _prepared(self, cursor: apsw.Cursor, sql: str, _bindings: Any) -> bool:
        """apsw calls this between preparing a statement and its first step."""
        if not sql.strip() or not cursor.has_vdbe:
            return True
        self._statements += 1
        self.columns = _columns(cursor)
        self.reads_only = cursor.is_readonly
        return self._statements == 1

    def execute(self, sql: str, bindings: Sequence[Any]) -> Iterator[Row]:
        return iter(self._cursor.execute(sql, bindings))

    def close(self) -> None:
        self._cursor.close(force=True)


def _columns(cursor: apsw.Cursor) -> tuple[Column, ...]:
    described: tuple[tuple[str, str | None, str | None, str | None, str | None], ...]
    try:
        described = cursor.description_full
    except apsw.ExecutionCompleteError:
        return ()
    except UnicodeDecodeError:  # perhaps only in the names of where the columns come from
        described = tuple((name, kind, None, None, None) for name, kind in cursor.get_description())
    return tuple(_column(*entry) for entry in described)


def _column(name: str, declared: str | None, database: str | None, table: str | None, origin: str | None) -> Column:
    kind = (declared or "").upper()
    place = f"{database}.{table}" if table else ""
    return Column(name, declared or "", place, origin or "", any(word in kind for word in _NUMERIC))
