"""Rows made of what the engine tells about connections and their databases."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.domain.catalog import CatalogColumn, Index, Relation, RelationDetails, Schema, Trigger
from lapwing.domain.connections import Connection, Environment
from lapwing.domain.errors import LapwingError
from lapwing.gui.browser.descriptions import ENVIRONMENTS, shown
from lapwing.gui.browser.nodes import Kind, Load, Node
from lapwing.gui.browser.numbers import short_count, whole_count
from lapwing.gui.i18n import QT_TRANSLATE_NOOP, error_texts

_COLORS: Final = {
    Environment.NONE: "accent_text",
    Environment.DEVELOPMENT: "good",
    Environment.TEST: "warning",
    Environment.PRODUCTION: "bad",
}
_URGENCY: Final = {Environment.PRODUCTION: 0, Environment.TEST: 1, Environment.DEVELOPMENT: 2}
_FOLDERS: Final = {
    "table": (QT_TRANSLATE_NOOP("browser", "Tables"), "table", "accent_text"),
    "partition": (QT_TRANSLATE_NOOP("browser", "Partitions"), "table", "dim_text"),
    "view": (QT_TRANSLATE_NOOP("browser", "Views"), "view", "dim_text"),
    "materialized view": (QT_TRANSLATE_NOOP("browser", "Materialized views"), "view", "accent_text"),
    "foreign table": (QT_TRANSLATE_NOOP("browser", "Foreign tables"), "external", "dim_text"),
    "virtual": (QT_TRANSLATE_NOOP("browser", "Virtual tables"), "table", "dim_text"),
    "shadow": (QT_TRANSLATE_NOOP("browser", "Shadow tables"), "hidden", "faint_text"),
}
"""Title, drawing and its colour in the rows, by a relation's kind; in this order."""
_ALWAYS: Final = "table"
"""The folder that is there even when it is empty."""


def connection_nodes(connections: Sequence[Connection]) -> list[Node]:
    """Connections without a group first, then each group under its heading.

    What has no group is grouped by its environment, production first.
    """
    groups: dict[tuple[int, str], list[Connection]] = {}
    for connection in connections:
        groups.setdefault(_group_of(connection), []).append(connection)
    nodes: list[Node] = []
    for key, members in sorted(groups.items(), key=lambda item: (item[0][0], item[0][1].casefold())):
        if key[1]:
            nodes.append(Node(Kind.HEADING, key[1], key[1]))
        nodes.extend(_connection_node(connection) for connection in members)
    return nodes


def _group_of(connection: Connection) -> tuple[int, str]:
    """Place and title of the group that a connection is shown in."""
    if connection.group:
        return 4, connection.group
    if connection.environment in _URGENCY:
        return 1 + _URGENCY[connection.environment], shown(ENVIRONMENTS[connection.environment])
    return 0, ""


def _connection_node(connection: Connection) -> Node:
    color = _COLORS.get(connection.environment, "accent_text")
    return Node(
        Kind.CONNECTION,
        connection.id,
        connection.name,
        icon="dot",
        color=color,
        detail=QCoreApplication.translate("browser", "read-only") if connection.read_only else "",
        fact=connection,
        load=Load.NOT_YET,
    )


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
    by_kind: dict[str, list[Relation]] = {kind: [] for kind in _FOLDERS}
    for relation in relations:
        by_kind.setdefault(relation.kind if relation.kind in _FOLDERS else _ALWAYS, []).append(relation)
    nodes = []
    for kind, (title, icon, color) in _FOLDERS.items():
        found = by_kind[kind]
        if not found and kind != _ALWAYS:
            continue
        children = [_relation_node(relation, icon, color) for relation in found]
        is_open = opens_tables and kind == _ALWAYS and bool(found)
        nodes.append(_folder(kind, shown(title), icon, children, is_open=is_open))
    return nodes


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
        title = QCoreApplication.translate("browser", "Indexes")
        nodes.append(_folder("indexes", title, "index", [_index_node(index) for index in details.indexes]))
    if details.triggers:
        title = QCoreApplication.translate("browser", "Triggers")
        nodes.append(_folder("triggers", title, "trigger", [_trigger_node(trigger) for trigger in details.triggers]))
    return nodes


def _column_node(column: CatalogColumn) -> Node:
    icon = "key" if column.key_position else "link" if column.references else "column"
    return Node(Kind.COLUMN, column.name, column.name, icon=icon, detail=column.type_name.lower(), fact=column)


def _index_node(index: Index) -> Node:
    return Node(Kind.INDEX, index.name, index.name, icon="index", detail=", ".join(index.columns), fact=index)


def _trigger_node(trigger: Trigger) -> Node:
    return Node(Kind.TRIGGER, trigger.name, trigger.name, icon="trigger", fact=trigger)


def loading_node() -> Node:
    """Says that children are being read."""
    return Node(Kind.LOADING, "", QCoreApplication.translate("browser", "Loading…"))


def error_nodes(error: LapwingError) -> list[Node]:
    """What went wrong, and a way to try again."""
    sentence, next_step = error_texts(error)
    again = QCoreApplication.translate("browser", "Try again")
    return [
        Node(Kind.ERROR, "", sentence, detail=next_step, icon="error", color="bad"),
        Node(Kind.RETRY, "", again, icon="refresh", color="accent_text"),
    ]
