"""One statement and all that the server answers to it (page_protocol_com_query.html)."""

from collections.abc import Generator, Sequence
from typing import Final

from lapwing.domain.results import Column
from lapwing.domain.values import Cell, Row
from lapwing.drivers.base import PagesCame, ResultBegan, RowsCame
from lapwing.drivers.mysql.columns import MOST_COLUMNS, read_columns
from lapwing.drivers.mysql.packets import (
    COM_PING,
    COM_QUERY,
    Ended,
    ProtocolBroken,
    ServerRefused,
    Wire,
    ok_packet,
    read_length,
)
from lapwing.drivers.mysql.rows import RowReader
from lapwing.results.mysql_rows import MYSQL_ROWS, split_packets

_FILE_WANTED: Final = 0xFB


class Exchange:
    """A statement under way.

    Attributes:
        ended: What the server said at the end of the last result, or of the statement; None before.
        affected: Rows affected so far, over all results.
        row_count: Rows so far, over all results.
        was_sent: Whether all of the statement was sent.
    """

    def __init__(self, wire: Wire, sql: bytes) -> None:
        self._wire = wire
        self._sql = sql
        self._reader: RowReader | None = None
        self._discards = False
        self.ended: Ended | None = None
        self.affected = 0
        self.row_count = 0
        self.was_sent = False

    def discard(self) -> None:
        """From now on rows are counted and not given."""
        self._discards = True
        if self._reader is not None:
            self._reader.discards = True

    def replies(self) -> Generator[ResultBegan | PagesCame | RowsCame, None, None]:
        """Send the statement and give what comes.

        Raises:
            ServerRefused, ProtocolBroken, LineGone
        """
        self._wire.command(COM_QUERY, self._sql)
        self._sql = b""
        self.was_sent = True
        too_wide: ServerRefused | None = None
        while True:
            payload = self._wire.packet()
            first = payload[0] if payload else -1
            if first == 0:
                ended = ok_packet(payload)
            elif first == _FILE_WANTED:
                raise ProtocolBroken("It asked for a file of this machine, which nobody had offered.")
            else:
                count, _ = read_length(payload, 0)
                columns = read_columns(self._wire, count)
                if count > MOST_COLUMNS:
                    self.discard()
                    too_wide = ServerRefused(1117, "HY000", f"A result of {count:,} columns cannot be shown.")
                yield ResultBegan(columns, MYSQL_ROWS)
                ended = yield from self._rows(columns)
            self.ended = ended
            self.affected += ended.affected
            if not ended.has_more:
                break
        if too_wide is not None:
            raise too_wide

    def _rows(self, columns: tuple[Column, ...]) -> Generator[PagesCame | RowsCame, None, Ended]:
        self._reader = reader = RowReader(self._wire, columns)
        reader.discards = self._discards
        try:
            yield from reader
        finally:
            self.row_count += reader.row_count
        assert reader.ended is not None
        return reader.ended


def ask(wire: Wire, sql: str, width: int = 0) -> tuple[list[tuple[str | None, ...]], Ended]:
    """The rows of a statement of ours, all as text, and its end; no rows when it has no result.

    Args:
        width: Each row has at least so many cells.

    Raises:
        ServerRefused, ProtocolBroken, LineGone
    """
    rows: list[tuple[str | None, ...]] = []
    columns: Sequence[Column] = ()
    exchange = Exchange(wire, sql.encode())
    for reply in exchange.replies():
        if isinstance(reply, ResultBegan):
            columns = reply.columns
            if len(columns) < width:
                raise ProtocolBroken(f"It gave {len(columns)} columns where there are {width}.")
        else:
            rows += [tuple(map(_text, row)) for row in rows_in(reply, columns)]
    assert exchange.ended is not None
    return rows, exchange.ended


def rows_in(reply: PagesCame | RowsCame, columns: Sequence[Column]) -> list[Row]:
    """The rows of a reply, split into cells."""
    if isinstance(reply, RowsCame):
        return reply.rows
    return [row for page in reply.pages for row in split_packets(page.data, columns)]


def _text(cell: Cell) -> str | None:
    if isinstance(cell, bytes):
        return cell.decode("utf-8", "backslashreplace")
    return None if cell is None else str(cell)


def whole(text: str | None) -> int:
    """A whole number that the server wrote; 0 for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() else 0


def ping(wire: Wire) -> Ended:
    """Ask whether the server is there; raises what `ask` raises."""
    wire.command(COM_PING)
    return ok_packet(wire.packet())
