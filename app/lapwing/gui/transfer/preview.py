"""The first rows as they will stand in the file."""

from collections.abc import Sequence
from typing import Final

from lapwing.domain.results import Column
from lapwing.domain.transfer import ExportFormat, WriteOptions
from lapwing.domain.values import Row
from lapwing.domain.visible import visible_text
from lapwing.formats.registry import FormatName, format_named

_MOST_CHARS: Final = 20_000


def preview_text(columns: Sequence[Column], rows: Sequence[Row], name: ExportFormat, options: WriteOptions) -> str:
    """What is written of these rows; XLSX, which is no text, as a table.

    Raises:
        LapwingError: It cannot be written so.
    """
    if name is ExportFormat.XLSX:
        maker, encoding = format_named(FormatName.TABLE), "utf-8"
    else:
        is_text = name in (ExportFormat.CSV, ExportFormat.TSV)
        maker, encoding = format_named(name), options.encoding if is_text else "utf-8"
    writer = maker(columns, options)
    data = writer.head() + (writer.rows(rows) if rows else b"") + writer.rest() + writer.tail()
    return shown_preview(data.decode(encoding, "replace").removeprefix("\ufeff"))


def table_text(columns: Sequence[Column], rows: Sequence[Row]) -> str:
    """Rows as a table of a terminal."""
    writer = format_named(FormatName.TABLE)(columns)
    data = writer.head() + (writer.rows(rows) if rows else b"") + writer.rest() + writer.tail()
    return shown_preview(data.decode())


def shown_preview(text: str) -> str:
    """What is written, so far as it is shown."""
    text = text.replace("\r\n", "\n")
    return visible_text(text[:_MOST_CHARS], keep="\n\t") + ("…" if len(text) > _MOST_CHARS else "")
