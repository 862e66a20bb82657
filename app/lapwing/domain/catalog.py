"""What a server holds: databases, schemas, relations and their parts, and objects of every other kind.

Requests name a `database` where another one of the same server is meant than the connection's own; empty: its own.
"""

from enum import StrEnum

from lapwing.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Schema:
    name: str
    detail: str = ""
    """For an attached SQLite database its file, elsewhere its owner or collation."""
    is_default: bool = False
    is_system: bool = False
    """Whether it is the server's own; these come last."""


@dataclass(frozen=True, slots=True)
class RelationName:
    """The full name of a relation in its database."""

    schema: str
    name: str


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
    comment: str = ""
    size_bytes: int | None = None
    """With its indexes, as the server knows it without looking at files: often of the last VACUUM or ANALYZE."""
    parents: tuple[RelationName, ...] = ()
    """Of a partition the partitioned table, elsewhere what it inherits from."""


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
    comment: str = ""
    expression: str = ""
    """What it is computed by, as SQL; empty where it is not computed, or that is not told."""


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
class Check:
    """A condition that every row fulfils.

    Attributes:
        name: Empty where the server has none.
        columns: Those that it is about, as far as that is known.
        condition: As SQL, without the word CHECK and its parentheses.
    """

    name: str
    columns: tuple[str, ...]
    condition: str


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
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class ListSchemas:
    connection_id: str = ""
    session_id: str = ""
    """Look through this session instead of the metadata lane: it sees its own attached files and open changes."""
    database: str = ""
    shows_all: bool = False
    """Whether those are told, too, that the connection's schema filter hides."""


@dataclass(frozen=True, slots=True)
class SchemaList:
    """`hidden` is how many the connection's schema filter hides; they are told where all were asked for."""

    schemas: tuple[Schema, ...]
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class ListRelations:
    schema: str
    connection_id: str = ""
    session_id: str = ""
    database: str = ""


@dataclass(frozen=True, slots=True)
class RelationList:
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class DescribeRelation:
    schema: str
    name: str
    connection_id: str = ""
    session_id: str = ""
    database: str = ""


@dataclass(frozen=True, slots=True)
class Database:
    """A database of a server that has several, each with schemas of its own."""

    name: str
    is_current: bool = False
    """Whether it is the connection's own."""
    size_bytes: int | None = None
    """None where telling it takes long, or this account may not know it: `ObjectProperties` of a database may say."""
    detail: str = ""
    """Owner and encoding in a few words."""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class ListDatabases:
    connection_id: str = ""
    session_id: str = ""


@dataclass(frozen=True, slots=True)
class DatabaseList:
    databases: tuple[Database, ...]
    """Those that this account may connect to, by name. None where a server has nothing apart from schemas."""


class ObjectScope(StrEnum):
    """What kinds of objects lie in."""

    SERVER = "server"
    DATABASE = "database"
    SCHEMA = "schema"
    RELATION = "relation"


@dataclass(frozen=True, slots=True)
class ObjectKind:
    """A kind of objects that a place has.

    Attributes:
        kind: In the field's terms. Server: `role`, `user`, `tablespace`, `function`, `collation` and `module` (of a
            connection to SQLite). Database: `extension`, `foreign data wrapper`, `foreign server`, `publication`,
            `subscription`, `event trigger`. Schema: those of `Relation.kind`, `function`, `procedure`, `aggregate`,
            `sequence`, `index`, `trigger`, `type`, `enum`, `domain`, `range type`, `collation`, `event`. Relation:
            `constraint`, `index`, `trigger`, `rule`, `policy`, `partition`, and `table` for what inherits from it.
            `database` and `schema` are never counted, but can be described and have statements.
        scope: What these objects lie in.
        count: None where counting is dear.
    """

    kind: str
    scope: ObjectScope
    count: int | None = None


@dataclass(frozen=True, slots=True)
class ListKinds:
    """What kinds of objects a place has.

    Attributes:
        scope: The place: the server, the database, the schema `schema`, or its relation `relation`.
    """

    scope: ObjectScope
    connection_id: str = ""
    database: str = ""
    schema: str = ""
    relation: str = ""
    session_id: str = ""


