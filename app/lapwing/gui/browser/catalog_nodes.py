"""Rows made of what the engine tells about connections and their databases."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.domain.catalog import (
    CatalogColumn,
    CatalogObject,
    Database,
    Index,
    ObjectKind,
    Relation,
    RelationDetails,
    Schema,
    Trigger,
)
from lapwing.domain.connections import Confirmation, Connection
from lapwing.domain.environments import SHIPPED, EnvironmentPolicy, safeguards_of
from lapwing.domain.errors import LapwingError
from lapwing.domain.urls import parse_url
from lapwing.gui.browser.descriptions import title_of
from lapwing.gui.browser.kinds import look_of
from lapwing.gui.browser.nodes import Kind, Load, Node
from lapwing.gui.browser.numbers import short_count, short_type, whole_count
from lapwing.gui.browser.object_ref import RELATIONS, ObjectRef
from lapwing.gui.environment_words import environment_of
from lapwing.gui.i18n import error_texts

_ALWAYS: Final = "table"
"""The folder that is there even when it is empty."""
_ROUTINES: Final = frozenset({"function", "procedure", "aggregate", "macro"})
_FAVORITES: Final = "\0favorites"
"""The key of their heading: no group is named so."""


def connection_nodes(connections: Sequence[Connection], policies: Sequence[EnvironmentPolicy] = SHIPPED) -> list[Node]:
    """Connections without a group first, then each group under its heading; those that are not saved come last.

    What has no group is grouped by its environment, the one that asks most first.
    """
    groups: dict[tuple[int, str], list[Connection]] = {}
    places = {policy.id: place for place, policy in enumerate(sorted(policies, key=_urgency(policies)), start=1)}
    for connection in connections:
        groups.setdefault(_group_of(connection, policies, places), []).append(connection)
    nodes: list[Node] = []
    for key, members in sorted(groups.items(), key=lambda item: (item[0][0], item[0][1].casefold())):
        if key[1]:
            nodes.append(Node(Kind.HEADING, key[1], key[1]))
        nodes.extend(_connection_node(connection, policies) for connection in members)
    return nodes


def _urgency(policies: Sequence[EnvironmentPolicy]) -> Callable[[EnvironmentPolicy], tuple[int, int]]:
    """Those that ask most first, of the others the last one."""
    places = {policy.id: place for place, policy in enumerate(policies)}
    asks = list(Confirmation)
    return lambda policy: (-asks.index(Confirmation(policy.confirmation)), -places[policy.id])


def _group_of(
    connection: Connection, policies: Sequence[EnvironmentPolicy], places: Mapping[str, int]
) -> tuple[int, str]:
    """Place and title of the group that a connection is shown in."""
    if connection.is_temporary:
        return len(places) + 3, QCoreApplication.translate("browser", "Not saved")
    if connection.group:
        return len(places) + 2, connection.group
    title = environment_of(connection, policies)
    return (places.get(connection.environment, 0 if not title else len(places) + 1), title)


def _connection_node(connection: Connection, policies: Sequence[EnvironmentPolicy]) -> Node:
    found = safeguards_of(connection, policies)
    return Node(
        Kind.CONNECTION,
        connection.id,
        connection.name,
        icon="dot",
        color=found.color,
        detail=QCoreApplication.translate("browser", "read-only") if found.read_only else "",
        fact=replace(connection, read_only=found.read_only),
        about=environment_of(connection, policies),
        searched=_searched(connection),
        load=Load.NOT_YET,
    )


def _searched(connection: Connection) -> str:
    """What a connection is found by besides its name: host, database, group."""
    try:
        target = parse_url(connection.url)
    except LapwingError:
        return connection.group
    database = target.database if target.driver != "generic" else ""
    return "\n".join(part for part in (target.host, database, connection.group) if part)


def database_nodes(databases: Sequence[Database], *, opens_current: bool) -> list[Node]:
    """One row a database, the connection's own first, and open where that is wanted."""
    return [
        Node(
            Kind.DATABASE,
            database.name,
            database.name,
            icon="database",
            color="dim_text" if database.is_current else "faint_text",
            fact=database,
            load=Load.NOT_YET,
            is_open=opens_current and database.is_current,
        )
        for database in sorted(databases, key=lambda database: not database.is_current)
    ]


def schema_nodes(schemas: Sequence[Schema], *, opens_default: bool) -> list[Node]:
    """One row a schema; the default one, or the only one, open where that is wanted."""
    return [
        Node(
            Kind.SCHEMA,
            schema.name,
            schema.name,
            icon="schema",
            color="faint_text" if schema.is_system else "dim_text",
            fact=schema,
            load=Load.NOT_YET,
            is_open=opens_default and (schema.is_default or len(schemas) == 1),
        )
        for schema in schemas
    ]


def folder_nodes(relations: Sequence[Relation], *, opens_tables: bool) -> list[Node]:
    """Tables, views and so on, each in a folder with its count; empty folders are left out."""
    by_kind: dict[str, list[Relation]] = {kind: [] for kind in RELATIONS}
    for relation in relations:
        by_kind[relation.kind if relation.kind in RELATIONS else _ALWAYS].append(relation)
    nodes = []
    for kind, found in by_kind.items():
        if found or kind == _ALWAYS:
            look = look_of(kind)
            children = [_relation_node(relation, look.icon, look.color) for relation in found]
            is_open = opens_tables and kind == _ALWAYS and bool(found)
            nodes.append(_folder(kind, title_of(kind), look.icon, children, is_open=is_open))
    return nodes


