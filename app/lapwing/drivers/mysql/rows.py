"""Rows as they come: raw packets cut into pages, without looking into them."""

from collections.abc import Iterator, Sequence
from typing import Final

from lapwing.domain.results import Column
from lapwing.domain.values import Cell, RawText, Row
from lapwing.drivers.base import PagesCame, RowsCame
from lapwing.drivers.mysql.packets import (
    HEAD,
    LONGEST,
    MASK,
    PROGRESS_ERRNO,
    STEP,
    Ended,
    ProtocolBroken,
    Wire,
    end_packet,
    read_length,
    refusal,
)
from lapwing.drivers.mysql.transport import poll
from lapwing.results.layout import PAGE_BYTES, ROWS_PER_PAGE, EncodedPage

LONGEST_ROW: Final = (1 << 30) + (1 << 24)
"""A row of a value as long as `max_allowed_packet` can be, and some more."""
_EOF: Final = 0xFE
_PATIENCE_S: Final = 0.005
"""How long a page that is not full waits for rows that are just coming."""
_EAGER_PAGES: Final = 16
"""The first so many pages do not wait."""
_NULL: Final = 0xFB
_KEPT_BYTES: Final = 64 * 1024
"""Of a long payload that nobody wants: enough for an error."""


class RowReader:
    """The rows of one result.

    Attributes:
        ended: What the server said behind the last row; None before.
        row_count: Rows so far.
        discards: Whether rows are only counted from now on.
    """

    def __init__(self, wire: Wire, columns: Sequence[Column]) -> None:
        self._wire = wire
        self._is_binary = [column.is_binary for column in columns]
        self._pages_out = 0
        self._open_rows = self._open_bytes = 0  # of the page that begins at `wire.start`
        self._stands_before_other = False
        self.ended: Ended | None = None
        self.row_count = 0
        self.discards = False

    def __iter__(self) -> Iterator[PagesCame | RowsCame]:
        """The rows, whatever was received at once together.

        Raises:
            ServerRefused: An error came instead of the next row.
            ProtocolBroken, LineGone
        """
        wire = self._wire
        while self.ended is None:
            if pages := self._cut():
                yield PagesCame(pages)
            elif self._stands_before_other:
                if (row := self._take_other()) is not None:
                    yield RowsCame([row])
            elif not wire.receive_now() and not self._more_comes_at_once():
                if self._open_rows:
                    yield PagesCame([self._close_page()])
                else:
                    wire.receive()

    def _cut(self) -> list[EncodedPage]:
        """All full pages in the block, the rows behind them being counted as an open page."""
        wire = self._wire
        data, end, number = wire.block, wire.end, wire.expected
        page_start, count = wire.start, self._open_rows
        position = page_start + self._open_bytes
        read = HEAD.unpack_from
        pages: list[EncodedPage] = []
        while True:
            page_end = page_start + PAGE_BYTES
            last = min(end, page_end)
            size = following = first = 0
            while count < ROWS_PER_PAGE:
                head, first = read(data, position)
                size = head - number
                following = position + 4 + size
                if following > last or first >= _EOF or not 0 < size < LONGEST:
                    break
                position = following
                number = (number + STEP) & MASK
                count += 1
            is_known = count < ROWS_PER_PAGE and position + 4 <= end  # what comes next, by its length at least
            no_row = is_known and (not 0 < size < LONGEST or (first >= _EOF and position + 5 <= end))
            too_long = is_known and following > page_end
            if count < ROWS_PER_PAGE and not (count and (no_row or too_long)):
                break
            pages.append(EncodedPage(wire.lend(page_start, position), count))
            page_start, count = position, 0
        wire.start, wire.expected = page_start, number
        self._open_rows, self._open_bytes = count, position - page_start
        self._stands_before_other = no_row or too_long
        self.row_count += sum(page.rows for page in pages)
        self._pages_out += len(pages)
        return pages

    def _close_page(self) -> EncodedPage:
        """The open page, though it is not full."""
        wire = self._wire
        end = wire.start + self._open_bytes
        page = EncodedPage(wire.lend(wire.start, end), self._open_rows)
        wire.start = end
        self.row_count += self._open_rows
        self._pages_out += 1
        self._open_rows = self._open_bytes = 0
        return page

    def _more_comes_at_once(self) -> bool:
        """Whether it pays to leave the open page open for a moment."""
        if not self._open_rows or self._pages_out < _EAGER_PAGES:
            return False
        return poll(self._wire.transport.fd, _PATIENCE_S)

    def _take_other(self) -> Row | None:
        """Take what lies before the cursor and fits no page: a long row, the end, or an error."""
        payload = self._wire.payload(LONGEST_ROW, _KEPT_BYTES if self.discards else None)
        first = payload[0] if payload else 0
        if first == 0xFF:
            error = refusal(bytes(payload))
            if error.errno != PROGRESS_ERRNO:
                raise error
            return None
        if not payload:
            raise ProtocolBroken("It sent a row without anything in it.")
        if first == _EOF and len(payload) < LONGEST:
            self.ended = end_packet(bytes(payload), self._wire.capabilities)
            return None
        self.row_count += 1
        return None if self.discards else long_row(payload, self._is_binary)


def long_row(payload: bytearray, is_binary: Sequence[bool]) -> Row:
    """The cells of a row too long for a page; each is copied once.

    Raises:
        ProtocolBroken: It has other cells than its columns say.
    """
    cells: list[Cell] = []
    position = 0
    with memoryview(payload) as view:
        for binary in is_binary:
            if position < len(payload) and payload[position] == _NULL:
                cells.append(None)
                position += 1
                continue
            length, start = read_length(payload, position)
            position = start + length
            if position > len(payload):
                raise ProtocolBroken("A row ends within a cell.")
            with view[start:position] as value:
                cells.append(bytes(value) if binary else _text(value))
    if position != len(payload):
        raise ProtocolBroken("A row has other columns than its result says.")
    return tuple(cells)


def _text(value: memoryview) -> str | RawText:
    try:
        return str(value, "utf-8")
    except UnicodeDecodeError:
        return RawText(bytes(value))
