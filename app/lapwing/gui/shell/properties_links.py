"""Which object a row of "depends on" or "used by" tells of, so that its properties can be opened."""

import re
from dataclasses import replace
from typing import Final

from lapwing.domain.catalog import CatalogObject, ListObjects, ObjectList, PropertySection
from lapwing.gui.browser.object_ref import RELATIONS, ObjectRef
from lapwing.gui.client import EngineClient

_TYPES: Final = ("type", "enum", "domain", "range type")
_ROUTINES: Final = ("function", "procedure", "aggregate", "macro")
_ALIKE: Final = {kind: kinds for kinds in (RELATIONS, _TYPES, _ROUTINES) for kind in kinds}
"""Kinds that a server may call by each other's names; tried in this order behind the kind told."""
_OUTSIDE: Final = frozenset({"publication", "subscription", "extension", "event trigger", "language", "role"})
"""Kinds whose objects lie in no schema."""
_PART: Final = re.compile(r'"((?:[^"]|"")*)"|([^".(\s]+)')


def is_told(section: PropertySection) -> bool:
    """Whether rows of a section tell of other objects."""
    return section.id in {"depends on", "used by"} and section.headings[:2] == ("kind", "name")


async def resolved(
    client: EngineClient, about: ObjectRef, kind: str, name: str, *, is_identity: bool
) -> list[ObjectRef]:
    """The objects that are called so: one, several where routines share a name, or none.

    Args:
        client: The line to the engine.
        about: The object whose properties tell of it.
        kind: As the server calls it.
        name: Its name, of another schema behind that and a dot; with `is_identity` as `pg_identify_object` writes it:
            quoted, with its schema, of a routine with the types of its arguments.
        is_identity: As said.

    Raises:
        LapwingError: The catalogue cannot be read.
    """
    parts, types = read_identity(name) if is_identity else ([name], "")
    places = [(parts[-2] if len(parts) > 1 else about.schema, parts[-1] if parts else name)]
    if not is_identity and "." in name:  # of another schema
        places.append((name.partition(".")[0], name.partition(".")[2]))
    for schema, wanted in places:
        for each in dict.fromkeys((kind, *_ALIKE.get(kind, ()))):
            where = "" if kind in _OUTSIDE else schema
            request = ListObjects(each, about.connection_id, about.database, where)
            found = await client.call("catalog.objects", request, ObjectList)
            named = [known for known in found.objects if known.name == wanted]
            exact = [known for known in named if _takes(known, types)]
            if named:
                return [_ref(about, known) for known in exact or named]
    return []


def read_identity(text: str) -> tuple[list[str], str]:
    """The names in an identity of PostgreSQL, and what stands in its parentheses."""
    before, types = _behind_quotes(text)
    parts = [quoted.replace('""', '"') if quoted or not plain else plain for quoted, plain in _PART.findall(before)]
    return parts, types.removesuffix(")")


def _behind_quotes(text: str) -> tuple[str, str]:
    """What stands before and behind the first parenthesis that is in no quoted name."""
    inside = False
    for at, char in enumerate(text):
        if char == '"':
            inside = not inside
        elif char == "(" and not inside:
            return text[:at], text[at + 1 :]
    return text, ""


def _takes(known: CatalogObject, types: str) -> bool:
    """Whether a routine takes arguments of these types; its signature may name them as well."""
    arguments = [part.strip() for part in known.signature.split(",") if part.strip()]
    wanted = [part.strip() for part in types.split(",") if part.strip()]
    return len(arguments) == len(wanted) and all(
        argument.endswith(each) for argument, each in zip(arguments, wanted, strict=True)
    )


def _ref(about: ObjectRef, known: CatalogObject) -> ObjectRef:
    return replace(
        about,
        kind=known.kind,
        schema=known.schema,
        name=known.name,
        signature=known.signature,
        parent=known.parent,
    )
