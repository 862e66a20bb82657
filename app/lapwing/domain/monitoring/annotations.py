"""Annotations: words at a moment of a server's history, drawn as lines in its charts."""

from enum import StrEnum
from typing import ClassVar, Final

from lapwing.domain.events import Event
from lapwing.domain.late_dataclass import dataclass

LONGEST_TEXT: Final = 500
"""Characters of an annotation."""


class AnnotationKind(StrEnum):
    NOTE = "note"
    """By a person, or by an operation: a webhook, a REST client."""
    DDL = "ddl"
    """A statement run in Lapwing that changed definitions."""
    RESTART = "restart"
    ALERT = "alert"


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation; of every connection where `connection_id` is empty.

    Attributes:
        text: Plain, in one line.
        at, until: Unix seconds; `until` None: a moment.
        source: Who made it: `person`, `lapwing`, or the name of what called.
    """

    id: str
    at: float
    text: str
    connection_id: str = ""
    until: float | None = None
    kind: AnnotationKind = AnnotationKind.NOTE
    source: str = "person"


@dataclass(frozen=True, slots=True)
class AddAnnotation:
    """`at` None: now."""

    text: str
    connection_id: str = ""
    at: float | None = None
    until: float | None = None
    kind: AnnotationKind = AnnotationKind.NOTE
    source: str = "person"


@dataclass(frozen=True, slots=True)
class ChangeAnnotation:
    annotation_id: str
    text: str


@dataclass(frozen=True, slots=True)
class RemoveAnnotation:
    annotation_id: str


@dataclass(frozen=True, slots=True)
class ReadAnnotations:
    """Those of a connection, and those of all, that touch a time."""

    connection_id: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class AnnotationList:
    annotations: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class AnnotationsChanged(Event):
    """Annotations were added, changed or removed; empty: of all connections."""

    name: ClassVar[str] = "annotations.changed"
    connection_id: str = ""
