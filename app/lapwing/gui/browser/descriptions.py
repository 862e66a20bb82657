"""What is said about a row: in its tool tip, and to a screen reader."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.domain.catalog import CatalogColumn, CatalogObject, Database, Index, Relation, Schema, Trigger
from lapwing.domain.connections import Connection
from lapwing.domain.errors import LapwingError
from lapwing.domain.urls import parse_url
from lapwing.domain.visible import visible_text
from lapwing.gui.browser.kinds import look_of
from lapwing.gui.browser.nodes import Kind, Node
from lapwing.gui.browser.numbers import byte_count, whole_count
from lapwing.gui.browser.object_ref import ObjectRef
from lapwing.gui.i18n import QT_TRANSLATE_NOOP
from lapwing.gui.widgets import plain_tool_tip

_KINDS: Final = {
    Kind.CONNECTION: QT_TRANSLATE_NOOP("browser", "connection"),
    Kind.COLUMN: QT_TRANSLATE_NOOP("browser", "column"),
    Kind.HEADING: QT_TRANSLATE_NOOP("browser", "group"),
    Kind.NOTE: QT_TRANSLATE_NOOP("browser", "note"),
    Kind.ERROR: QT_TRANSLATE_NOOP("browser", "error"),
}
_OBJECTS: Final = frozenset({Kind.FAVORITE, Kind.RELATION, Kind.OBJECT, Kind.INDEX, Kind.TRIGGER})
"""Rows whose name alone does not say what they are."""
_GENERATED: Final = {
    "stored": QT_TRANSLATE_NOOP("browser", "generated, stored"),
    "virtual": QT_TRANSLATE_NOOP("browser", "generated when read"),
    "hidden": QT_TRANSLATE_NOOP("browser", "hidden"),
    "identity always": QT_TRANSLATE_NOOP("browser", "counted by the server"),
    "identity by default": QT_TRANSLATE_NOOP("browser", "counted where no value is given"),
}


def shown(text: str) -> str:
    """A text of this package in the person's language."""
    return QCoreApplication.translate("browser", text)


def word_of(kind: str) -> str:
    """What one object of a kind is called."""
    return shown(look_of(kind).word)


def title_of(kind: str) -> str:
    """What a folder of a kind is called."""
    return shown(look_of(kind).title)


def kind_word(node: Node) -> str:
    """What a row is, in one or two words; empty for folders, whose name says it."""
    if node.kind in _KINDS:
        return shown(_KINDS[node.kind])
    if isinstance(node.fact, Index | Trigger):
        return word_of("index" if isinstance(node.fact, Index) else "trigger")
    if isinstance(node.fact, Database | Schema):
        return word_of("database" if isinstance(node.fact, Database) else "schema")
    fact = node.fact
    return word_of(fact.kind) if isinstance(fact, Relation | CatalogObject | ObjectRef) else ""


def spoken(node: Node) -> str:
    """A row for a screen reader: name, kind, facts."""
    parts = [visible_text(node.name), kind_word(node), *(line for line in _facts(node) if "\n" not in line)]
    if node.kind is Kind.FOLDER and node.detail:
        parts.append(node.detail)
    return ", ".join(part for part in parts if part)


def tool_tip(node: Node) -> str:
    """Everything known about a row, a fact a line. Names and SQL of servers stay plain text."""
    if node.kind in {Kind.HEADING, Kind.LOADING, Kind.RETRY, Kind.HIDDEN, Kind.FOLDER}:
        return ""
    lines = [node.name]
    if node.kind is Kind.ERROR:
        lines.append(node.detail)
    elif node.kind in _OBJECTS:
        lines[0] = f"{node.name} – {kind_word(node)}"
    return plain_tool_tip("\n".join(line for line in [*lines, *_facts(node)] if line))


def _facts(node: Node) -> list[str]:
    fact = node.fact
    if isinstance(fact, Connection):
        return _connection_facts(fact, node.about)
    if isinstance(fact, Schema):
        return [fact.detail]
    if isinstance(fact, Database | Relation | CatalogObject):
        return _catalog_facts(fact)
    if isinstance(fact, ObjectRef):
        return [node.detail]
    if isinstance(fact, CatalogColumn):
        return _column_facts(fact)
    if isinstance(fact, Index):
        return _index_facts(fact)
    return [fact.sql] if isinstance(fact, Trigger) else []


def _connection_facts(connection: Connection, environment: str) -> list[str]:
    try:
        place = parse_url(connection.url).database
    except LapwingError as error:
        place = str(error)
    read_only = QCoreApplication.translate("browser", "read-only") if connection.read_only else ""
    return [place, environment, read_only]


def _catalog_facts(fact: Database | Relation | CatalogObject) -> list[str]:
    lines = [fact.detail]
    if isinstance(fact, CatalogObject) and fact.parent:
        lines.append(QCoreApplication.translate("browser", "of {table}").format(table=visible_text(fact.parent)))
    if not isinstance(fact, Database) and fact.rows_estimate is not None:
        about = QCoreApplication.translate("browser", "about {count} rows")
        lines.append(about.format(count=whole_count(fact.rows_estimate)))
    if fact.size_bytes is not None:
        lines.append(byte_count(fact.size_bytes))
    return [*lines, fact.comment]


def _column_facts(column: CatalogColumn) -> list[str]:
    lines = [column.type_name]
    if column.key_position:
        lines.append(QCoreApplication.translate("browser", "part of the primary key"))
    if column.references:
        refers = QCoreApplication.translate("browser", "refers to {column}")
        lines.append(refers.format(column=visible_text(column.references)))
    if not column.nullable:
        lines.append(QCoreApplication.translate("browser", "never NULL"))
    if column.default is not None:
        default = QCoreApplication.translate("browser", "default {expression}")
        lines.append(default.format(expression=column.default))
    if column.generated:
        lines.append(shown(_GENERATED.get(column.generated, column.generated)))
    return lines


def _index_facts(index: Index) -> list[str]:
    kinds = []
    if index.unique:
        kinds.append(QCoreApplication.translate("browser", "unique"))
    if index.partial:
        kinds.append(QCoreApplication.translate("browser", "partial"))
    return [", ".join(index.columns), ", ".join(kinds), index.sql]
