"""Rows of PostgreSQL's catalogue about one relation, turned into what is said of it."""

import json
from typing import Final

from lapwing.domain.catalog import CatalogColumn, Check, ForeignKey, Index
from lapwing.domain.late_dataclass import dataclass
from lapwing.drivers.postgresql.ddl import WrittenColumn
from lapwing.drivers.postgresql.objects import TextRow, text
from lapwing.sql.checks import unwrapped
from lapwing.sql.dialect import dialect_named

_GENERATED: Final = {"s": "stored", "v": "virtual"}
_IDENTITY: Final = {"a": "identity always", "d": "identity by default"}
_ACTIONS: Final = {"a": "NO ACTION", "r": "RESTRICT", "c": "CASCADE", "n": "SET NULL", "d": "SET DEFAULT"}
_ORIGINS: Final = {"p": "primary key", "u": "unique constraint", "x": "exclusion constraint"}
_CONSTRAINTS: Final = {
    "p": "primary key",
    "u": "unique",
    "c": "check",
    "x": "exclusion",
    "f": "foreign key",
    "n": "not null",
}
_DESCENDING: Final = 1
_NULLS_FIRST: Final = 2


@dataclass(frozen=True, slots=True)
class Definitions:
    """What `definitions.sql` gave: texts by their kind and key; with `note`, why there are none."""

    texts: dict[tuple[str, str], str]
    inherited: dict[str, set[str | None]]
    """The defaults that a column, by its number, has in the parents."""
    note: str = ""

    def get(self, kind: str, key: str | None = "") -> str:
        return self.texts.get((kind, key or ""), "")


def names(cell: str | None) -> tuple[str, ...]:
    return tuple(json.loads(cell)) if cell else ()


def in_the_way(pid: str | None) -> str:
    holder = f"session {pid}" if pid else "another transaction"
    return f"Defaults, expressions and SQL cannot be read now: {holder} has it locked."


def constraint(row: TextRow, definitions: Definitions) -> tuple[str, str, str, str]:
    """Name, kind, columns, and the definition as far as it can be read."""
    kind = _CONSTRAINTS.get(text(row[3]), text(row[3]))
    return text(row[1]), kind, ", ".join(names(row[4])), row[10] or definitions.get("constraint", row[0])


def check(row: TextRow, definitions: Definitions) -> Check:
    """A CHECK constraint; the server writes `CHECK ((a > b))`, with words such as NO INHERIT behind it."""
    written = definitions.get("constraint", row[0]).removeprefix("CHECK (")
    condition, closing, behind = written.rpartition(")")
    inner = unwrapped(condition, dialect_named("postgresql"))
    return Check(text(row[1]), names(row[4]), f"{inner}{behind}" if closing else written)


def column(
    row: TextRow, definitions: Definitions, primary: tuple[str, ...], keys: tuple[ForeignKey, ...]
) -> CatalogColumn:
    number, title, _quoted, type_name, required, domain_requires, identity, generated = row[:8]
    name = text(title)
    refers = (dict(zip(key.columns, key.references, strict=True)) | {"": key.table} for key in keys)
    return CatalogColumn(
        name,
        text(type_name),
        required != "t" and domain_requires != "t",
        None if generated else definitions.get("column", number) or None,
        primary.index(name) + 1 if name in primary else 0,
        _GENERATED.get(text(generated), "") or _IDENTITY.get(text(identity), ""),
        next((f"{key['']}.{key[name]}" for key in refers if name in key), ""),
        text(row[14]),
        unwrapped(definitions.get("column", number), dialect_named("postgresql")) if generated else "",
    )


def foreign_key(row: TextRow) -> ForeignKey:
    _oid, name, _quoted, _kind, columns, table, references, on_update, on_delete = row[:9]
    actions = (_ACTIONS.get(text(action), "") for action in (on_update, on_delete))
    return ForeignKey(text(name), names(columns), text(table), names(references), *actions)


def index(row: TextRow, definitions: Definitions) -> Index:
    oid, name, quoted, unique, partial, constraint, is_inherited, keys = row
    origin = _ORIGINS.get(text(constraint)) or ("parent's index" if is_inherited == "t" else "created")
    written = definitions.get("index", oid)
    # of a partitioned table, the server gives what makes an index without those of the partitions
    alone = f"CREATE {'UNIQUE ' if unique == 't' else ''}INDEX {quoted} ON ONLY "
    if written.startswith(alone):
        written = alone.removesuffix("ONLY ") + written.removeprefix(alone)
    columns = tuple(_index_column(title, options) for title, options in json.loads(text(keys)))
    return Index(text(name), columns, unique == "t", partial == "t", origin, "" if constraint else written)


def _index_column(name: str | None, options: int) -> str:
    direction = " DESC" if options & _DESCENDING else ""
    nulls = " NULLS FIRST" if options & _NULLS_FIRST else " NULLS LAST"
    is_usual = bool(options & _DESCENDING) == bool(options & _NULLS_FIRST)
    return ("<expression>" if name is None else name) + direction + ("" if is_usual else nulls)


def is_said_apart(table: str | None, row: TextRow) -> bool:
    """Whether a NOT NULL (a constraint since PostgreSQL 18) is more than the two words behind a column say."""
    _oid, name, _quoted, _kind, columns = row[:5]
    column = names(columns)[0]
    is_plain = not text(row[10]).endswith((" NO INHERIT", " NOT VALID"))
    return row[9] == "t" and not (is_plain and name == f"{table}_{column}_not_null")


def written_column(row: TextRow, definitions: Definitions, apart: set[str]) -> WrittenColumn:
    number, name, quoted, kind, required, _domain, identity, generated = row[:8]
    is_local, parent_requires, collation, sequence, is_serial, options = row[8:14]
    default = definitions.get("column", number)
    parents = definitions.inherited.get(text(number))
    return WrittenColumn(
        name=text(quoted),
        type_name=text(kind),
        is_required=required == "t" and name not in apart,
        default=default,
        generated=_GENERATED.get(text(generated), "").upper(),
        identity={"a": "ALWAYS", "d": "BY DEFAULT"}.get(text(identity), ""),
        sequence=text(sequence),
        is_serial=is_serial == "t",
        collation=text(collation),
        options=text(options),
        is_local=is_local == "t",
        differs=(parents is not None and parents != {default or None}) or (required == "t" and parent_requires != "t"),
    )


def written_constraint(row: TextRow, definitions: Definitions, apart: set[str]) -> str:
    """`CONSTRAINT name ...`; empty for what comes with the columns or from a parent."""
    oid, _name, quoted, kind, columns = row[:5]
    is_local, definition = row[9:]
    definition = definition or definitions.get("constraint", oid)
    if is_local != "t" or not definition or (kind == "n" and names(columns)[0] not in apart):
        return ""
    return f"CONSTRAINT {quoted} {definition}"
