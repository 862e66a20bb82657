"""Values that are documents: JSON and XML, read whole and laid out. No Qt here; any thread."""

from collections.abc import Callable
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.values import Cell, LongCell
from lapwing.gui.results.inspector.json_outline import MOST_CHARS, JsonOutline
from lapwing.gui.results.inspector.json_text import looks_like_json, pretty_json
from lapwing.gui.results.inspector.xml_text import looks_like_xml, pretty_xml
from lapwing.results.source import RowSource, whole_cell

AT_ONCE_CHARS: Final = 20_000
"""Longer documents are read in a thread of their own."""
_LAID_OUT_CHARS: Final = 1_000_000
"""Longer ones are not laid out as text; JSON of any length has a tree."""
_END_BYTES: Final = 256


@dataclass(frozen=True, slots=True)
class Document:
    """What a document is shown as: each None where it is not."""

    json: str | None = None
    tree: JsonOutline | None = None
    xml: str | None = None


def may_be_document(source: RowSource, cell: Cell) -> bool:
    """Whether a value begins and ends as a document does; cheap, however long it is."""
    if isinstance(cell, LongCell):
        if cell.kind != "text" or cell.size_bytes > MOST_CHARS:
            return False
        try:
            end = source.long_cell(cell, max(0, cell.size_bytes - _END_BYTES)).decode("utf-8", "replace")
        except (OSError, ValueError):
            return False
        text = str(cell.start) + end
    elif isinstance(cell, str):
        text = cell if len(cell) <= 2 * _END_BYTES else cell[:_END_BYTES] + cell[-_END_BYTES:]
    else:
        return False
    return looks_like_json(text) or looks_like_xml(text)


def size_of(cell: Cell) -> int:
    """Characters of a text, or bytes where it lies apart."""
    return cell.size_bytes if isinstance(cell, LongCell) else len(cell) if isinstance(cell, str) else 0


def read_document(source: RowSource, cell: Cell, is_unwanted: Callable[[], bool] = lambda: False) -> Document:
    """Lay a value out; nothing of it where it is no document after all, or nobody wants it any more.

    Raises:
        OSError, ValueError: It cannot be read.
    """
    text = str(whole_cell(source, cell)) if isinstance(cell, LongCell) else str(cell)
    is_long = len(text) > _LAID_OUT_CHARS
    if not looks_like_json(text):
        return Document(xml=None if is_long or not looks_like_xml(text) else pretty_xml(text))
    tree = JsonOutline.of(text, is_unwanted)
    return Document(None if tree is None or is_long else pretty_json(text), tree)