@dataclass(frozen=True, slots=True)
class KindList:
    kinds: tuple[ObjectKind, ...]
    """In the order in which people look for them. A kind of which there is none is left out."""


@dataclass(frozen=True, slots=True)
class CatalogObject:
    """Anything that has a name in a catalogue. Kind, schema, parent, name and signature together are its identity.

    Attributes:
        kind: As in `ObjectKind`.
        schema: Empty where it lies in no schema.
        signature: Of a routine of PostgreSQL, the arguments that tell it from others of its name; of an account of
            MySQL, its host; else empty.
        parent: The table of a trigger, index, rule, policy or constraint, in the same schema; else empty.
        detail: What else is to be known in a few words, such as a function's result and language.
    """

    kind: str
    schema: str
    name: str
    signature: str = ""
    parent: str = ""
    detail: str = ""
    comment: str = ""
    rows_estimate: int | None = None
    size_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class ListObjects:
    """The objects of one kind in one place.

    Attributes:
        schema: Empty for kinds that lie in the server or the database.
        relation: Only those of this relation; empty: all of the schema.
    """

    kind: str
    connection_id: str = ""
    database: str = ""
    schema: str = ""
    relation: str = ""
    session_id: str = ""


@dataclass(frozen=True, slots=True)
class ObjectList:
    objects: tuple[CatalogObject, ...]
    """By name."""


@dataclass(frozen=True, slots=True)
class DescribeObject:
    """Everything about one object; its identity as `CatalogObject` has it."""

    kind: str
    schema: str
    name: str
    signature: str = ""
    parent: str = ""
    connection_id: str = ""
    database: str = ""
    session_id: str = ""


@dataclass(frozen=True, slots=True)
class PropertySection:
    """A table of facts.

    Attributes:
        id: English words that a face translates: `definition`, `columns`, `constraints`, `indexes`, `triggers`,
            `rules`, `policies`, `partitions`, `arguments`, `labels`, `attributes`, `members`, `tables`, `options`,
            `depends on`, `used by`, `statistics`, `column statistics`, `index statistics`, `privileges`.
        headings: English words as well: `fact` and `value` of `definition` and `statistics`, whose facts are English
            too; else what is in the columns, such as `name`.
        rows: Plain text as the server says it; each as long as `headings`. Empty where there is nothing to say.
    """

    id: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ObjectProperties:
    object: CatalogObject
    sections: tuple[PropertySection, ...]
    """In the order to show them; those without rows are left out."""
    ddl: str = ""
    """The statements that make it again with what belongs to it (indexes, triggers, comments, privileges), each ended
    by a semicolon; empty where there are none."""
    note: str = ""
    """A sentence about what could not be read, or empty."""


class StatementKind(StrEnum):
    """What a statement that was written for an object does."""

    SELECT = "select"
    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"
    CALL = "call"
    TRUNCATE = "truncate"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class WriteStatements:
    """Write the usual statements for one object; its identity as `CatalogObject` has it.

    Attributes:
        cascade: Whether TRUNCATE and DROP take along what depends on it, where the server can.
    """

    kind: str
    schema: str
    name: str
    signature: str = ""
    parent: str = ""
    cascade: bool = False
    connection_id: str = ""
    database: str = ""
    session_id: str = ""


@dataclass(frozen=True, slots=True)
class ObjectStatement:
    """A statement to be shown, and run when a person wants that.

    Attributes:
        sql: Without a semicolon. Values to be filled in are parameters, named by their columns where the dialect has
            names for parameters; all else is complete.
        can_cascade: Whether `WriteStatements.cascade` changes it.
    """

    kind: StatementKind
    sql: str
    can_cascade: bool = False


@dataclass(frozen=True, slots=True)
class StatementList:
    statements: tuple[ObjectStatement, ...]
    """Those that make sense for the object: none changes a system object."""
