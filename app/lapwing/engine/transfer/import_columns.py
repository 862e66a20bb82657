"""Which column of a file goes into which of a table, and how its texts become values there."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from lapwing.domain.errors import LapwingError, from_wire
from lapwing.domain.file_import_errors import (
    ImportColumnsTwice,
    ImportColumnsUnmatched,
    ImportColumnUnknown,
    ImportNothing,
    ImportTargetTwice,
)
from lapwing.domain.file_imports import FileRows, ImportColumn, MappedColumn, mapped_by_name
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.table_errors import KeyMissing, KeyNotShared
from lapwing.drivers.table_access import TableAccess

_BINARY: Final = re.compile(r"(?:[a-z]*blob|(?:var)?binary|bytea|bytes)\b", re.IGNORECASE)
_COUNTS: Final = re.compile(r"(?:bool|bit\b|[a-z]*int|numeric|decimal|number)", re.IGNORECASE)
_TRUTHS: Final = {"true": "1", "false": "0"}
"""As every server reads them in columns of truths and of numbers."""
_BYTES: Final = re.compile(r"\\x((?:[0-9A-Fa-f]{2})*)")
_KEYLESS: Final = frozenset({KeyMissing.code, KeyNotShared.code})
"""Why rows of a table cannot be edited, though they can be inserted."""
Value = str | bytes | None


def table_reason(access: TableAccess) -> LapwingError | None:
    """Why nothing can be inserted into a table; None where that is possible."""
    reason = access.facts.read_only
    return None if reason is None or reason.code in _KEYLESS else from_wire(reason)


def columns_of(access: TableAccess) -> tuple[ImportColumn, ...]:
    """The columns of a table, as an import sees them."""
    reasons = {limit.column: limit.reason for limit in access.facts.limits}
    return tuple(
        ImportColumn(
            column.name,
            column.type_name,
            not column.nullable and column.default is None and not column.generated,
            reasons.get(column.name),
        )
        for column in access.columns.values()
        if column.generated != "hidden"
    )


def mapping_by_name(rows: FileRows, targets: Sequence[str], table: str) -> tuple[MappedColumn, ...]:
    """Each column of the file, into that of the same name.

    Raises:
        ImportColumnsUnmatched: There is none for some.
    """
    found = mapped_by_name(rows.columns, tuple(targets))
    missing = [name for name in rows.columns if name not in found]
    if missing:
        raise ImportColumnsUnmatched(columns=", ".join(missing), table=table)
    return tuple(MappedColumn(name, found[name]) for name in rows.columns)


def see_names(rows: FileRows, mapping: Sequence[MappedColumn], file: str) -> None:
    """See that a mapping names columns of the file, each once.

    Raises:
        ImportColumnsTwice, ImportColumnUnknown, ImportTargetTwice, ImportNothing
    """
    twice = sorted({name for name in rows.columns if rows.columns.count(name) > 1})
    if twice:
        raise ImportColumnsTwice(columns=", ".join(twice))
    targets: set[str] = set()
    for each in mapping:
        if each.source not in rows.columns:
            raise ImportColumnUnknown(column=each.source, where=file)
        if each.target in targets:
            raise ImportTargetTwice(column=each.target)
        targets.add(each.target)
    if not mapping:
        raise ImportNothing


@dataclass(frozen=True, slots=True)
class Chosen:
    """One column of the file on its way into the table."""

    place: int
    target: str
    value: Callable[[str], Value]


def chosen_columns(rows: FileRows, mapping: Sequence[MappedColumn], access: TableAccess) -> tuple[Chosen, ...]:
    """What a mapping means for a table.

    Raises:
        ImportColumnUnknown: The table has no such column.
        ColumnNotEditable: The server fills it.
    """
    reasons = {limit.column: limit.reason for limit in access.facts.limits}
    found = []
    for each in mapping:
        column = access.columns.get(each.target)
        if column is None:
            raise ImportColumnUnknown(column=each.target, where=access.facts.details.relation.name)
        if each.target in reasons:
            raise from_wire(reasons[each.target])
        place = rows.columns.index(each.source)
        found.append(Chosen(place, each.target, _value_of(rows.types[place], column.type_name)))
    return tuple(found)


def _value_of(kind: str, type_name: str) -> Callable[[str], Value]:
    if _BINARY.match(type_name):
        return _bytes_of
    if kind.lower().startswith("bool") and _COUNTS.match(type_name):
        return lambda text: _TRUTHS.get(text.lower(), text)
    return _as_it_is


def _bytes_of(text: str) -> Value:
    found = _BYTES.fullmatch(text)
    return bytes.fromhex(found[1]) if found else text


def _as_it_is(text: str) -> Value:
    return text


def values_of(row: Sequence[str | None], chosen: Sequence[Chosen]) -> list[Value]:
    """The values of a row for the table, in the order of its chosen columns."""
    return [None if (text := row[each.place]) is None else each.value(text) for each in chosen]
