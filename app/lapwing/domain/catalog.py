"""What a database holds: schemas, relations and their parts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Schema:
    name: str
    detail: str = ""
    """For an attached SQLite database its file, elsewhere its owner or collation."""
    is_default: bool = False
    is_system: bool = False
    """Whether it is the server's own; these come last."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A table, view or their like."""

    schema: str
    name: str
    kind: str
    """`table`, `partition` (of a partitioned table), `view`, `materialized view`, `foreign table`, `virtual` (a virtual
    table) or `shadow` (a table that a virtual table keeps its data in).
    """
    rows_estimate: int | None = None
    detail: str = ""
    """What else is to be known in a few words, such as `partition of orders`."""


@dataclass(frozen=True, slots=True)
class CatalogColumn:
    name: str
    type_name: str
    nullable: bool
    default: str | None = None
    """The default's expression as written; None when there is none."""
    key_position: int = 0
    """1-based place in the primary key; 0 when it is no part of it."""
    generated: str = ""
    """`stored`, `virtual`, `hidden`, `identity always` (counted by the server), `identity by default` (counted where no
    value is given) or empty.
    """
    references: str = ""
    """`table.column` where it is a foreign key, otherwise empty."""


@dataclass(frozen=True, slots=True)
class ForeignKey:
    name: str
    columns: tuple[str, ...]
    table: str
    references: tuple[str, ...]
    on_update: str
    on_delete: str


@dataclass(frozen=True, slots=True)
class Index:
    name: str
    columns: tuple[str, ...]
    """An expression shows as `<expression>`."""
    unique: bool
    partial: bool
    origin: str
    """`created`, `unique constraint`, `primary key`, `exclusion constraint` or `parent's index` (of a partition)."""
    sql: str = ""
    """The statement that makes it; empty where a constraint of the table does."""


@dataclass(frozen=True, slots=True)
class Trigger:
    name: str
    sql: str


@dataclass(frozen=True, slots=True)
class RelationDetails:
    relation: Relation
    columns: tuple[CatalogColumn, ...] = ()
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    indexes: tuple[Index, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    sql: str = ""
    """The statement that makes it, without its triggers, and without its indexes where the server keeps them apart."""
    note: str = ""
    """A sentence about what could not be read, or empty."""


@dataclass(frozen=True, slots=True)
class ListSchemas:
    connection_id: str = ""
    session_id: str = ""
    """Look through this session instead of the metadata lane: it sees its own attached files and open changes."""


@dataclass(frozen=True, slots=True)
class SchemaList:
    schemas: tuple[Schema, ...]


@dataclass(frozen=True, slots=True)
class ListRelations:
    schema: str
    connection_id: str = ""
    session_id: str = ""


@dataclass(frozen=True, slots=True)
class RelationList:
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class DescribeRelation:
    schema: str
    name: str
    connection_id: str = ""
    session_id: str = ""
