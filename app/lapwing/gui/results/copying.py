"""Copying cells: the exact text of every cell of a selection, long ones whole."""

import asyncio
from collections.abc import Sequence

from lapwing.domain.results import Column
from lapwing.domain.values import Cell, LongCell, cell_text
from lapwing.results.source import RowSource, whole_cell

MOST_CHARS = 200_000_000
"""More does not go through a clipboard; export it instead."""
_ROWS_AT_ONCE = 500
_NEEDS_QUOTES = frozenset('\t\n\r"')


class TooMuchToCopy(Exception):
    """The selection is larger than a clipboard should hold."""


async def selection_text(
    source: RowSource, spans: Sequence[tuple[int, int]], columns: Sequence[int], *, with_headers: bool
) -> str:
    """The selection as tab-separated text. NULL is empty; a text with tabs, line ends or quotes is quoted, as
    spreadsheets read it. One cell alone is given as it is.

    Lets the event loop go on between blocks of rows.

    Raises:
        TooMuchToCopy: It is longer than `MOST_CHARS`.
        OSError, ValueError: The rows cannot be read.
    """
    if not with_headers and len(columns) == 1 and len(spans) == 1 and spans[0][0] == spans[0][1]:
        return _exact(source, source.rows(spans[0][0], 1)[0][columns[0]])
    lines = [_header(source.columns, columns)] if with_headers else []
    size = 0
    for first, last in spans:
        for start in range(first, last + 1, _ROWS_AT_ONCE):
            for row in source.rows(start, min(_ROWS_AT_ONCE, last + 1 - start)):
                line = "\t".join(_field(_exact(source, row[column])) for column in columns)
                size += len(line) + 1
                lines.append(line)
            if size > MOST_CHARS:
                raise TooMuchToCopy
            await asyncio.sleep(0)
    return "\n".join(lines)


def _header(all_columns: Sequence[Column], columns: Sequence[int]) -> str:
    return "\t".join(_field(all_columns[column].name) for column in columns)


def _exact(source: RowSource, cell: Cell) -> str:
    return cell_text(whole_cell(source, cell) if isinstance(cell, LongCell) else cell)


def _field(text: str) -> str:
    if _NEEDS_QUOTES.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'
