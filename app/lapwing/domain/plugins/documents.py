"""What a plugin shows: a document that the window draws. Plain text everywhere; nothing of it is markup or code."""

from enum import StrEnum
from typing import Any

from lapwing.domain.late_dataclass import dataclass


class PartKind(StrEnum):
    TEXT = "text"
    TABLE = "table"
    KEY_VALUES = "key values"
    CHART = "chart"
    FORM = "form"
    SVG = "svg"
    PNG = "png"


class ChartKind(StrEnum):
    LINE = "line"
    AREA = "area"
    BAR = "bar"


class FieldKind(StrEnum):
    TEXT = "text"
    LONG_TEXT = "long text"
    SECRET = "secret"  # noqa: S105
    INTEGER = "integer"
    NUMBER = "number"
    TRUTH = "truth"
    CHOICE = "choice"
    DURATION = "duration"
    """Such as `30s`, `90d`."""
    SIZE = "size"
    """Such as `100MB`."""
    LIST = "list"
    """Texts, one a line."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form.

    Attributes:
        name: Under which its value is found; unique in its form.
        choices: Of a CHOICE; none otherwise.
        least, most: Of numbers; None: without bound.
        must: Whether it may not be left empty.
    """

    name: str
    title: str
    kind: FieldKind = FieldKind.TEXT
    value: Any = None
    help: str = ""
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    must: bool = False


@dataclass(frozen=True, slots=True)
class ChartLine:
    """One series: as many values as the chart has places; None is a gap."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """One part of a document; which fields count is said by its kind.

    Attributes:
        title: Above it; may be empty.
        text: Of TEXT.
        columns, rows: Of TABLE; each row has as many texts as there are columns; None is shown as NULL.
        pairs: Of KEY_VALUES.
        chart, places, lines, unit: Of CHART: how it is drawn, names (or Unix seconds, when `is_time`) along its axis,
            its series.
        fields, submit: Of FORM: its fields, and the words of its button; what is entered comes to `on_form`.
        data: Of SVG and PNG: the bytes of the file, at most 4 MB.
        alt: Of SVG, PNG and CHART: what it shows, for those who do not see it.
    """

    kind: PartKind
    title: str = ""
    text: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str | None, ...], ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    chart: ChartKind = ChartKind.LINE
    places: tuple[str, ...] = ()
    is_time: bool = False
    lines: tuple[ChartLine, ...] = ()
    unit: str = ""
    fields: tuple[FormField, ...] = ()
    submit: str = ""
    data: bytes = b""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """Parts, one below the other."""

    title: str = ""
    parts: tuple[DocumentPart, ...] = ()