def kind_nodes(kinds: Sequence[ObjectKind], known: Sequence[Node] = ()) -> list[Node]:
    """A folder for each kind whose objects are read when it is opened; not for those that have one already."""
    there = {node.key for node in known if node.kind is Kind.FOLDER}
    nodes = []
    for found in kinds:
        if found.kind not in there:
            detail = "" if found.count is None else whole_count(found.count)
            title, icon = title_of(found.kind), look_of(found.kind).icon
            nodes.append(Node(Kind.FOLDER, found.kind, title, icon=icon, detail=detail, fact=found, load=Load.NOT_YET))
    return nodes


def object_nodes(objects: Sequence[CatalogObject]) -> list[Node]:
    """One row an object; routines with the types of their arguments, which tell them apart."""
    nodes = []
    for found in objects:
        look = look_of(found.kind)
        estimate = "" if found.rows_estimate is None else short_count(found.rows_estimate)
        nodes.append(
            Node(
                Kind.OBJECT,
                f"{found.parent}\0{found.name}\0{found.signature}",
                object_title(found.kind, found.name, found.signature),
                icon=look.icon,
                color=look.color,
                detail=estimate or found.detail or found.parent,
                fact=found,
            )
        )
    return nodes


def object_title(kind: str, name: str, signature: str) -> str:
    """What an object is called in a list of its kind."""
    return f"{name}({signature})" if kind in _ROUTINES or signature else name


def favorite_nodes(objects: Sequence[ObjectRef], connections: Sequence[Connection]) -> list[Node]:
    """The objects that a person marked, under a heading; those of connections that are not there are left out."""
    names = {connection.id: connection.name for connection in connections}
    nodes = []
    for found in objects:
        if found.connection_id in names:
            look = look_of(found.kind)
            title = object_title(found.kind, found.name, found.signature)
            place = ".".join(part for part in (found.database, found.schema) if part)
            detail = f"{names[found.connection_id]} · {place}" if place else names[found.connection_id]
            key = "\0".join(found.state().values())
            row = Node(Kind.FAVORITE, key, title, icon=look.icon, color=look.color, detail=detail, fact=found)
            nodes.append(row)
    heading = Node(Kind.HEADING, _FAVORITES, QCoreApplication.translate("browser", "Favourites"))
    return [heading, *nodes] if nodes else []


def _folder(key: str, title: str, icon: str, children: list[Node], *, is_open: bool = False) -> Node:
    count = whole_count(len(children))
    return Node(Kind.FOLDER, key, title, icon=icon, detail=count, children=children, is_open=is_open)


def _relation_node(relation: Relation, icon: str, color: str) -> Node:
    estimate = relation.rows_estimate
    return Node(
        Kind.RELATION,
        relation.name,
        relation.name,
        icon=icon,
        color=color,
        detail="" if estimate is None else short_count(estimate),
        fact=relation,
        load=Load.NOT_YET,
    )


def part_nodes(details: RelationDetails) -> list[Node]:
    """Columns, then folders of indexes and triggers where there are any; before them what could not be read."""
    notes = [Node(Kind.NOTE, "", details.note, icon="info", color="warning")] if details.note else []
    nodes = notes + [_column_node(column) for column in details.columns]
    if details.indexes:
        nodes.append(_folder("index", title_of("index"), "index", [_index_node(index) for index in details.indexes]))
    if details.triggers:
        triggers = [_trigger_node(trigger) for trigger in details.triggers]
        nodes.append(_folder("trigger", title_of("trigger"), "trigger", triggers))
    return nodes


def _column_node(column: CatalogColumn) -> Node:
    icon = "key" if column.key_position else "link" if column.references else "column"
    return Node(Kind.COLUMN, column.name, column.name, icon=icon, detail=short_type(column.type_name), fact=column)


def _index_node(index: Index) -> Node:
    return Node(Kind.INDEX, index.name, index.name, icon="index", detail=", ".join(index.columns), fact=index)


def _trigger_node(trigger: Trigger) -> Node:
    return Node(Kind.TRIGGER, trigger.name, trigger.name, icon="trigger", fact=trigger)


def loading_node() -> Node:
    """Says that children are being read."""
    return Node(Kind.LOADING, "", QCoreApplication.translate("browser", "Loading…"))


def hidden_node(count: int, *, is_shown: bool) -> Node:
    """Says how many schemas the connection's filter hides, and shows them, or hides them again."""
    if is_shown:
        text = QCoreApplication.translate("browser", "Hide %n schema(s) again", "", count)
    else:
        text = QCoreApplication.translate("browser", "Show %n hidden schema(s)", "", count)
    return Node(Kind.HIDDEN, "", text, icon="filter", color="accent_text")


def note_node(error: LapwingError) -> Node:
    """Says what could not be read of what it stands in, while the rest was."""
    return Node(Kind.NOTE, error.code, error_texts(error)[0], icon="info", color="warning")


def error_nodes(error: LapwingError) -> list[Node]:
    """What went wrong, and a way to try again."""
    sentence, next_step = error_texts(error)
    again = QCoreApplication.translate("browser", "Try again")
    return [
        Node(Kind.ERROR, "", sentence, detail=next_step, icon="error", color="bad"),
        Node(Kind.RETRY, "", again, icon="refresh", color="accent_text"),
    ]
