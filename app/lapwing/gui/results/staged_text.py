"""What is staged as a text that the journal keeps, and read back from it. No Qt here.

A line of JSON each: first what the rows belong to, then every row. Only escapes of ASCII, so that any string, half
characters too, comes back as it was.
"""

import base64
import json
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any, Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.values import Cell, LongCell, RawText, Row, ServerDefault, real_text
from lapwing.gui.results.staged import RowEdit, RowKey

VERSION: Final = 1
MOST_CHARS: Final = 32_000_000
"""A longer text is not kept."""


class StagedUnreadable(ValueError):
    """Such a text cannot be read."""


@dataclass(frozen=True, slots=True)
class StagedText:
    """What was staged in one page.

    Attributes:
        columns, key: Names of the table's columns and of its key, to which places in the edits refer.
        state: What the page needs to come back, where the window's own record of it is missing.
        edits: By row.
        is_ending: They were being saved or committed: whether that was done is not known.
    """

    columns: tuple[str, ...]
    key: tuple[str, ...]
    state: dict[str, str] = field(default_factory=dict)
    edits: Mapping[RowKey, RowEdit] = field(default_factory=dict)
    is_ending: bool = False


class StagedLines:
    """Writes such texts again and again; a row that is as it was costs nothing."""

    def __init__(self) -> None:
        self._lines: dict[RowKey, tuple[RowEdit, str]] = {}

    def text(self, told: StagedText) -> str:
        """All of it as a text."""
        old, lines = self._lines, {}
        for key, edit in told.edits.items():
            kept = old.get(key)
            lines[key] = kept if kept is not None and kept[0] is edit else (edit, _line(_row(key, edit)))
        self._lines = lines
        head = {"version": VERSION, "columns": told.columns, "key": told.key, "state": told.state}
        return "\n".join([_line(head | {"ending": told.is_ending}), *(line for _edit, line in lines.values())])


def read(text: str) -> StagedText:
    """What a text says.

    Raises:
        StagedUnreadable: It is damaged, or of a newer Lapwing.
    """
    try:
        head, *rows = [json.loads(line) for line in text.split("\n")]
        if head["version"] != VERSION:
            raise StagedUnreadable(f"its version is {head['version']}")
        return StagedText(
            tuple(map(str, head["columns"])),
            tuple(map(str, head["key"])),
            {str(name): str(value) for name, value in head["state"].items()},
            dict(_edit(row) for row in rows),
            bool(head["ending"]),
        )
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise StagedUnreadable(str(error) or type(error).__name__) from error


def _line(told: object) -> str:
    return json.dumps(told, separators=(",", ":"))


def _row(key: RowKey, edit: RowEdit) -> dict[str, Any]:
    return {
        "key": key if isinstance(key, int) else _cells(key),
        "read": None if edit.original is None else _cells(edit.original),
        "to be": {str(place): _told(cell) for place, cell in edit.values.items()},
        "goes": edit.is_deleted,
        "before": edit.anchor,
    }


def _edit(row: dict[str, Any]) -> tuple[RowKey, RowEdit]:
    key = row["key"]
    original = None if row["read"] is None else _row_of(row["read"])
    values = {int(place): _cell(told) for place, told in row["to be"].items()}
    if isinstance(key, int) is not (original is None):
        raise StagedUnreadable("a row is neither new nor one of the table")
    edit = RowEdit(original, values, bool(row["goes"]), int(row["before"]))
    return (key if isinstance(key, int) else _row_of(key)), edit


def _cells(cells: Iterable[Cell]) -> list[object]:
    return [_told(cell) for cell in cells]


def _row_of(told: Iterable[object]) -> Row:
    return tuple(_cell(each) for each in told)


def _told(cell: Cell) -> object:
    """A cell in JSON: a text as a string, NULL as null, everything else as a list with its kind."""
    match cell:
        case None | str():
            return cell
        case int():
            return ["integer", str(cell)]
        case float():
            return ["real", real_text(cell)]
        case bytes():
            return ["bytes", _base64(cell)]
        case RawText():
            return ["raw", _base64(cell.raw)]
        case ServerDefault():
            return ["default"]
        case LongCell():
            return ["long", _told(cell.start), cell.offset, cell.size_bytes, cell.kind]


def _cell(told: Any) -> Cell:
    if told is None or isinstance(told, str):
        return told
    match told:
        case ["integer", str(digits)]:
            return int(digits)
        case ["real", str(digits)]:
            return float(digits)
        case ["bytes", str(data)]:
            return base64.b64decode(data, validate=True)
        case ["raw", str(data)]:
            return RawText(base64.b64decode(data, validate=True))
        case ["default"]:
            return ServerDefault()
        case ["long", start, int(offset), int(size_bytes), str(kind)]:
            shown = _cell(start)
            if isinstance(shown, str | bytes):
                return LongCell(shown, offset, size_bytes, kind)
    raise StagedUnreadable("a cell is of no kind that is known")


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
