"""Rows as the server's output functions write them: text for every type, bytes where the text is not valid UTF-8."""

from typing import Final

from psycopg.adapt import AdaptersMap
from psycopg.pq.abc import PGresult
from psycopg.types.string import TextLoader
from psycopg_binary._psycopg import Transformer

from lapwing.domain.values import Cell, RawText, Row

_EVERY_TYPE: Final = 0
"""The oid of psycopg's loader for types that have none of their own."""
_AS_TEXT: Final = AdaptersMap()
_AS_TEXT.register_loader(_EVERY_TYPE, TextLoader)


class RowReader:
    """Reads the chunks of one result."""

    def __init__(self) -> None:
        self._transformer = Transformer(_AS_TEXT)
        self._is_first = True

    def read(self, chunk: PGresult) -> list[Row]:
        """Its rows; at most a page, as many as were asked for in a chunk."""
        count = chunk.ntuples
        self._transformer.set_pgresult(chunk, set_loaders=self._is_first)
        self._is_first = False
        try:
            rows: list[Row] = self._transformer.load_rows(0, count, tuple)
        except UnicodeDecodeError:
            rows = [_row(chunk, number) for number in range(count)]
        return rows


def _row(chunk: PGresult, number: int) -> Row:
    return tuple(cell_of(chunk.get_value(number, column)) for column in range(chunk.nfields))


def cell_of(raw: bytes | None) -> Cell:
    """A cell from the bytes that were sent for it; None is NULL."""
    if raw is None:
        return None
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return RawText(raw)


def text_rows(result: PGresult) -> list[tuple[str | None, ...]]:
    """The rows of a query of ours; bytes that are no text as visible escapes."""
    return [
        tuple(
            None if (raw := result.get_value(row, column)) is None else raw.decode("utf-8", "backslashreplace")
            for column in range(result.nfields)
        )
        for row in range(result.ntuples)
    ]
