"""What the sections of an object's properties, their headings and facts are called in the window."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lapwing.domain.catalog import ObjectProperties, PropertySection
from lapwing.gui.browser.descriptions import shown
from lapwing.gui.browser.object_ref import RELATIONS, ObjectRef
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

_SECTIONS: Final = {
    "definition": QT_TRANSLATE_NOOP("browser", "Definition"),
    "columns": QT_TRANSLATE_NOOP("browser", "Columns"),
    "constraints": QT_TRANSLATE_NOOP("browser", "Constraints"),
    "indexes": QT_TRANSLATE_NOOP("browser", "Indexes"),
    "triggers": QT_TRANSLATE_NOOP("browser", "Triggers"),
    "rules": QT_TRANSLATE_NOOP("browser", "Rules"),
    "policies": QT_TRANSLATE_NOOP("browser", "Policies"),
    "partitions": QT_TRANSLATE_NOOP("browser", "Partitions"),
    "arguments": QT_TRANSLATE_NOOP("browser", "Arguments"),
    "labels": QT_TRANSLATE_NOOP("browser", "Labels"),
    "attributes": QT_TRANSLATE_NOOP("browser", "Attributes"),
    "members": QT_TRANSLATE_NOOP("browser", "Members"),
    "tables": QT_TRANSLATE_NOOP("browser", "Tables"),
    "options": QT_TRANSLATE_NOOP("browser", "Options"),
    "depends on": QT_TRANSLATE_NOOP("browser", "Depends on"),
    "used by": QT_TRANSLATE_NOOP("browser", "Used by"),
    "statistics": QT_TRANSLATE_NOOP("browser", "Statistics"),
    "privileges": QT_TRANSLATE_NOOP("browser", "Privileges"),
}
_HEADINGS: Final = {
    "name": QT_TRANSLATE_NOOP("browser", "Name"),
    "type": QT_TRANSLATE_NOOP("browser", "Type"),
    "not null": QT_TRANSLATE_NOOP("browser", "Not null"),
    "default": QT_TRANSLATE_NOOP("browser", "Default"),
    "key": QT_TRANSLATE_NOOP("browser", "Key"),
    "generated": QT_TRANSLATE_NOOP("browser", "Generated"),
    "references": QT_TRANSLATE_NOOP("browser", "References"),
    "comment": QT_TRANSLATE_NOOP("browser", "Comment"),
    "kind": QT_TRANSLATE_NOOP("browser", "Kind"),
    "columns": QT_TRANSLATE_NOOP("browser", "Columns"),
    "definition": QT_TRANSLATE_NOOP("browser", "Definition"),
    "unique": QT_TRANSLATE_NOOP("browser", "Unique"),
    "partial": QT_TRANSLATE_NOOP("browser", "Partial"),
    "origin": QT_TRANSLATE_NOOP("browser", "Origin"),
    "fact": QT_TRANSLATE_NOOP("browser", "Fact"),
    "value": QT_TRANSLATE_NOOP("browser", "Value"),
    "schema": QT_TRANSLATE_NOOP("browser", "Schema"),
    "table": QT_TRANSLATE_NOOP("browser", "Table"),
    "size": QT_TRANSLATE_NOOP("browser", "Size"),
    "owner": QT_TRANSLATE_NOOP("browser", "Owner"),
    "rows": QT_TRANSLATE_NOOP("browser", "Rows"),
}
_OF_RELATIONS: Final = {
    "columns": QT_TRANSLATE_NOOP("browser", "It has no columns."),
    "constraints": QT_TRANSLATE_NOOP("browser", "It has no constraints."),
    "indexes": QT_TRANSLATE_NOOP("browser", "It has no indexes."),
    "triggers": QT_TRANSLATE_NOOP("browser", "It has no triggers."),
}
"""Sections that every table and view has a page for, and what stands there when it is empty."""
_PARTS: Final = {
    "constraints": "constraint",
    "indexes": "index",
    "triggers": "trigger",
    "rules": "rule",
    "policies": "policy",
    "partitions": "partition",
}
"""Sections whose rows are objects of a kind, parts of the object that the page is about."""


def all_sections(found: ObjectProperties) -> list[PropertySection]:
    """The sections to show, in their order: of tables and views also those that are empty."""
    given = {section.id: section for section in found.sections}
    expected = _OF_RELATIONS if found.object.kind in RELATIONS else {}
    known = [
        given.pop(each, None) or PropertySection(each, (), ()) for each in _SECTIONS if each in {*given, *expected}
    ]
    return [*known, *given.values()]


def section_title(section_id: str) -> str:
    """What a section's tab is called; one that is not known here by its own name."""
    return shown(_SECTIONS.get(section_id) or section_id[:1].upper() + section_id[1:])


def heading(word: str) -> str:
    """What a column of a section is called."""
    return shown(_HEADINGS.get(word) or word[:1].upper() + word[1:])


def emptiness(section_id: str) -> str:
    """Why a section shows no rows."""
    return shown(_OF_RELATIONS.get(section_id, QT_TRANSLATE_NOOP("browser", "There is nothing to show.")))


def part_of(about: ObjectRef, section: PropertySection, row: Sequence[str]) -> ObjectRef | None:
    """The part of an object that a row of a section is about, where it can be described by itself."""
    cells = dict(zip(section.headings, row, strict=False))
    name = cells.get("name", "")
    if not name:
        return None
    if section.id in _PARTS:
        return replace(about, kind=_PARTS[section.id], name=name, signature="", parent=about.name)
    return None
