"""What the navigator's tree is made of. No Qt here."""

from collections.abc import Iterator
from enum import Enum, auto
from itertools import count
from typing import Final

from lapwing.domain.catalog import (
    CatalogColumn,
    CatalogObject,
    Database,
    Index,
    ObjectKind,
    Relation,
    Schema,
    Trigger,
)
from lapwing.domain.connections import Connection
from lapwing.domain.errors import LapwingError
from lapwing.domain.urls import parse_url
from lapwing.gui.browser.object_ref import RELATIONS, ObjectRef

Fact = (
    Connection
    | Database
    | Schema
    | ObjectKind
    | Relation
    | CatalogObject
    | CatalogColumn
    | Index
    | Trigger
    | ObjectRef
    | None
)

_ids = count(1)
_DESCRIBE_SCHEMAS: Final = frozenset({"sqlite", "postgresql", "mysql"})
"""Drivers."""


class Kind(Enum):
    """What a row stands for."""

    ROOT = auto()
    HEADING = auto()
    """The name of a group above its connections; they are its siblings, as in the drawing."""
    FAVORITE = auto()
    """An object that a person marked; its row in the tree is another one."""
    CONNECTION = auto()
    DATABASE = auto()
    SCHEMA = auto()
    FOLDER = auto()
    """All tables, all indexes of a table, and so on; with an `ObjectKind` as its fact where its rows are read late."""
    RELATION = auto()
    OBJECT = auto()
    """Anything else that has a name in the catalogue."""
    COLUMN = auto()
    INDEX = auto()
    TRIGGER = auto()
    NOTE = auto()
    """Says what could not be read of what it stands in."""
    LOADING = auto()
    ERROR = auto()
    RETRY = auto()
    HIDDEN = auto()
    """Says how many schemas the connection's filter hides, and shows them."""


class Load(Enum):
    """How far the children of a row are known."""

    NONE_NEEDED = auto()
    """They came with it, or it has none."""
    NOT_YET = auto()
    UNDER_WAY = auto()
    DONE = auto()
    FAILED = auto()


_UNREAD: Final = (Load.NOT_YET, Load.UNDER_WAY)
NAMED: Final = frozenset(
    {
        Kind.FAVORITE,
        Kind.DATABASE,
        Kind.SCHEMA,
        Kind.RELATION,
        Kind.OBJECT,
        Kind.COLUMN,
        Kind.INDEX,
        Kind.TRIGGER,
    }
)
"""Rows that stand for something with a name in SQL."""
DOES_AT_ONCE: Final = frozenset({Kind.RETRY, Kind.HIDDEN})
"""Rows that do something at a single click."""
SEARCHED: Final = NAMED | {Kind.CONNECTION}
"""Rows that the filter looks at."""


