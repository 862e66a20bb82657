"""Rows as MySQL and MariaDB send them in the text protocol, kept as received and split when somebody reads them.

A packet is three bytes of length (little-endian), a sequence number, and so many bytes of payload; a payload of
0xFFFFFF bytes goes on in the next packet. A row's payload is one length-encoded string a column, 0xFB standing for NULL
(dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_com_query_response_text_resultset_row.html).

A page of this codec begins with one byte: `PACKETS`, then packets of whole rows; or `CELLS_PAGE`, then a page of the
codec `cells`, for rows that hold cells too long to lie in a page.
"""

from collections.abc import Sequence
from typing import Final

from lapwing.domain.results import Column
from lapwing.domain.values import Cell, RawText, Row
from lapwing.results.layout import ResultBroken

MYSQL_ROWS: Final = "mysql-rows"
PACKETS: Final = b"\x00"
CELLS_PAGE: Final = b"\x01"
_NULL: Final = 0xFB
_LENGTH_BYTES: Final = {0xFC: 2, 0xFD: 3, 0xFE: 8}


def split_packets(packets: bytes | memoryview, columns: Sequence[Column]) -> list[Row]:
    """The rows in packets that follow each other, none longer than 16 MB.

    Raises:
        ResultBroken: The bytes are no such packets.
    """
    data = bytes(packets)
    latin = data.decode("latin-1")  # a slice of it is the cell's text when it is ASCII, which most are
    is_binary = [column.is_binary for column in columns]
    rows: list[Row] = []
    position, end = 0, len(data)
    try:
        while position < end:
            row_end = position + 4 + (data[position] | data[position + 1] << 8 | data[position + 2] << 16)
            position += 4
            cells: list[Cell] = []
            for binary in is_binary:
                length = data[position]
                position += 1
                if length >= _NULL:
                    if length == _NULL:
                        cells.append(None)
                        continue
                    length, position = _long_length(data, position)
                start = position
                position += length
                if binary:
                    cells.append(data[start:position])
                else:
                    text = latin[start:position]
                    cells.append(text if text.isascii() else _text(data[start:position]))
            if position != row_end:
                raise ResultBroken("A row of the result has other cells than its header says.")
            rows.append(tuple(cells))
    except IndexError as error:
        raise ResultBroken("A page of the result ends within a row.") from error
    if position != end:
        raise ResultBroken("A page of the result ends within a row.")
    return rows


def split_column(packets: bytes | memoryview, column: int, *, is_binary: bool) -> list[Cell]:
    """The cells of one column in packets as of `split_packets`, which costs less than splitting all.

    Raises:
        ResultBroken: The bytes are no such packets.
    """
    data = bytes(packets)
    cells: list[Cell] = []
    row, end = 0, len(data)
    try:
        while row < end:
            position = row + 4
            row = position + (data[row] | data[row + 1] << 8 | data[row + 2] << 16)
            for _ in range(column):
                length = data[position]
                position += 1
                if length == _NULL:
                    continue
                if length > _NULL:
                    length, position = _long_length(data, position)
                position += length
            cells.append(_cell_at(data, position, is_binary))
    except IndexError as error:
        raise ResultBroken("A page of the result ends within a row.") from error
    if row != end:
        raise ResultBroken("A page of the result ends within a row.")
    return cells


def _cell_at(data: bytes, position: int, is_binary: bool) -> Cell:
    length = data[position]
    position += 1
    if length == _NULL:
        return None
    if length > _NULL:
        length, position = _long_length(data, position)
    value = data[position : position + length]
    return value if is_binary else _text(value)


def _long_length(data: bytes, position: int) -> tuple[int, int]:
    """A length that takes more than a byte, the first of which lies before `position`; and where it ends."""
    size = _LENGTH_BYTES.get(data[position - 1])
    if size is None:
        raise ResultBroken("A row of the result holds an impossible length.")
    return int.from_bytes(data[position : position + size], "little"), position + size


def _text(value: bytes) -> str | RawText:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return RawText(value)
