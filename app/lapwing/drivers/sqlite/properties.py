"""Everything about one object of SQLite: what it needs, what needs it, pages, and the statements that make it."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from lapwing.domain.catalog import CatalogObject, ObjectProperties, PropertySection, RelationDetails
from lapwing.drivers import sections
from lapwing.drivers.relation_objects import relation_script
from lapwing.drivers.sqlite.references import folded, longest_part, relations_in

Ask = Callable[..., list[tuple[Any, ...]]]
"""Runs the query of this name: with parameters, and a `schema` to be put in."""

Known = dict[str, tuple[str, str]]
"""Relations by folded name: kind and name."""

_MOST_PAGES: Final = 100_000
"""In a larger database, the pages of a table are not counted: each of them would be read."""
_NUMBERS: Final = {
    "unused pages": "unused_pages",
    "version of the application": "user_version",
    "application": "application",
}
_USES: Final = ("kind", "name", "through")


def of_relation(ask: Ask, found: CatalogObject, details: RelationDetails, known: Known) -> ObjectProperties:
    """A table or view.

    Args:
        known: The relations of its schema.
    """
    facts = [("kind", found.kind), ("detail", found.detail)]
    shown = (
        sections.facts("definition", facts),
        sections.columns(details),
        sections.keys(details),
        sections.indexes(details),
        sections.triggers(details),
        PropertySection("depends on", _USES, tuple(_needed(found, details, known))),
        PropertySection("used by", _USES, tuple(_using(ask, found))),
        _space(ask, found),
    )
    return ObjectProperties(found, sections.filled(shown), relation_script(details))


def of_part(ask: Ask, found: CatalogObject, sql: str, known: Known) -> ObjectProperties:
    """An index or trigger."""
    facts = [("kind", found.kind), ("table", found.parent), ("detail", found.detail)]
    names = relations_in(sql) if found.kind == "trigger" else set()
    names.add(folded(found.parent))
    uses = tuple((*known[name], "") for name in sorted(names) if name in known)
    space = _space(ask, found) if found.kind == "index" else sections.facts("statistics", [])
    shown = (sections.facts("definition", facts), PropertySection("depends on", _USES, uses), space)
    return ObjectProperties(found, sections.filled(shown), sections.script([sql]))


def of_schema(ask: Ask, found: CatalogObject) -> ObjectProperties:
    """A database file as a whole."""
    counted = {str(fact): value for fact, value in ask("facts", found.name)}
    size = counted["pages"] * counted["page size"]
    for fact, query in _NUMBERS.items():
        counted[fact] = ask(query, schema=found.name)[0][0]
    facts = [("file", found.detail), ("size", sections.size(size)), *counted.items()]
    return ObjectProperties(found, (sections.facts("definition", facts),))


def _needed(found: CatalogObject, details: RelationDetails, known: Known) -> Iterator[tuple[str, str, str]]:
    for key in details.foreign_keys:
        if folded(key.table) != folded(found.name):
            yield (*known.get(folded(key.table), ("table", key.table)), f"foreign key ({', '.join(key.columns)})")
    written = [(details.sql, "")] if found.kind == "view" else []
    written += [(trigger.sql, f"trigger {trigger.name}") for trigger in details.triggers]
    for sql, through in written:
        for name in sorted(relations_in(sql) - {folded(found.name)}):
            if name in known:
                yield (*known[name], through)


def _using(ask: Ask, found: CatalogObject) -> Iterator[tuple[str, str, str]]:
    own = folded(found.name)
    for kind, name, table, sql in ask("mentions", longest_part(found.name), schema=found.schema):
        if kind == "table" and folded(name) != own:
            keys: dict[int, list[str]] = {}
            for number, column, target, *_ in ask("foreign_keys", name, found.schema):
                if folded(target) == own:
                    keys.setdefault(number, []).append(column)
            for columns in keys.values():
                yield "table", name, f"foreign key ({', '.join(columns)})"
        elif kind == "view" and folded(name) != own and own in relations_in(sql):
            yield "view", name, ""
        elif kind == "trigger" and folded(table) != own and own in relations_in(sql):
            yield "trigger", name, f"on {table}"


def _space(ask: Ask, found: CatalogObject) -> PropertySection:
    facts: list[tuple[str, object]] = [("rows as of the last ANALYZE", found.rows_estimate)]
    ((pages, _size),) = ask("size", found.schema)
    if pages <= _MOST_PAGES and found.kind in {"table", "shadow", "index"}:
        for own, size, payload, unused in ask("space", found.name, found.schema):
            facts += [
                ("pages", own),
                ("size", sections.size(size)),
                ("bytes of rows", payload),
                ("unused bytes", unused),
            ]
    return sections.facts("statistics", facts)
