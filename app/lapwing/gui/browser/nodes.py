"""What the navigator's tree is made of. No Qt here."""

from collections.abc import Iterator
from enum import Enum, auto
from itertools import count
from typing import Final

from lapwing.domain.catalog import CatalogColumn, Index, Relation, Schema, Trigger
from lapwing.domain.connections import Connection

Fact = Connection | Schema | Relation | CatalogColumn | Index | Trigger | None

_ids = count(1)


class Kind(Enum):
    """What a row stands for."""

    ROOT = auto()
    HEADING = auto()
    """The name of a group above its connections; they are its siblings, as in the drawing."""
    CONNECTION = auto()
    SCHEMA = auto()
    FOLDER = auto()
    """All tables, all indexes of a table, and so on."""
    RELATION = auto()
    COLUMN = auto()
    INDEX = auto()
    TRIGGER = auto()
    NOTE = auto()
    """Says what could not be read of what it stands in."""
    LOADING = auto()
    ERROR = auto()
    RETRY = auto()


class Load(Enum):
    """How far the children of a row are known."""

    NONE_NEEDED = auto()
    """They came with it, or it has none."""
    NOT_YET = auto()
    UNDER_WAY = auto()
    DONE = auto()
    FAILED = auto()


_UNREAD: Final = (Load.NOT_YET, Load.UNDER_WAY)
NAMED: Final = frozenset({Kind.SCHEMA, Kind.RELATION, Kind.COLUMN, Kind.INDEX, Kind.TRIGGER})
"""Rows that stand for something with a name in SQL."""
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
        if self.name != other.name:
            self.folded = self.initials = ""
        self.name, self.detail, self.fact = other.name, other.detail, other.fact
        self.icon, self.color = other.icon, other.color

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
    return found.fact if found is not None and isinstance(found.fact, Connection) else None


def relation_of(node: Node) -> Relation | None:
    """The table or view that a row is, or is a part of."""
    found = node.above(Kind.RELATION)
    return found.fact if found is not None and isinstance(found.fact, Relation) else None


def schema_of(node: Node) -> Schema | None:
    """The schema that a row is, or lies in."""
    found = node.above(Kind.SCHEMA)
    return found.fact if found is not None and isinstance(found.fact, Schema) else None
