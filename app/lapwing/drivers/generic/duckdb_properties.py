"""Everything about one object of DuckDB, and what there is besides relations."""

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any, Final

from lapwing.domain.catalog import CatalogObject, ObjectProperties, PropertySection, RelationDetails
from lapwing.drivers import sections
from lapwing.drivers.generic.duckdb_forms import WRITING
from lapwing.drivers.relation_objects import relation_script
from lapwing.sql.relations_named import relations_named

Ask = Callable[..., list[tuple[Any, ...]]]
"""Runs the query of this name with named parameters."""

KINDS: Final = ("index", "sequence", "function", "type", "enum")
_USES: Final = ("kind", "name", "through")
_NO_DEFAULTS: Final = "DuckDB does not tell the defaults of a macro's parameters."


def read_objects(ask: Ask, schema: str) -> list[tuple[CatalogObject, str]]:
    """All objects of one schema besides relations, each with the statement that makes it."""
    return [
        (CatalogObject(kind, schema, name, parent=table, detail=detail, comment=comment or ""), sql or "")
        for kind, name, table, detail, comment, sql in ask("objects", schema=schema)
    ]


def read_extensions(ask: Ask) -> list[CatalogObject]:
    """Extensions that are installed or loaded."""
    return [
        CatalogObject("extension", "", name, detail=detail, comment=comment or "")
        for name, detail, comment in ask("extensions")
    ]


def of_object(found: CatalogObject, sql: str) -> ObjectProperties:
    """Anything that is no relation."""
    facts = [("kind", found.kind), ("table", found.parent), ("detail", found.detail), ("comment", found.comment)]
    note = _NO_DEFAULTS if found.kind == "function" and "()" not in found.detail else ""
    return ObjectProperties(found, (sections.facts("definition", facts),), sections.script([sql]), note)


def of_relation(ask: Ask, found: CatalogObject, details: RelationDetails, known: dict[str, str]) -> ObjectProperties:
    """A table or view.

    Args:
        known: Kinds of the relations of its schema, by name.
    """
    place = {"schema": found.schema, "name": found.name}
    comments: dict[str, str] = dict(ask("table_comments", **place))
    found = dataclasses.replace(found, comment=comments.get("", ""))
    facts = [("kind", found.kind), ("detail", found.detail), ("comment", found.comment)]
    constraints = ask("every_constraint", **place)
    shown = (
        sections.facts("definition", facts),
        sections.columns(details, comments),
        sections.table("constraints", ("name", "kind", "columns", "definition"), constraints),
        sections.indexes(details),
        PropertySection("depends on", _USES, tuple(_needed(found, details, known))),
        PropertySection("used by", _USES, tuple(_using(ask, found))),
        sections.facts("statistics", [("rows", found.rows_estimate)]),
    )
    return ObjectProperties(found, sections.filled(shown), _script(found, details, comments))


def _script(found: CatalogObject, details: RelationDetails, comments: dict[str, str]) -> str:
    made, name = relation_script(details), WRITING.full_name(found.schema, found.name)
    said = []
    for column, comment in comments.items():
        place = f"COLUMN {name}.{WRITING.quoted(column)}" if column else f"{found.kind.upper()} {name}"
        said.append(f"COMMENT ON {place} IS {WRITING.dialect.quote_string(comment)}")
    return "\n\n".join(filter(None, [made, sections.script(said)]))


def _needed(found: CatalogObject, details: RelationDetails, known: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for key in details.foreign_keys:
        if key.table != found.name:
            yield "table", key.table, f"foreign key ({', '.join(key.columns)})"
    if found.kind == "view":
        for _schema, name in sorted(relations_named(details.sql, WRITING.dialect)):
            if name in known and name != found.name:
                yield known[name], name, ""


def _using(ask: Ask, found: CatalogObject) -> Iterator[tuple[str, str, str]]:
    for kind, name, through, sql in ask("users", schema=found.schema, name=found.name):
        named = {other for _schema, other in relations_named(sql, WRITING.dialect)} if sql else {found.name}
        if name != found.name and found.name in named:
            yield kind, name, through
