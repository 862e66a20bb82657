"""Statements that make PostgreSQL's tables and views again.

The storage of single columns, comments, privileges and row security are left out; indexes and triggers have statements
of their own.
"""

from collections.abc import Iterator
from typing import Final

from lapwing.domain.late_dataclass import dataclass

_SERIAL: Final = {"smallint": "smallserial", "integer": "serial", "bigint": "bigserial"}


@dataclass(frozen=True, slots=True)
class WrittenColumn:
    """A column. Texts are SQL: names quoted where needed, expressions as the server writes them."""

    name: str
    type_name: str
    is_required: bool
    default: str
    """Of a generated column what it is made of."""
    generated: str
    """`STORED`, `VIRTUAL` or empty."""
    identity: str
    """`ALWAYS`, `BY DEFAULT` or empty."""
    sequence: str
    """Options of the identity's sequence."""
    is_serial: bool
    collation: str
    options: str
    is_local: bool
    """Whether it is declared here, and not only in a parent."""
    differs: bool
    """Whether its default or its NOT NULL is not what the parents have."""


@dataclass(frozen=True, slots=True)
class Making:
    """What makes a relation: its parts as SQL, each empty where there is none."""

    kind: str
    """`relkind`: r, p, v, m or f."""
    name: str
    persistence: str
    columns: tuple[WrittenColumn, ...]
    constraints: tuple[str, ...]
    parents: tuple[str, ...]
    bound: str
    """Of a partition: `FOR VALUES ...` or `DEFAULT`."""
    key: str
    """Of a partitioned table: such as `RANGE (a)`."""
    of_type: str
    method: str
    options: str
    tablespace: str
    server: str
    server_options: str
    query: str
    is_populated: bool


def create_statement(making: Making) -> str:
    """CREATE TABLE, FOREIGN TABLE, VIEW or MATERIALIZED VIEW, without a semicolon."""
    return _create_view(making) if making.kind in {"v", "m"} else _create_table(making)


def _create_view(making: Making) -> str:
    kind = "MATERIALIZED VIEW" if making.kind == "m" else "VIEW"
    head = _line("CREATE", making.persistence, kind, making.name, *_storage(making))
    query = making.query.strip().removesuffix(";")
    return f"{head} AS\n {query}" + ("" if making.kind == "v" or making.is_populated else "\n WITH NO DATA")


def _create_table(making: Making) -> str:
    kind = "FOREIGN TABLE" if making.kind == "f" else "TABLE"
    head = _line("CREATE", making.persistence, kind, making.name)
    parts = [*_column_lines(making), *making.constraints]
    body = "(\n    " + ",\n    ".join(parts) + "\n)" if parts else "()"
    if making.bound or making.of_type:
        above = f"PARTITION OF {making.parents[0]}" if making.bound else f"OF {making.of_type}"
        opening = _line(head, above, body if parts else "")
    else:
        opening = _line(head, body)
    inherits = f"INHERITS ({', '.join(making.parents)})" if making.parents and not making.bound else ""
    tail = (making.bound, inherits, f"PARTITION BY {making.key}" if making.key else "", *_storage(making))
    return "\n".join([opening, *filter(None, tail)])


def _storage(making: Making) -> Iterator[str]:
    if making.server:
        yield f"SERVER {making.server}"
        if making.server_options:
            yield f"OPTIONS ({making.server_options})"
    if making.method:
        yield f"USING {making.method}"
    if making.options:
        yield f"WITH ({making.options})"
    if making.tablespace:
        yield f"TABLESPACE {making.tablespace}"


def _column_lines(making: Making) -> Iterator[str]:
    for column in making.columns:
        if making.of_type or making.bound:
            # what the type or the parent says need not be said again, and generated columns may not
            if (column.differs or making.of_type) and (said := _line(*_wishes(column))) and not column.generated:
                yield _line(column.name, "WITH OPTIONS", said)
        elif column.is_local or column.differs:
            yield _line(column.name, *_declared(column))


def _declared(column: WrittenColumn) -> Iterator[str]:
    serial = _SERIAL.get(column.type_name, "") if column.is_serial and column.is_required else ""
    yield serial or column.type_name
    if column.options:
        yield f"OPTIONS ({column.options})"
    if column.collation:
        yield f"COLLATE {column.collation}"
    if serial:
        return
    if column.generated:
        yield f"GENERATED ALWAYS AS ({column.default}) {column.generated}"
    elif column.identity:
        yield f"GENERATED {column.identity} AS IDENTITY"
        if column.sequence:
            yield f"({column.sequence})"
    yield from _wishes(column)


def _wishes(column: WrittenColumn) -> Iterator[str]:
    if column.default and not column.generated:
        yield f"DEFAULT {column.default}"
    if column.is_required:
        yield "NOT NULL"


def _line(*words: str) -> str:
    return " ".join(filter(None, words))
