"""Names of objects as SQL takes them. No Qt here."""

import re
from typing import Final

from lapwing.domain.connections import Connection
from lapwing.domain.errors import LapwingError
from lapwing.domain.urls import parse_url
from lapwing.gui.browser.nodes import Kind, Node, connection_of, ref_of, relation_of, schema_of
from lapwing.gui.browser.object_ref import ObjectRef
from lapwing.sql.dialect import DIALECT_IDS, Dialect, dialect_named

_PLAIN: Final = re.compile(r"[a-z_][a-z0-9_]*")
"""What every dialect reads back as it is written. Capitals are quoted: some servers would fold them."""
_FALLBACK: Final = "ansi"
_IN_RELATION: Final = frozenset({"trigger", "constraint", "rule", "policy"})
"""Kinds whose names take no schema: they are told apart by their table."""


def dialect_of(connection: Connection | None) -> Dialect:
    """The dialect that a connection's server speaks; plain SQL where it is not known."""
    if connection is None:
        return dialect_named(_FALLBACK)
    try:
        driver = parse_url(connection.url).driver
    except LapwingError:
        driver = _FALLBACK
    return dialect_named(driver if driver in DIALECT_IDS else _FALLBACK)


def own_database(connection: Connection) -> str:
    """The database that a connection's URL names; empty where it names none, or cannot be read."""
    try:
        return parse_url(connection.url).database
    except LapwingError:
        return ""


def quoted_if_needed(name: str, dialect: Dialect) -> str:
    """`name` as it is where that means the same, otherwise in quotes."""
    if _PLAIN.fullmatch(name) and name.upper() not in dialect.keywords:
        return name
    return dialect.quote_identifier(name)


def sql_name(node: Node) -> str:
    """How a row's object is named in SQL, with its schema where that is needed; for a connection, its name as it is."""
    dialect, found = dialect_of(connection_of(node)), ref_of(node)
    if node.kind is Kind.CONNECTION:
        return node.name
    if isinstance(node.fact, ObjectRef):
        return qualified_name(node)
    if found is not None and found.kind not in _IN_RELATION:
        schema = schema_of(node)
        in_default = schema is None or schema.is_default
        return _dotted(("" if in_default else found.schema, found.name), dialect)
    return quoted_if_needed(found.name if found is not None else node.name, dialect)


def qualified_name(node: Node) -> str:
    """A row's object with everything it lies in, as SQL takes it: `schema.table.column`."""
    dialect, found = dialect_of(connection_of(node)), ref_of(node)
    if found is not None and found.kind not in _IN_RELATION:
        return _dotted((found.schema, found.name), dialect)
    relation, schema = relation_of(node), schema_of(node)
    if node.kind is Kind.COLUMN and relation is not None:
        return _dotted((relation.schema, relation.name, node.name), dialect)
    name = found.name if found is not None else node.name
    return _dotted((schema.name if schema is not None and node.kind is not Kind.SCHEMA else "", name), dialect)


def ref_name(found: ObjectRef, connection: Connection | None) -> str:
    """An object with its schema, as SQL takes it."""
    return _dotted((found.schema, found.name), dialect_of(connection))


def _dotted(parts: tuple[str, ...], dialect: Dialect) -> str:
    return ".".join(quoted_if_needed(part, dialect) for part in parts if part)
