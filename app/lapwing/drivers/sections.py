"""Sections of an object's properties that are made alike for every server."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from lapwing.domain.catalog import PropertySection, RelationDetails

FACT: Final = ("fact", "value")
"""Headings of `definition` and `statistics`."""


def facts(section: str, pairs: Iterable[tuple[str, object]]) -> PropertySection:
    """A section of facts with their values; those whose value is None or empty are left out."""
    return PropertySection(section, FACT, tuple((fact, shown(value)) for fact, value in pairs if shown(value)))


def table(section: str, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> PropertySection:
    """A section of rows, each as long as `headings`."""
    return PropertySection(section, tuple(headings), tuple(tuple(shown(cell) for cell in row) for row in rows))


def shown(value: object) -> str:
    """A cell: nothing for None, yes and no for truth."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def filled(sections: Iterable[PropertySection]) -> tuple[PropertySection, ...]:
    """Those that have rows."""
    return tuple(section for section in sections if section.rows)


def columns(details: RelationDetails, comments: Mapping[str, str] | None = None) -> PropertySection:
    """The columns in their order, each with what is to be known of it.

    Args:
        comments: By column, where the columns themselves have none.
    """
    headings = ("name", "type", "not null", "default", "key", "generated", "references", "comment")
    rows = (
        (
            column.name,
            column.type_name,
            "" if column.nullable else "yes",
            column.default,
            column.key_position or "",
            ": ".join(filter(None, (column.generated, column.expression))),
            column.references,
            column.comment or (comments or {}).get(column.name),
        )
        for column in details.columns
    )
    return table("columns", headings, rows)


def keys(details: RelationDetails) -> PropertySection:
    """Primary key, unique constraints, foreign keys and checks, where constraints are told no other way. Checks that
    have no name are numbered."""
    rows: list[tuple[str, ...]] = []
    if details.primary_key:
        rows.append(("", "primary key", ", ".join(details.primary_key), ""))
    rows += [
        (index.name, index.origin, ", ".join(index.columns), "")
        for index in details.indexes
        if index.origin in {"unique constraint", "exclusion constraint"}
    ]
    for key in details.foreign_keys:
        actions = [f"ON UPDATE {key.on_update}"] if key.on_update not in {"", "NO ACTION"} else []
        actions += [f"ON DELETE {key.on_delete}"] if key.on_delete not in {"", "NO ACTION"} else []
        target = " ".join([f"{key.table} ({', '.join(key.references)})", *actions])
        rows.append((key.name, "foreign key", ", ".join(key.columns), target))
    for number, check in enumerate(details.checks, 1):
        name = check.name or f"check {number}"
        rows.append((name, "check", ", ".join(check.columns), f"CHECK ({check.condition})"))
    return table("constraints", ("name", "kind", "columns", "definition"), rows)


def indexes(details: RelationDetails) -> PropertySection:
    """The indexes, each with its statement."""
    rows = (
        (index.name, ", ".join(index.columns), index.unique, index.partial, index.origin, index.sql)
        for index in details.indexes
    )
    return table("indexes", ("name", "columns", "unique", "partial", "origin", "definition"), rows)


def triggers(details: RelationDetails) -> PropertySection:
    """The triggers, each with its statement."""
    return table("triggers", ("name", "definition"), ((trigger.name, trigger.sql) for trigger in details.triggers))


def script(statements: Iterable[str]) -> str:
    """Statements one below the other, each ended by a semicolon; empty ones are left out."""
    return "\n\n".join(f"{statement.rstrip().removesuffix(';')};" for statement in statements if statement.strip())


def size(count: int) -> str:
    """A number of bytes for people, and exactly."""
    amount, unit = float(count), ""
    for unit in ("bytes", "kB", "MB", "GB", "TB"):
        if amount < 1024 or unit == "TB":
            break
        amount /= 1024
    return f"{count:,} bytes" if unit == "bytes" else f"{amount:.3g} {unit} ({count:,} bytes)"
