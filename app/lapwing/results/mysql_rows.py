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
    rows: list[Row] = []
    position, end = 0, len(data)
    is_binary = [column.is_binary for column in columns]
    try:
        while position < end:
            length = data[position] | data[position + 1] << 8 | data[position + 2] << 16
            position += 4
            rows.append(split_row(data, position, position + length, is_binary))
            position += length
    except IndexError as error:
        raise ResultBroken("A page of the result ends within a row.") from error
    if position != end:
        raise ResultBroken("A page of the result ends within a row.")
    return rows


def split_row(data: bytes, position: int, end: int, is_binary: Sequence[bool]) -> Row:
    """The cells of the row in `data[position:end]`, one for each entry of `is_binary`.

    Raises:
        ResultBroken: There are more or fewer of them.
        IndexError: The row ends within a length.
    """
    cells: list[Cell] = []
    for binary in is_binary:
        length = data[position]
        position += 1
        if length >= _NULL:
            if length == _NULL:
                cells.append(None)
                continue
            size = _LENGTH_BYTES.get(length)
            if size is None:
                raise ResultBroken("A row of the result holds an impossible length.")
            length = int.from_bytes(data[position : position + size], "little")
            position += size
        value = data[position : position + length]
        position += length
        if position > end:
            raise ResultBroken("A row of the result ends within a cell.")
        cells.append(value if binary else _text(value))
    if position != end:
        raise ResultBroken("A row of the result has other columns than its header says.")
    return tuple(cells)


def _text(value: bytes) -> str | RawText:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return RawText(value)
