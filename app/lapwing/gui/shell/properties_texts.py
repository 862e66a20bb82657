"""The sections of an object's properties: their order, what stands in empty ones, which rows are objects."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lapwing.domain.catalog import ObjectProperties, PropertySection
from lapwing.gui.browser.descriptions import shown
from lapwing.gui.browser.object_ref import RELATIONS, ObjectRef
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

_ORDER: Final = (
    "definition",
    "columns",
    "constraints",
    "indexes",
    "triggers",
    "rules",
    "policies",
    "partitions",
    "arguments",
    "labels",
    "attributes",
    "members",
    "tables",
    "options",
    "depends on",
    "used by",
    "statistics",
    "column statistics",
    "index statistics",
    "privileges",
)
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
    known = [given.get(each, PropertySection(each, (), ())) for each in _ORDER if each in given or each in expected]
    return [*known, *(section for section in found.sections if section.id not in _ORDER)]


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
        schema = cells.get("schema") or about.schema  # partitions may lie in another one
        return replace(about, kind=_PARTS[section.id], schema=schema, name=name, signature="", parent=about.name)
    return None
