"""What SQLAlchemy's inspectors are asked, whatever a dialect knows of it."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from sqlalchemy.engine import Connection, Inspector
from sqlalchemy.exc import CompileError, NoSuchTableError, UnsupportedCompilationError

from lapwing.domain.catalog import Relation


def relations_in(inspector: Inspector, schema: str) -> list[Relation]:
    """Tables and views of one schema, each once."""
    place = schema or None
    kinds: tuple[tuple[str, Callable[..., Iterable[str]]], ...] = (
        ("table", inspector.get_table_names),
        ("view", inspector.get_view_names),
        ("materialized view", inspector.get_materialized_view_names),
    )
    found: dict[str, str] = {}
    for kind, names in kinds:
        for name in if_known(partial(names, place), []):
            found.setdefault(str(name), kind)
    return [Relation(schema, name, kind) for name, kind in found.items()]


def if_known(ask: Callable[[], Any], otherwise: Any) -> Any:
    """The inspector's answer; `otherwise` where its dialect does not know that kind of thing."""
    try:
        return ask()
    except (NotImplementedError, NoSuchTableError):
        return otherwise


def type_name(connection: Connection, kind: Any) -> str:
    """The type as the dialect writes it; a type that it did not recognize has no name."""
    try:
        return str(kind.compile(dialect=connection.dialect))
    except (CompileError, UnsupportedCompilationError, NotImplementedError):
        return "" if kind.__class__.__name__ == "NullType" else str(kind.__class__.__name__)
