"""A Markdown table as GitHub reads it; what Markdown would take for markup is escaped."""

import re
from collections.abc import Sequence
from typing import Final

from lapwing.domain.results import Column
from lapwing.domain.transfer import BinaryAs, WriteOptions
from lapwing.domain.values import Cell, Row
from lapwing.domain.visible import visible_text
from lapwing.formats.base import PLAIN, Format
from lapwing.formats.cells import NULL, cell_text, is_number

_MEANS_SOMETHING: Final = re.compile(r"[\\|`*\[<&~\r\n]|_(?!(?<=[^\W_]_)(?=[^\W_]))")
"""An underscore inside a word means nothing, so `first_name` stays readable."""
_LINE_END: Final = "<br>"


class MarkdownFormat(Format):
    """A column stands to the right when it is declared as numeric, or begins with a number."""

    between = b"\n"

    def __init__(self, columns: Sequence[Column], options: WriteOptions = PLAIN) -> None:
        super().__init__(columns, options)
        self._has_head = False

    def head(self) -> bytes:
        return b""

    def written(self, rows: Sequence[Row]) -> bytes:
        head = b"" if self._has_head else self._head(rows[0])
        return (
            head + "".join(map(_line, ([_shown(cell, self.options.binary) for cell in row] for row in rows))).encode()
        )

    def rest(self) -> bytes:
        return b"" if self._has_head else self._head((None,) * len(self.columns))

    def _head(self, first: Row) -> bytes:
        self._has_head = True
        pairs = zip(self.columns, first, strict=True)
        rules = ["---:" if column.is_numeric or is_number(cell) else "---" for column, cell in pairs]
        return (_line([_escaped(column.name) for column in self.columns]) + _line(rules)).encode()


def _line(texts: Sequence[str]) -> str:
    return f"| {' | '.join(texts)} |\n"


def _shown(cell: Cell, binary: BinaryAs) -> str:
    if cell is None:
        return NULL
    return str(cell) if type(cell) is int else _escaped(cell_text(cell, binary))


def _escaped(text: str) -> str:
    """The text so that Markdown shows it unchanged; line ends become `<br>`."""
    if not _MEANS_SOMETHING.search(text) and text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return _LINE_END.join(_MEANS_SOMETHING.sub(_escape, visible_text(line)) for line in lines)


def _escape(match: re.Match[str]) -> str:
    return {"<": "&lt;", "&": "&amp;"}.get(match[0], "\\" + match[0])
