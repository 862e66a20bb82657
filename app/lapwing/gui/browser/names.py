"""Names of objects as SQL takes them. No Qt here."""

import re
from typing import Final

from lapwing.domain.catalog import Relation, RelationDetails, Schema
from lapwing.domain.connections import Connection
from lapwing.domain.errors import LapwingError
from lapwing.domain.urls import parse_url
from lapwing.gui.browser.nodes import Kind, Node, connection_of, relation_of, schema_of
from lapwing.sql.dialect import DIALECT_IDS, Dialect, dialect_named

_PLAIN: Final = re.compile(r"[a-z_][a-z0-9_]*")
"""What every dialect reads back as it is written. Capitals are quoted: some servers would fold them."""
_FALLBACK: Final = "ansi"


def dialect_of(connection: Connection | None) -> Dialect:
    """The dialect that a connection's server speaks; plain SQL where it is not known."""
    if connection is None:
        return dialect_named(_FALLBACK)
    try:
        driver = parse_url(connection.url).driver
    except LapwingError:
        driver = _FALLBACK
    return dialect_named(driver if driver in DIALECT_IDS else _FALLBACK)


def quoted_if_needed(name: str, dialect: Dialect) -> str:
    """`name` as it is where that means the same, otherwise in quotes."""
    if _PLAIN.fullmatch(name) and name.upper() not in dialect.keywords:
        return name
    return dialect.quote_identifier(name)


def relation_name(relation: Relation, schema: Schema | None, dialect: Dialect) -> str:
    """A table's or view's name, with its schema where that is not the default one."""
    name = quoted_if_needed(relation.name, dialect)
    if schema is None or schema.is_default:
        return name
    return f"{quoted_if_needed(relation.schema, dialect)}.{name}"


def sql_name(node: Node) -> str:
    """How a row's object is named in SQL; for a connection, its name as it is."""
    dialect = dialect_of(connection_of(node))
    if node.kind is Kind.RELATION and (relation := relation_of(node)) is not None:
        return relation_name(relation, schema_of(node), dialect)
    return node.name if node.kind is Kind.CONNECTION else quoted_if_needed(node.name, dialect)


def select_statement(details: RelationDetails, schema: Schema | None, dialect: Dialect) -> str:
    """A statement that reads all columns by name; hidden ones are left out."""
    names = [quoted_if_needed(column.name, dialect) for column in details.columns if column.generated != "hidden"]
    columns = ",\n       ".join(names) or "*"
    return f"SELECT {columns}\nFROM {relation_name(details.relation, schema, dialect)};\n"
