"""What a result's columns are: type as the server writes it, table and column they come from.

The server's description of a result holds numbers only. Names of common types are known; others, and tables, are looked
up in the catalogue once and kept for a while.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from psycopg.pq.abc import PGresult

from lapwing.domain.results import Column
from lapwing.drivers.postgresql.types import NAMES, NUMERIC

KEPT_S: Final = 60.0
"""How long what was looked up is believed: others may rename things."""
_PLAIN: Final = -1
"""The modifier of a type without any."""
Ask = Callable[[str, Sequence[str | None]], list[tuple[str | None, ...]]]


class Field(NamedTuple):
    """A column as the server describes it: oid and modifier of its type, oid of its table, its number there (or 0)."""

    name: str
    type_oid: int
    modifier: int
    table_oid: int
    number: int

    @property
    def kind(self) -> tuple[int, int]:
        return self.type_oid, self.modifier

    @property
    def place(self) -> tuple[int, int]:
        return self.table_oid, self.number


def fields_of(result: PGresult) -> tuple[Field, ...]:
    """The columns of a result, or of a statement's description; none when it has no result."""
    return tuple(
        Field(
            (result.fname(number) or b"").decode("utf-8", "backslashreplace"),
            result.ftype(number),
            result.fmod(number),
            result.ftable(number),
            result.ftablecol(number),
        )
        for number in range(result.nfields)
    )


class ColumnNames:
    """What a session has looked up."""

    def __init__(self) -> None:
        self._types: dict[tuple[int, int], tuple[str, bool]] = {}
        self._places: dict[tuple[int, int], tuple[str, str]] = {}
        self._until = 0.0

    def forget(self) -> None:
        """Something has changed: look everything up again."""
        self._types.clear()
        self._places.clear()

    def unknown(self, fields: Iterable[Field]) -> bool:
        """Whether something of these columns has to be looked up."""
        if time.monotonic() > self._until:
            self.forget()
            self._until = time.monotonic() + KEPT_S
        return any(self._misses(field) for field in fields)

    def _misses(self, field: Field) -> bool:
        return (field.table_oid != 0 and field.place not in self._places) or (
            field.kind not in self._types and not (field.modifier == _PLAIN and field.type_oid in NAMES)
        )

    def look_up(self, fields: Sequence[Field], ask: Ask) -> None:
        """Learn what is not known of these columns; raises what `ask` raises."""
        missing = [field for field in fields if self._misses(field)]
        for type_oid, modifier, name, category in ask(_query("types"), _lists({field.kind for field in missing})):
            self._types[_pair(type_oid, modifier)] = name or "", category == "N"
        places = {field.place for field in missing if field.table_oid}
        for table_oid, number, schema, table, column in ask(_query("places"), _lists(places)) if places else ():
            self._places[_pair(table_oid, number)] = f"{schema}.{table}", column or ""

    def columns(self, fields: Sequence[Field]) -> tuple[Column, ...]:
        """The columns, as far as they are known."""
        return tuple(self._column(field) for field in fields)

    def _column(self, field: Field) -> Column:
        table, source = self._places.get(field.place, ("", ""))
        if field.modifier == _PLAIN and field.type_oid in NAMES:
            name, is_numeric = NAMES[field.type_oid], field.type_oid in NUMERIC
        else:
            usual = NAMES.get(field.type_oid, ""), field.type_oid in NUMERIC
            name, is_numeric = self._types.get(field.kind, usual)
        return Column(field.name, name, table, source, is_numeric)


def _pair(oid: str | None, number: str | None) -> tuple[int, int]:
    return int(oid or 0), int(number or 0)


def _lists(pairs: Iterable[tuple[int, int]]) -> list[str | None]:
    """Two array parameters, side by side."""
    ordered = sorted(pairs)
    return ["{" + ",".join(str(pair[at]) for pair in ordered) + "}" for at in (0, 1)]


@cache
def _query(name: str) -> str:
    return (Path(__file__).parent / "sql" / f"result_{name}.sql").read_text(encoding="utf-8")