class Node:
    """One row. The model alone changes `children`, `shown`, `row` and `parent` of rows that it holds.

    Attributes:
        id: Never used twice in a process.
        key: What tells it from its siblings, and finds it again after a refresh.
        name: As the server says it; for headings and folders the title in the person's language.
        detail: Written at the right: a count, a type, columns.
        icon: A drawing of `resources/icons`; empty for none. `dot` stands for a coloured dot.
        color: The token its drawing is painted in.
        fact: What it stands for.
        about: More to be said of it, a fact a line, that its fact does not tell.
        searched: What it is found by besides its name.
        children: All that are known.
        shown: Those that the filter lets through; the same list as `children` while nothing is filtered.
        row: Its place in its parent's `shown`.
        is_open: Whether the person opened it.
        is_open_in_filter: Whether it is open while the filter is on.
        is_unread: Whether there may be children that were not read yet.
        folded: Its name for searching; empty until it was first searched, and for what is never searched.
        initials: The first letters of its name's parts, as `folded`.
        flags: What Qt may do with it; the model's own.
    """

    __slots__ = (
        "_load",
        "about",
        "children",
        "color",
        "detail",
        "fact",
        "flags",
        "folded",
        "icon",
        "id",
        "initials",
        "is_open",
        "is_open_in_filter",
        "is_unread",
        "key",
        "kind",
        "name",
        "parent",
        "row",
        "searched",
        "shown",
    )

    def __init__(
        self,
        kind: Kind,
        key: str,
        name: str,
        *,
        detail: str = "",
        icon: str = "",
        color: str = "dim_text",
        fact: Fact = None,
        about: str = "",
        searched: str = "",
        load: Load = Load.NONE_NEEDED,
        children: "list[Node] | None" = None,
        is_open: bool = False,
    ) -> None:
        self.id = next(_ids)
        self.kind = kind
        self.key = key
        self.name = name
        self.detail = detail
        self.icon = icon
        self.color = color
        self.fact = fact
        self.about = about
        self.searched = searched
        self.load = load
        self.parent: Node | None = None
        self.children: list[Node] = children or []
        self.shown = self.children
        self.row = 0
        self.is_open = is_open
        self.is_open_in_filter = False
        self.folded = ""
        self.initials = ""
        self.flags: object = None

    @property
    def load(self) -> Load:
        """How far its children are known."""
        return self._load

    @load.setter
    def load(self, load: Load) -> None:
        self._load = load
        self.is_unread = load in _UNREAD

    @property
    def can_open(self) -> bool:
        """Whether it has children, or might have some that are not read yet."""
        return self.is_unread or bool(self.shown)

    def take(self, other: "Node") -> None:
        """Say what `other` says; children, place and state stay."""
        if (self.name, self.searched) != (other.name, other.searched):
            self.folded = self.initials = ""
        self.name, self.detail, self.fact = other.name, other.detail, other.fact
        self.icon, self.color = other.icon, other.color
        self.about, self.searched = other.about, other.searched

    def path(self) -> "Iterator[Node]":
        """This row and all above it, without the root."""
        node: Node | None = self
        while node is not None and node.kind is not Kind.ROOT:
            yield node
            node = node.parent

    def above(self, kind: Kind) -> "Node | None":
        """The nearest row of a kind, this one included."""
        return next((node for node in self.path() if node.kind is kind), None)

    def walk(self) -> "Iterator[Node]":
        """This row and everything known below it, parents first."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


def connection_of(node: Node) -> Connection | None:
    """The connection that a row belongs to."""
    found = node.above(Kind.CONNECTION)
    if isinstance(node.fact, ObjectRef) and node.parent is not None:
        wanted = node.fact.connection_id
        found = next((row for row in node.parent.children if row.kind is Kind.CONNECTION and row.key == wanted), None)
    return found.fact if found is not None and isinstance(found.fact, Connection) else None


def database_of(node: Node) -> str:
    """The database that a row is, or lies in; empty for the connection's own, and where there is only one."""
    if isinstance(node.fact, ObjectRef):
        return node.fact.database
    found = node.above(Kind.DATABASE)
    fact = found.fact if found is not None else None
    return fact.name if isinstance(fact, Database) and not fact.is_current else ""


def relation_of(node: Node) -> Relation | None:
    """The table or view that a row is, or is a part of."""
    found = node.above(Kind.RELATION)
    return found.fact if found is not None and isinstance(found.fact, Relation) else None


def schema_of(node: Node) -> Schema | None:
    """The schema that a row is, or lies in."""
    found = node.above(Kind.SCHEMA)
    return found.fact if found is not None and isinstance(found.fact, Schema) else None


def ref_of(node: Node) -> ObjectRef | None:
    """The object that a row stands for, where it is one that can be described by itself."""
    connection = connection_of(node)
    if connection is None:
        return None
    fact, database = node.fact, database_of(node)
    if isinstance(fact, ObjectRef):
        return fact
    if isinstance(fact, Relation | CatalogObject):
        return ObjectRef.of(fact, connection.id, database)
    if isinstance(fact, Database):
        return ObjectRef(connection.id, kind="database", name=fact.name)
    if isinstance(fact, Schema):
        return ObjectRef(connection.id, database, "schema", name=fact.name) if _describes_schemas(connection) else None
    relation = relation_of(node)
    if isinstance(fact, Index | Trigger) and relation is not None:
        kind = "index" if isinstance(fact, Index) else "trigger"
        return ObjectRef(connection.id, database, kind, relation.schema, fact.name, parent=relation.name)
    return None


def _describes_schemas(connection: Connection) -> bool:
    """Whether the driver has more to say of a schema than what is in it."""
    try:
        return parse_url(connection.url).driver in _DESCRIBE_SCHEMAS
    except LapwingError:
        return False


def rows_of(node: Node) -> ObjectRef | None:
    """The table or view whose rows can be shown for a row: itself, or the one that it is a part of."""
    found = ref_of(node)
    if found is not None and found.kind in RELATIONS:
        return found
    relation = node.above(Kind.RELATION)
    return ref_of(relation) if relation is not None else None
