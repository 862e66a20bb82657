"""What keeps rows from being exported, and what a person should know of an export that went well."""

from lapwing.domain.errors import LapwingError

_USAGE, _DISK = 2, 6


class ExportTargetExists(LapwingError):
    code = "export.exists"
    message = "{path} exists already."
    hint = "Choose another name, or say that it may be replaced."
    exit_code = _DISK


class ExportTargetUnusable(LapwingError):
    """Facts: `path`, `reason` (words of the system, or a sentence without its end)."""

    code = "export.target"
    message = "{path} cannot be written: {reason}."
    hint = "Choose a file in a folder that you may write to. Nothing was changed."
    exit_code = _DISK


class ExportDiskFull(LapwingError):
    """Facts: `path`, `reason`."""

    code = "export.disk"
    message = "{path} was not written: {reason}."
    hint = "Make room there or choose another place. What was written so far is gone; a file of that name is as it was."
    exit_code = _DISK


class ExportNotReading(LapwingError):
    code = "export.not_reading"
    message = "Only statements that certainly change nothing are exported, and this one may change something."
    hint = "Run it, then export its result."
    exit_code = _USAGE


class ExportNoRows(LapwingError):
    code = "export.no_rows"
    message = "The statement has no result."
    hint = "Export a statement that gives rows, such as SELECT."
    exit_code = _USAGE


class ExportSourceCut(LapwingError):
    """Facts: `reason` (the system's or the reader's words)."""

    code = "export.source"
    message = "The result can no longer be read: {reason}"
    hint = "Run the statement again, then export it."


class TextNotEncodable(LapwingError):
    """Facts: `character` (as U+XXXX), `encoding`, `row` (1 is the first)."""

    code = "export.encoding"
    message = "Row {row} holds the character {character}, which {encoding} does not have."
    hint = "Choose UTF-8. Nothing was written."
    exit_code = _DISK


class TooManyColumnsForXlsx(LapwingError):
    """Facts: `count`."""

    code = "export.columns"
    message = "The rows have {count} columns, and a sheet of XLSX holds at most 16,384."
    hint = "Choose another format, or fewer columns."
    exit_code = _USAGE


class TableNameMissing(LapwingError):
    code = "export.table_name"
    message = "SQL needs the name of the table to insert into."
    hint = "Enter one; with its schema: schema.table."
    exit_code = _USAGE


class FormatUnknown(LapwingError):
    """Facts: `format`."""

    code = "export.format"
    message = "There is no format {format}, or no plugin runs that has it."
    hint = "See Plugins > Manage, or `lapwing plugin list`."
    exit_code = _USAGE


class RowTooLargeForPlugin(LapwingError):
    """Facts: `row` (1 is the first), `limit_mb`."""

    code = "export.row_size"
    message = "Row {row} holds more than {limit_mb} MB, which is more than plugins take at once."
    hint = "Choose another format, or leave out its largest column. Nothing was written."


class TooMuchForClipboard(LapwingError):
    """Facts: `limit_mb`."""

    code = "export.clipboard"
    message = "That is more than {limit_mb} MB, which is too much for the clipboard."
    hint = "Export it to a file."


# notes: what is told beside an export that went well. Each has `count` (how many) and `row` (the first, 1-based).


class TextsCutForXlsx(LapwingError):
    code = "export.note.cut"
    message = (
        "Texts longer than a cell of XLSX can be (32,767 characters) were cut: {count}, the first of them in row {row}."
    )


class NumbersAsText(LapwingError):
    code = "export.note.numbers"
    message = (
        "Numbers with more digits than XLSX can hold were written as texts: {count}, the first of them in row {row}."
    )


class BytesAsEscapes(LapwingError):
    code = "export.note.bytes"
    message = "Bytes that are no valid text are written as \\xNN. Texts with such: {count}, the first in row {row}."


class SheetsContinued(LapwingError):
    code = "export.note.sheets"
    message = "A sheet holds at most 1,048,576 rows, so there are {count}."
